using Ntm.Domain.Criteria;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans;

/// <summary>
/// What a plan file is refused for though its form is right: what it names is not there, or is named twice in one list. What a plan says
/// wrongly of itself is no fault of the file; it is entered as printed.
/// </summary>
public static class PlanRules
{
    /// <param name="map">The units as the record knows them.</param>
    public static IReadOnlyList<Refusal> Faults(PlanDocument plan, CriteriaCatalog catalog, UnitMap map, long knownAt)
    {
        var refusals = new List<Refusal>();
        if (plan.To < plan.From)
            refusals.Add(PlanRefusals.PeriodReversed());
        if (plan.Content is not { } content)
            return refusals;

        var day = plan.Document!.Date;
        if (map.Find(plan.Scope)?.IsKnownAt(knownAt) != true)
            refusals.Add(RuleRefusals.UnitUnknown(plan.Scope, "scope"));
        else
            refusals.AddRange(UnitFaults(plan, content, map.Under(plan.Scope, day, knownAt).Select(unit => unit.Unit).Append(plan.Scope).ToHashSet(), day));
        refusals.AddRange(CriteriaFaults(content, catalog));
        refusals.AddRange(Repeated(content));
        return refusals;
    }

    private static IEnumerable<Refusal> UnitFaults(PlanDocument plan, PlanContent content, HashSet<UnitId> within, DateOnly day) =>
        from named in Named(content)
        where !within.Contains(named.Unit)
        select PlanRefusals.CommuneOutside(named.Field, named.Unit.Value, plan.Scope.Value, day);

    private static IEnumerable<Refusal> CriteriaFaults(PlanContent content, CriteriaCatalog catalog)
    {
        if (catalog.Find(content.Set) is not { } set)
            return [RuleRefusals.SetUnknown(content.Set, "content.set")];
        return from statement in content.Statements.Select((statement, index) => (Statement: statement, Index: index))
               from named in StatementMentions.Criteria(statement.Statement)
               where named.Criterion < 1 || named.Criterion > set.Criteria.Count
               select RuleRefusals.CriterionUnknown(content.Set, named.Criterion, set.Criteria.Count, Path(statement.Index, named.Field));
    }

    private static IEnumerable<Refusal> Repeated(PlanContent content)
    {
        for (var index = 0; index < content.Statements.Count; index++)
        {
            var first = new Dictionary<UnitId, string>();
            foreach (var (field, unit) in StatementMentions.Units(content.Statements[index]))
            {
                if (!first.TryAdd(unit, Path(index, field)))
                    yield return PlanRefusals.CommuneTwice(Path(index, field), unit.Value, first[unit]);
            }
        }
    }

    private static IEnumerable<(string Field, UnitId Unit)> Named(PlanContent content) =>
        content.Statements.SelectMany((statement, index) => StatementMentions.Units(statement).Select(named => (Path(index, named.Field), named.Unit)));

    private static string Path(int statement, string field) => $"content.statements[{statement}].{field}";
}
