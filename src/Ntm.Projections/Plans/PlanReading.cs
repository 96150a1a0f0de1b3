using Ntm.Domain.Plans;
using Ntm.Domain.Recording;

namespace Ntm.Projections.Plans;

/// <summary>
/// The plans the record knows at a sequence. Of each, what its last issue or revision says, whatever the day: a plan's day is that of its
/// document, not of its force. Its document stays that of its issue, also where a revision came by another.
/// </summary>
public static class PlanReading
{
    /// <summary>Ordered by id, ordinal.</summary>
    public static IReadOnlyList<PlanDocument> List(Register register, long knownAt) =>
    [
        .. register.Plans.Values
            .Select(history => Read(history, knownAt))
            .OfType<PlanDocument>()
            .OrderBy(plan => plan.Id.Value, StringComparer.Ordinal),
    ];

    /// <returns>Null where the plan is not known at that sequence.</returns>
    public static PlanDocument? Find(Register register, PlanId plan, long knownAt) =>
        register.Plans.TryGetValue(plan, out var history) ? Read(history, knownAt) : null;

    private static PlanDocument? Read(PlanHistory history, long knownAt) =>
        history.IssueAt(knownAt) is { } issue && history.StandingAt(knownAt) is { } standing ? PlanDocument.Of(standing.Value, issue.Value.Basis) : null;
}
