using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>The communes put into bands, and the communes there are.</summary>
internal static class BandsAgainstCommunes
{
    internal static ReconciliationRule Rule { get; } = new(
        "bands_differ_from_communes", new("Số xã theo các mức khác số xã của đơn vị", "Communes in the bands differ from the communes there are"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        foreach (var banding in plan.Bandings())
        {
            var agreeing = new List<(TablePart Part, decimal Sum)>();
            for (var column = 0; column < banding.Table.Parts.Count; column++)
            {
                var (part, sum) = (banding.Table.Parts[column], banding.Rows.Sum(row => row.Values[column]));
                if (plan.CommunesOf(part) is not { } communes)
                    continue;
                if (sum == communes)
                    agreeing.Add((part, sum));
                else
                    yield return Found(plan, banding, part, sum, communes);
            }

            if (agreeing.Count > 0)
                yield return Agreed(banding, agreeing);
        }
    }

    // Fewer than there are may mean that the bands leave some out on purpose; more cannot be.
    private static PlanFinding Found(StatedPlan plan, Banding banding, TablePart part, decimal sum, int communes)
    {
        var message = new Criteria.BilingualText(
            $"{banding.Table.Place}, {plan.NameOf(part.Unit)}: các mức cộng lại được {Vietnamese(sum)} xã, nhưng có {communes} xã.",
            $"{banding.Table.Place}, {plan.NameOf(part.Unit)}: the bands hold {English(sum)} communes, but there are {communes}.");
        IReadOnlyList<string> quotes = banding.Table.Parts.Count > 1 ? [part.Text, .. banding.Quotes] : banding.Quotes;
        return sum > communes || banding.Of == StatedPlan.OfCriteria
            ? Rule.Contradiction(message, quotes, part.Unit)
            : Rule.Doubt(message, quotes, part.Unit);
    }

    private static PlanAgreement Agreed(Banding banding, List<(TablePart Part, decimal Sum)> agreeing)
    {
        var sums = agreeing.Select(agreed => agreed.Sum).ToList();
        return Rule.Agreement(
            agreeing.Count == 1
                ? new($"{banding.Table.Place}: các mức cộng lại đúng {Vietnamese(sums[0])} xã.", $"{banding.Table.Place}: the bands hold all {English(sums[0])} communes.")
                : new($"{banding.Table.Place}: ở {agreeing.Count} cột, các mức cộng lại đúng số xã ({Listed(sums.Select(Vietnamese))}; tất cả {Vietnamese(sums.Sum())}).",
                    $"{banding.Table.Place}: in {agreeing.Count} columns the bands hold just the communes there are ({Listed(sums.Select(English))}; {English(sums.Sum())} in all)."),
            banding.Quotes);
    }
}
