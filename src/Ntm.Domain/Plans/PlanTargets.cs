using Ntm.Domain.Plans.Content;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans;

/// <summary>A target one statement of a plan gives one commune.</summary>
public sealed record PlannedTarget(string Statement, UnitId Unit, int Criterion, TargetKind Kind, DateOnly Due, string Source);

/// <summary>
/// The targets a plan gives commune by commune: those of statements that name communes and criteria, and those of counts that name their
/// communes or mean every one. A number alone gives nobody a target.
/// </summary>
public static class PlanTargets
{
    /// <param name="communes">The communes of the plan's scope, in the order they shall be told.</param>
    public static IReadOnlyList<PlannedTarget> Of(PlanDocument plan, IReadOnlyList<UnitId> communes) =>
        plan.Content is not { } content ? [] : [.. content.Statements.SelectMany(statement => Of(plan, statement, communes))];

    private static IEnumerable<PlannedTarget> Of(PlanDocument plan, PlanStatement statement, IReadOnlyList<UnitId> communes) => statement switch
    {
        TargetsNamed named =>
            from commune in named.Communes
            from criterion in named.Criteria
            select new PlannedTarget(named.Id, commune, criterion, named.Kind, named.Deadline?.Due ?? plan.To, named.Text),
        CommunesCounted counted =>
            from commune in counted.All ? communes : counted.Communes ?? []
            select new PlannedTarget(
                counted.Id, commune, counted.Criterion, counted.Counts == CountKind.Maintained ? TargetKind.Maintain : TargetKind.Attain,
                counted.Deadline?.Due ?? plan.To, counted.Text),
        _ => [],
    };
}
