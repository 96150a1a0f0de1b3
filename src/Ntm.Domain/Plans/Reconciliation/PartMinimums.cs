using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>What is due in each part of the scope, and the row that gives it to the parts.</summary>
internal static class PartMinimums
{
    internal static ReconciliationRule Rule { get; } = new(
        "part_below_minimum", new("Có đơn vị không đúng mức mỗi đơn vị phải có", "Part outside what is due in each part"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan) => CheckParts(plan).Concat(CheckDuties(plan));

    private static IEnumerable<PlanObservation> CheckParts(StatedPlan plan)
    {
        foreach (var due in plan.All<IndicatorStated>().Where(indicator => indicator.InEachPart))
        {
            foreach (var (table, row) in plan.All<NumbersTabled>().SelectMany(table => table.Rows.Where(row => row.Measures == due.Measures).Select(row => (table, row))))
            {
                var outside = table.Parts.Zip(row.Values).Where(given => !IsWithin(due, given.Second)).ToList();
                foreach (var (part, value) in outside)
                {
                    yield return Rule.Contradiction(
                        new($"{due.Place}: mỗi đơn vị {Asked(due)}, nhưng {plan.NameOf(part.Unit)} có {Vietnamese(value)} ({table.Place}, “{row.Text}”).",
                            $"{due.Place}: each part is due {AskedEnglish(due)}, but {plan.NameOf(part.Unit)} has {English(value)} ({table.Place}, “{row.Text}”)."),
                        [.. plan.Quotes(due), part.Text, row.Text], part.Unit);
                }

                if (outside.Count == 0)
                {
                    yield return Rule.Agreement(
                        new($"{due.Place}: mỗi đơn vị {Asked(due)}; cả {row.Values.Count} cột của {table.Place} đều đủ (thấp nhất {Vietnamese(row.Values.Min())}).",
                            $"{due.Place}: each part is due {AskedEnglish(due)}; all {row.Values.Count} columns of {table.Place} have it (the lowest {English(row.Values.Min())})."),
                        [.. plan.Quotes(due), row.Text]);
                }
            }
        }
    }

    /// <summary>
    /// What each commune of a duty owes at least, and the row that gives it to the parts. Whom the duty binds is known by number only of
    /// those that have every criterion, so a row that falls short of it is a doubt.
    /// </summary>
    private static IEnumerable<PlanObservation> CheckDuties(StatedPlan plan) =>
        from due in plan.All<IndicatorStated>()
        where due is { InEachPart: false, OrMore: true } && plan.All<DutyStated>().Any(duty => duty.Text == due.Text)
        from table in plan.All<NumbersTabled>()
        from row in table.Rows
        where row.Measures == due.Measures && row.UnitOfMeasure == due.UnitOfMeasure
        from bound in table.Rows
        where bound is { Measures: StatedPlan.OfCommunes, Band: { Of: StatedPlan.OfCriteria } band } && band.From == plan.Frame.Criteria
        select OfDuty(plan, due, table, row, bound);

    private static PlanObservation OfDuty(StatedPlan plan, IndicatorStated due, NumbersTabled table, TableRow row, TableRow bound)
    {
        var quotes = plan.Quotes(due).Append(bound.Text).Append(row.Text).ToList();
        var shortOf = table.Parts.Where((_, column) => row.Values[column] < bound.Values[column] * due.Value).ToList();
        return shortOf.Count == 0
            ? Rule.Agreement(
                new($"{due.Place}: mỗi xã {Asked(due)} {due.UnitOfMeasure}; ở cả {table.Parts.Count} cột, “{row.Text}” ({Vietnamese(row.Values.Sum())}) không ít hơn “{bound.Text}” ({Vietnamese(bound.Values.Sum())} xã).",
                    $"{due.Place}: {AskedEnglish(due)} {due.UnitOfMeasure} for each commune; in all {table.Parts.Count} columns “{row.Text}” ({English(row.Values.Sum())}) is no less than “{bound.Text}” ({English(bound.Values.Sum())})."),
                quotes)
            : Rule.Doubt(
                new($"{due.Place}: mỗi xã {Asked(due)} {due.UnitOfMeasure}, nhưng “{row.Text}” ít hơn số xã ở “{bound.Text}” tại {plan.Names(shortOf.Select(part => part.Unit))}.",
                    $"{due.Place}: {AskedEnglish(due)} {due.UnitOfMeasure} for each commune, but “{row.Text}” is less than “{bound.Text}” in {plan.Names(shortOf.Select(part => part.Unit))}."),
                quotes);
    }

    private static bool IsWithin(IndicatorStated due, decimal value) =>
        due.UpTo is { } top ? due.Value <= value && value <= top : due.OrMore ? value >= due.Value : value == due.Value;

    private static string Asked(IndicatorStated due) =>
        due.UpTo is { } top ? $"từ {Vietnamese(due.Value)} đến {Vietnamese(top)}" : due.OrMore ? $"từ {Vietnamese(due.Value)} trở lên" : Vietnamese(due.Value);

    private static string AskedEnglish(IndicatorStated due) =>
        due.UpTo is { } top ? $"{English(due.Value)} to {English(top)}" : due.OrMore ? $"{English(due.Value)} or more" : English(due.Value);
}
