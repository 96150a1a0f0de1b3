using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>What is due in each part of the scope, and the row that gives it to the parts.</summary>
internal static class PartMinimums
{
    internal static ReconciliationRule Rule { get; } = new(
        "part_below_minimum", new("Có đơn vị không đúng mức mỗi đơn vị phải có", "Part outside what is due in each part"), Check);

    private static IEnumerable<PlanObservation> Check(PlanReading plan)
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

    private static bool IsWithin(IndicatorStated due, decimal value) =>
        due.UpTo is { } top ? due.Value <= value && value <= top : due.OrMore ? value >= due.Value : value == due.Value;

    private static string Asked(IndicatorStated due) =>
        due.UpTo is { } top ? $"từ {Vietnamese(due.Value)} đến {Vietnamese(top)}" : due.OrMore ? $"từ {Vietnamese(due.Value)} trở lên" : Vietnamese(due.Value);

    private static string AskedEnglish(IndicatorStated due) =>
        due.UpTo is { } top ? $"{English(due.Value)} to {English(top)}" : due.OrMore ? $"{English(due.Value)} or more" : English(due.Value);
}
