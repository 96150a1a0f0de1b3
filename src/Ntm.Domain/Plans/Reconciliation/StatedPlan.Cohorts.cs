using Ntm.Domain.Plans.Content;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Reconciliation;

public sealed partial class StatedPlan
{
    /// <summary>The mentions of each cohort, in the plan's order.</summary>
    internal IEnumerable<IGrouping<string, CohortMentioned>> Cohorts() => All<CohortMentioned>().GroupBy(mention => mention.Cohort);

    /// <summary>What the plan calls a cohort, there if it speaks of it there, else where it first does.</summary>
    internal string NameOfCohort(string cohort, string? place = null) => MentionOf(cohort, place).Name;

    /// <summary>
    /// Every commune named as a member in any mention, with those of the cohorts it is read as; of a rest, what the others leave.
    /// Null where the plan does not say. What a rest leaves out is decided where it is spoken of.
    /// </summary>
    public IReadOnlyList<UnitId>? MembersOf(string cohort, string? place = null) => MembersOf(cohort, place, []);

    /// <summary>The members as one mention has them; null where it has none.</summary>
    internal IReadOnlyList<UnitId>? MembersIn(CohortMentioned mention) => mention.Members
        ?? (mention.ReadAs is { } others && others.Select(other => MembersOf(other)).ToList() is var read && read.All(members => members is not null)
            ? [.. read.SelectMany(members => members!).Distinct()]
            : null);

    private CohortMentioned MentionOf(string cohort, string? place) => All<CohortMentioned>().Where(mention => mention.Cohort == cohort)
        .OrderBy(mention => mention.Place == place ? 0 : 1).First();

    private List<UnitId>? MembersOf(string cohort, string? place, HashSet<string> asked)
    {
        // A cohort that is read as itself has no extent.
        if (!asked.Add(cohort))
            return null;
        try
        {
            var mentions = All<CohortMentioned>().Where(mention => mention.Cohort == cohort).ToList();
            var named = mentions.SelectMany(mention => mention.Members ?? [])
                .Concat(mentions.SelectMany(mention => mention.ReadAs ?? []).Distinct().SelectMany(other => MembersOf(other, place, asked) ?? []))
                .Distinct().ToList();
            if (named.Count > 0)
                return named;
            return MentionOf(cohort, place).AllBut is { } others ? Rest(others, place, asked) : null;
        }
        finally
        {
            asked.Remove(cohort);
        }
    }

    private List<UnitId>? Rest(IReadOnlyList<string> others, string? place, HashSet<string> asked)
    {
        var taken = new HashSet<UnitId>();
        foreach (var other in others)
        {
            if (MembersOf(other, place, asked) is not { } members)
                return null;
            taken.UnionWith(members);
        }

        return [.. Communes.Where(commune => !taken.Contains(commune))];
    }
}
