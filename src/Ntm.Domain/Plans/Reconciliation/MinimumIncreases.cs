using Ntm.Domain.Plans.Content;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>What each commune of a cohort is to gain at least, and what it is given.</summary>
internal static class MinimumIncreases
{
    internal static ReconciliationRule Rule { get; } = new(
        "minimum_increase_missed", new("Chưa đủ mức tăng tối thiểu", "Minimum increase not reached"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        var (gains, own) = (plan.Gains().ToLookup(gain => gain.Commune), plan.Listed(TargetKind.Attain).ToLookup(said => said.Key.Commune));
        foreach (var said in plan.All<MinimumIncrease>().GroupBy(increase => (increase.Cohort, increase.AtLeast)))
        {
            // Each place may leave out others of "the rest": the members are those of the first that says so.
            if (plan.MembersOf(said.Key.Cohort, said.First().Place) is not { Count: > 0 } members)
                continue;
            var (name, agreeing) = (plan.NameOfCohort(said.Key.Cohort, said.First().Place), new List<(UnitId Commune, int Given)>());
            var given = members.Any(member => gains[member].Any());
            foreach (var commune in members)
            {
                var (all, listed) = (gains[commune].Count(), own[commune].Count());
                if (Found(plan, [.. said], name, commune, all, listed, given) is { } finding)
                    yield return finding;
                else if (all >= said.Key.AtLeast)
                    agreeing.Add((commune, all));
            }

            if (agreeing.Count > 0)
                yield return Agreed(plan, [.. said], name, agreeing, members.Count);
        }
    }

    private static PlanFinding? Found(StatedPlan plan, IReadOnlyList<MinimumIncrease> said, string cohort, UnitId commune, int all, int listed, bool given)
    {
        var (atLeast, name) = (said[0].AtLeast, plan.NameOf(commune));
        var (asked, askedEnglish) = ($"“{cohort}” phải tăng từ {atLeast} tiêu chí ({Places(said)})", $"“{cohort}” are to gain at least {atLeast} criteria ({Places(said)})");
        var quotes = plan.Quotes([.. said, .. Saying(plan, commune), .. Naming(plan, said[0].Cohort, commune)]);
        if (plan.KeepsAll(commune))
        {
            return Rule.Doubt(
                new($"{asked}, nhưng {name} giữ đủ {plan.Frame.Criteria} tiêu chí, không còn tiêu chí nào để tăng.", $"{askedEnglish}, but {name} keeps all {plan.Frame.Criteria}: there is none left to gain."),
                quotes, commune);
        }

        // Where nobody of the cohort is given any, the minimum itself is all the plan says of them.
        if (all >= atLeast ? listed is 0 || listed >= atLeast : !given)
            return null;
        if (all >= atLeast)
        {
            return Rule.Doubt(
                new($"{asked}; danh sách riêng của {name} chỉ có {listed}, chỉ đủ {all} nếu cộng tiêu chí nêu ở nơi khác.",
                    $"{askedEnglish}; the own list of {name} has only {listed}, and {all} only with what other places add."),
                quotes, commune);
        }

        return all == 0
            ? Rule.Doubt(
                new($"{asked}, nhưng kế hoạch không nêu tiêu chí nào cho {name}.", $"{askedEnglish}, but the plan gives {name} none."), quotes, commune)
            : Rule.Contradiction(
                new($"{asked}, nhưng {name} chỉ được giao {all}.", $"{askedEnglish}, but {name} is given only {all}."), quotes, commune);
    }

    private static PlanAgreement Agreed(StatedPlan plan, IReadOnlyList<MinimumIncrease> said, string cohort, List<(UnitId Commune, int Given)> agreeing, int members)
    {
        var each = agreeing.Select(agreed => agreed.Given).Distinct().ToList();
        var (names, english) = each.Count == 1
            ? ($"{plan.Names(agreeing.Select(agreed => agreed.Commune))}: mỗi xã {each[0]}", $"{plan.Names(agreeing.Select(agreed => agreed.Commune))}: {each[0]} each")
            : (Listed(agreeing.Select(agreed => $"{plan.NameOf(agreed.Commune)} {agreed.Given}")), Listed(agreeing.Select(agreed => $"{plan.NameOf(agreed.Commune)} {agreed.Given}")));
        return Rule.Agreement(
            new($"“{cohort}” tăng từ {said[0].AtLeast} tiêu chí ({Places(said)}): {agreeing.Count}/{members} xã được giao đủ ({names}).",
                $"“{cohort}” gain at least {said[0].AtLeast} ({Places(said)}): {agreeing.Count} of {members} are given enough ({english})."),
            plan.Quotes(said));
    }

    private static IEnumerable<PlanStatement> Saying(StatedPlan plan, UnitId commune) => plan.Content.Statements.Where(statement => statement switch
    {
        TargetsNamed targets => targets.Communes.Contains(commune),
        CommunesCounted { Counts: CountKind.Additional, Communes: { } named } => named.Contains(commune),
        _ => false,
    });

    private static IEnumerable<PlanStatement> Naming(StatedPlan plan, string cohort, UnitId commune) => plan.All<CohortMentioned>()
        .Where(mention => mention.Cohort == cohort && plan.MembersIn(mention)?.Contains(commune) == true);
}
