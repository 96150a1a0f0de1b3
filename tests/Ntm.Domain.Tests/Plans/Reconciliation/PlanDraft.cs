using Ntm.Domain.Criteria;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Plans.Reconciliation;
using Ntm.Domain.Units;

namespace Ntm.Domain.Tests.Plans.Reconciliation;

/// <summary>A plan that is being written: its frame and its statements, one of which can be changed for another.</summary>
internal sealed record PlanDraft(PlanFrame Frame, IReadOnlyList<PlanStatement> Statements)
{
    internal PlanReconciliation Check() =>
        ReconciliationRules.Check(new StatedPlan(new PlanContent(new SetId("ntm-2016-2020"), Statements), Frame));

    internal IEnumerable<T> All<T>() where T : PlanStatement => Statements.OfType<T>();

    internal T The<T>(string id) where T : PlanStatement => All<T>().Single(statement => statement.Id == id);

    internal PlanDraft With(params PlanStatement[] added) => this with { Statements = [.. Statements, .. added] };

    internal PlanDraft Without(PlanStatement removed) => this with { Statements = [.. Statements.Where(statement => statement.Id != removed.Id)] };

    internal PlanDraft Change(PlanStatement changed) =>
        this with { Statements = [.. Statements.Select(statement => statement.Id == changed.Id ? changed : statement)] };

    /// <summary>One row of a table replaced.</summary>
    internal PlanDraft Change(NumbersTabled table, string row, Func<TableRow, TableRow> change) =>
        Change(table with { Rows = [.. table.Rows.Select(one => one.Id == row ? change(one) : one)] });

    public override string ToString() => string.Join('\n', Statements);

    internal static UnitId Commune(int number) => UnitId.Parse($"district.commune-{number:D2}");
}
