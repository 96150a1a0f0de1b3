using Ntm.Domain.Plans.Content;
using Ntm.Domain.Units;

namespace Ntm.Projections.PlanResults;

/// <summary>Who belongs to the cohorts a plan names: the communes named in any of its mentions, or the rest of the scope.</summary>
internal sealed class CohortMembers(PlanContent content, IReadOnlyList<UnitId> communes)
{
    /// <returns>Ordinal; null where the plan does not say who they are.</returns>
    internal IReadOnlyList<UnitId>? Of(string cohort) => Of(cohort, []);

    // A cohort that is the rest of itself says nothing.
    private List<UnitId>? Of(string cohort, IReadOnlyList<string> asked)
    {
        if (asked.Contains(cohort))
            return null;
        var mentions = content.Statements.OfType<CohortMentioned>().Where(mention => mention.Cohort == cohort).ToList();
        var named = mentions.SelectMany(mention => mention.Members ?? []).Distinct().Order(UnitId.Ordinal).ToList();
        if (named.Count > 0)
            return named;
        if (mentions.Find(mention => mention.AllBut is not null)?.AllBut is not { } others)
            return null;
        var left = new HashSet<UnitId>(communes);
        foreach (var other in others)
        {
            if (Of(other, [.. asked, cohort]) is not { } members)
                return null;
            left.ExceptWith(members);
        }

        return [.. left.Order(UnitId.Ordinal)];
    }
}
