using Ntm.Domain.Plans.Content;
using Ntm.Domain.Units;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>Which communes a cohort has: said nowhere, or not everywhere alike.</summary>
internal static class CohortExtents
{
    internal static ReconciliationRule Undefined { get; } = new(
        "cohort_undefined", new("Nhóm xã không rõ gồm xã nào", "Cohort of unclear extent"), CheckUndefined);

    internal static ReconciliationRule Differing { get; } = new(
        "cohort_differs", new("Nhóm xã mỗi nơi một khác", "Cohort that differs from place to place"), CheckDiffering);

    private static IEnumerable<PlanObservation> CheckUndefined(StatedPlan plan)
    {
        foreach (var cohort in plan.Cohorts())
        {
            if (cohort.Any(mention => mention.Members is not null || mention.AllBut is not null || mention.ReadAs is not null) || IsDefinedByLevel(plan, cohort))
                continue;
            // Of a duty that binds others elsewhere, that is what is to be said.
            var bound = Bound(plan, cohort).Where(statement => statement is not DutyStated duty || !Duties.Differs(plan, duty.Duty)).ToList();
            if (bound.Count == 0 && cohort.All(mention => mention.Count is null))
                continue;
            var number = cohort.Select(mention => mention.Count).FirstOrDefault(count => count is not null);
            var (many, english) = number is { } printed ? ($" ({printed} xã)", $" ({printed})") : ("", "");
            yield return Undefined.Doubt(
                new($"“{cohort.First().Name}”{many}: kế hoạch giao việc cho nhóm này ({Places([.. cohort, .. bound])}) nhưng không nêu gồm những xã nào.",
                    $"“{cohort.First().Name}”{english}: the plan asks something of them ({Places([.. cohort, .. bound])}) and nowhere says which communes they are."),
                plan.Quotes([.. cohort, .. bound]));
        }
    }

    private static IEnumerable<PlanObservation> CheckDiffering(StatedPlan plan)
    {
        foreach (var cohort in plan.Cohorts())
        {
            var said = cohort.Where(mention => mention.Count is not null || mention.Members is not null || mention.ReadAs is not null).ToList();
            if (said.Count < 2)
                continue;
            var (counts, whole) = (said.Select(mention => mention.Count ?? (mention.Some ? null : plan.MembersIn(mention)?.Count)).OfType<int>().Distinct(), Whole(plan, said));
            var partial = said.Where(mention => mention is { Some: true, Members: not null }).All(mention => whole.All(members => mention.Members!.All(members.Contains)));
            if (counts.Count() <= 1 && whole.Count <= 1 && partial)
            {
                yield return Differing.Agreement(
                    new($"“{cohort.First().Name}”: {said.Count} nơi ({Places(said)}) nêu như nhau: {plan.Names(plan.MembersOf(cohort.Key) ?? [])}.",
                        $"“{cohort.First().Name}”: {said.Count} places ({Places(said)}) say the same: {plan.Names(plan.MembersOf(cohort.Key) ?? [])}."),
                    plan.Quotes(said));
                continue;
            }

            var message = new Criteria.BilingualText(
                $"“{cohort.First().Name}” mỗi nơi một khác: {string.Join("; ", said.Select(mention => $"{mention.Place}: {Vietnamese(plan, mention)}").Distinct())}.",
                $"“{cohort.First().Name}” differs from place to place: {string.Join("; ", said.Select(mention => $"{mention.Place}: {English(plan, mention)}").Distinct())}.");
            yield return said.Any(mention => mention.ReadAs is not null)
                ? Differing.Doubt(message, plan.Quotes(said))
                : Differing.Contradiction(message, plan.Quotes(said));
        }
    }

    // Those below a number of criteria are known by where they stand, not by name.
    private static bool IsDefinedByLevel(StatedPlan plan, IEnumerable<CohortMentioned> cohort) =>
        cohort.Any(mention => plan.All<IncreaseFromBelow>().Any(increase => increase.Text == mention.Text));

    /// <summary>What the plan asks of the cohort: statements that name it, and numbers in the very words that mention it.</summary>
    private static List<PlanStatement> Bound(StatedPlan plan, IGrouping<string, CohortMentioned> cohort) => [.. plan.Content.Statements.Where(statement => statement switch
    {
        MinimumIncrease increase => increase.Cohort == cohort.Key,
        DutyStated duty => duty.Cohorts?.Contains(cohort.Key) == true,
        TaskAssigned task => task.Cohort == cohort.Key,
        IndicatorStated indicator => cohort.Any(mention => mention.Text == indicator.Text),
        _ => false,
    })];

    /// <summary>The different sets of members that mentions give as the whole.</summary>
    private static List<HashSet<UnitId>> Whole(StatedPlan plan, IEnumerable<CohortMentioned> said)
    {
        var sets = new List<HashSet<UnitId>>();
        foreach (var members in said.Where(mention => !mention.Some).Select(plan.MembersIn).OfType<IReadOnlyList<UnitId>>())
        {
            if (!sets.Any(set => set.SetEquals(members)))
                sets.Add([.. members]);
        }

        return sets;
    }

    private static string Vietnamese(StatedPlan plan, CohortMentioned mention)
    {
        var names = mention.Members is null ? mention.ReadAs is null ? "không nêu tên" : $"không nêu tên, đọc là {plan.Names(plan.MembersIn(mention) ?? [])}" : $"{(mention.Some ? "trong đó có " : "")}{plan.Names(mention.Members)}";
        return mention.Count is { } count ? $"{count} xã ({names})" : names;
    }

    private static string English(StatedPlan plan, CohortMentioned mention)
    {
        var names = mention.Members is null ? mention.ReadAs is null ? "unnamed" : $"unnamed, read as {plan.Names(plan.MembersIn(mention) ?? [])}" : $"{(mention.Some ? "among them " : "")}{plan.Names(mention.Members)}";
        return mention.Count is { } count ? $"{count} ({names})" : names;
    }
}
