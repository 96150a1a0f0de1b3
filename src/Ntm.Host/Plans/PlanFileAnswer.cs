using Ntm.Domain.Plans;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Refusals;
using Ntm.Domain.Targets;

namespace Ntm.Host.Plans;

/// <summary>What a plan file says, what would be recorded of it, and everything it is refused for (docs/reference/plans.md).</summary>
/// <param name="Plan">Null where the file could not be read.</param>
/// <param name="Entry"><c>plan_issued</c>, <c>plan_revised</c>, or null where the record says the same.</param>
/// <param name="Recorded">Entries recorded now; null where nothing was to be recorded, or nothing could be.</param>
public sealed record PlanFileAnswer(
    string? Plan, string? Entry, IReadOnlyDictionary<string, int> Kinds, StatementChanges Statements, IReadOnlyList<PlanTargetRow> Added,
    IReadOnlyList<PlanTargetRow> Withdrawn, IReadOnlyList<PlanFault> Refusals, int? Recorded)
{
    public bool IsClear => Refusals.Count == 0;

    internal static PlanFileAnswer Refused(IReadOnlyList<Refusal> refusals) =>
        new(null, null, new Dictionary<string, int>(), new StatementChanges([], [], []), [], [], [.. refusals.Select(PlanFault.Of)], null);

    internal static PlanFileAnswer Of(PlanImportResult result) => new(
        result.Plan.Id.Value, result.Change.Entry switch { PlanIssued => "plan_issued", PlanRevised => "plan_revised", _ => null },
        Counted(result.Plan), StatementChanges.Between(result.Standing?.Content ?? default, result.Plan.Data),
        [.. result.Change.Added.Select(target => new PlanTargetRow(target.Unit.Value, target.Criterion, TargetKinds.Names.NameOf(target.Kind), target.Due, target.Statement, null))],
        [.. result.Change.Withdrawn.Select(target => new PlanTargetRow(
            target.Entry.Unit.Value, target.Entry.Criterion, TargetKinds.Names.NameOf(target.Entry.Kind), target.Entry.Due, null, target.Id))],
        [.. result.Refusals.Select(PlanFault.Of)], result.Recorded);

    private static SortedDictionary<string, int> Counted(PlanDocument plan) => new(
        plan.Content?.Statements.GroupBy(StatementKinds.NameOf).ToDictionary(kind => kind.Key, kind => kind.Count()) ?? [], StringComparer.Ordinal);
}

/// <param name="Statement">The statement that gives it; null for one that is withdrawn.</param>
/// <param name="Id">The entry that assigned it; null for one that is assigned now.</param>
public sealed record PlanTargetRow(string Unit, int Criterion, string Kind, DateOnly Due, string? Statement, Guid? Id);

/// <param name="Place">The cell with its sheet, or the path inside the JSON; null where it is of the whole file.</param>
/// <param name="Message">Vietnamese.</param>
public sealed record PlanFault(string Code, string? Place, string Message, string MessageEn)
{
    internal static PlanFault Of(Refusal refusal) => new(refusal.Code, refusal.Field, refusal.Vietnamese, refusal.English);
}
