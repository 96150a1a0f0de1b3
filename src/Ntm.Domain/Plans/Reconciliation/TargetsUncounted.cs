using Ntm.Domain.Plans.Content;
using Ntm.Domain.Targets;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>A criterion in a commune's own list, and the count of that criterion does not know the commune.</summary>
internal static class TargetsUncounted
{
    private static readonly CountKind[] Gaining = [CountKind.Additional, CountKind.Undetermined, CountKind.Cumulative];
    private static readonly CountKind[] Keeping = [CountKind.Maintained, CountKind.Cumulative];

    internal static ReconciliationRule Rule { get; } = new(
        "target_uncounted", new("Chỉ tiêu giao cho xã nhưng không có trong số đếm của tiêu chí", "Target of a commune that the criterion's count does not have"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        foreach (var observation in Of(plan, TargetKind.Attain, Gaining, CountKind.Maintained).Concat(Of(plan, TargetKind.Maintain, Keeping, CountKind.Additional)))
            yield return observation;
    }

    private static IEnumerable<PlanObservation> Of(StatedPlan plan, TargetKind kind, CountKind[] counting, CountKind opposite)
    {
        var opposed = plan.Counted(opposite);
        var agreeing = new List<(TargetPlace Target, IEnumerable<PlanStatement> Said)>();
        foreach (var listed in plan.Listed(kind))
        {
            var counts = plan.Counts(counting).Where(count => count.Criterion == listed.Key.Criterion).ToList();
            if (opposed.Contains(listed.Key))
                continue;
            if (counts.Where(count => count.All || count.Communes?.Contains(listed.Key.Commune) == true).ToList() is { Count: > 0 } naming)
                agreeing.Add((listed.Key, [.. listed, .. naming]));
            else if (Found(plan, kind, listed, counts) is { } finding)
                yield return finding;
        }

        foreach (var criterion in agreeing.GroupBy(agreed => agreed.Target.Criterion).OrderBy(criterion => criterion.Key))
            yield return Agreed(plan, kind, criterion.Key, [.. criterion]);
    }

    private static PlanFinding? Found(StatedPlan plan, TargetKind kind, IGrouping<TargetPlace, TargetsNamed> listed, List<CommunesCounted> counts)
    {
        var ((commune, criterion), places) = (listed.Key, Places(listed));
        var (name, said, saidEnglish) = (plan.NameOf(commune), kind == TargetKind.Attain ? "đạt" : "duy trì", kind == TargetKind.Attain ? "to attain" : "to keep");
        var naming = counts.Where(count => count.Communes is not null).ToList();
        if (naming.Count > 0)
        {
            var others = plan.Names(naming.SelectMany(count => count.Communes!).Distinct());
            return Rule.Contradiction(
                new($"{name} được giao {said} tiêu chí {criterion} ({places}), nhưng {Places(naming)} chỉ nêu {others}.",
                    $"{name} is {saidEnglish} criterion {criterion} ({places}), but {Places(naming)} names only {others}."),
                plan.Quotes([.. listed, .. naming]), commune, criterion);
        }

        if (kind == TargetKind.Maintain)
            return null;
        if (counts.Count > 0)
        {
            return Rule.Doubt(
                new($"{name} được giao đạt tiêu chí {criterion} ({places}); {Places(counts)} có số đếm nhưng không nêu tên xã, không biết có {name} hay không.",
                    $"{name} is to attain criterion {criterion} ({places}); {Places(counts)} counts without naming communes, so whether {name} is among them cannot be told."),
                plan.Quotes([.. listed, .. counts]), commune, criterion);
        }

        return !plan.Counts(Gaining).Any() ? null : Rule.Doubt(
            new($"{name} được giao đạt tiêu chí {criterion} ({places}), nhưng kế hoạch không đếm xã nào cho tiêu chí này như với các tiêu chí khác.",
                $"{name} is to attain criterion {criterion} ({places}), but the plan counts no commune for this criterion as it does for others."),
            plan.Quotes(listed), commune, criterion);
    }

    private static PlanAgreement Agreed(StatedPlan plan, TargetKind kind, int criterion, IReadOnlyList<(TargetPlace Target, IEnumerable<PlanStatement> Said)> agreeing)
    {
        var (names, said) = (plan.Names(agreeing.Select(agreed => agreed.Target.Commune)), agreeing.SelectMany(agreed => agreed.Said).Distinct().ToList());
        var (vietnamese, english) = kind == TargetKind.Attain ? ("đạt", "to attain") : ("duy trì", "to keep");
        return Rule.Agreement(
            new($"Tiêu chí {criterion}: {names} {vietnamese}, nêu ở cả {Places(said)}.", $"Criterion {criterion}: {names} {english}, said in {Places(said)} alike."),
            plan.Quotes(said), criterion: criterion);
    }
}
