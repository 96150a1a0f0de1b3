using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>The average to be reached, and what the bands of the same communes leave room for.</summary>
internal static class AveragesAgainstBands
{
    internal static ReconciliationRule Rule { get; } = new(
        "average_outside_bands", new("Bình quân ngoài khoảng các mức cho phép", "Average outside what the bands allow"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        foreach (var average in plan.All<AverageStated>().Where(average => average.Reaches is not null))
        {
            foreach (var banding in plan.Bandings().Where(banding => banding.Of == StatedPlan.OfCriteria && HoldsAll(plan, banding)))
            {
                var communes = banding.Rows.Sum(row => row.Values.Sum());
                var least = banding.Rows.Sum(row => row.Values.Sum() * row.Band!.From);
                var most = banding.Rows.Sum(row => row.Values.Sum() * (row.Band!.To ?? plan.Frame.Criteria));
                if (communes > 0)
                    yield return Of(plan, average, banding, communes, least, most);
            }

            foreach (var floor in plan.All<FloorStated>().Where(floor => average.Reaches < floor.AtLeast))
            {
                yield return Rule.Contradiction(
                    new($"{average.Place}: bình quân {Vietnamese(average.Reaches!.Value)}, thấp hơn mức mọi xã phải có ({floor.AtLeast}, {floor.Place}).",
                        $"{average.Place}: an average of {English(average.Reaches!.Value)}, below what every commune is to have ({floor.AtLeast}, {floor.Place})."),
                    plan.Quotes(average, floor));
            }
        }
    }

    // Bands of which other rules say that they do not hold the communes there are cannot be asked for their average.
    private static bool HoldsAll(StatedPlan plan, Banding banding) =>
        banding.Table.Parts.Select((part, column) => plan.CommunesOf(part) == banding.Rows.Sum(row => row.Values[column])).All(holds => holds);

    private static PlanObservation Of(StatedPlan plan, AverageStated average, Banding banding, decimal communes, decimal least, decimal most)
    {
        var printed = average.Reaches!.Value;
        var (low, high) = (least / communes, most / communes);
        IReadOnlyList<string> quotes = [.. plan.Quotes(average), .. banding.Quotes];
        var (range, rangeEnglish) = ($"các mức ở {banding.Table.Place} cho bình quân từ {Vietnamese(low)} đến {Vietnamese(high)}", $"the bands of {banding.Table.Place} give an average from {English(low)} to {English(high)}");
        if (low <= printed && printed <= high)
            return Rule.Agreement(new($"{average.Place}: bình quân {Vietnamese(printed)}; {range}.", $"{average.Place}: an average of {English(printed)}; {rangeEnglish}."), quotes);
        var (side, bound) = printed < low ? (least, low) : (most, high);
        return WholeNumbers.Rounds(bound, printed)
            ? Rule.Doubt(
                new($"{average.Place}: bình quân {Vietnamese(printed)} × {Vietnamese(communes)} xã = {Vietnamese(printed * communes)} tiêu chí, nhưng {range} (ít nhất {Vietnamese(least)}, nhiều nhất {Vietnamese(most)} tiêu chí); chỉ đúng nếu là số làm tròn, với các xã ở sát đầu mức.",
                    $"{average.Place}: an average of {English(printed)} × {English(communes)} communes = {English(printed * communes)} criteria, but {rangeEnglish} (at least {English(least)}, at most {English(most)} criteria); it holds only rounded, with the communes at the very end of their bands."),
                quotes)
            : Rule.Contradiction(
                new($"{average.Place}: bình quân {Vietnamese(printed)}, nhưng {range} ({(printed < low ? "ít nhất" : "nhiều nhất")} {Vietnamese(side)} tiêu chí cho {Vietnamese(communes)} xã).",
                    $"{average.Place}: an average of {English(printed)}, but {rangeEnglish} ({(printed < low ? "at least" : "at most")} {English(side)} criteria for {English(communes)} communes)."),
                quotes);
    }
}
