using Ntm.Domain.Plans.Content;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>Names, and no number to hold them against. One name is its own number.</summary>
internal static class NamesWithoutCount
{
    internal static ReconciliationRule Rule { get; } = new(
        "names_without_count", new("Nêu tên xã, không có số", "Names without a number"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan) => plan.All<CommunesCounted>()
        .Where(count => count is { Number: null, Communes.Count: > 1 })
        .Select(count => Rule.Notice(
            new($"Tiêu chí {count.Criterion} ({count.Place}): nêu {count.Communes!.Count} xã ({plan.Names(count.Communes)}) mà không ghi số để đối chiếu.",
                $"Criterion {count.Criterion} ({count.Place}): {count.Communes!.Count} communes named ({plan.Names(count.Communes)}) and no number to hold them against."),
            plan.Quotes(count), criterion: count.Criterion));
}
