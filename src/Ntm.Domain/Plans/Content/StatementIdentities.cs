using Ntm.Domain.Refusals;

namespace Ntm.Domain.Plans.Content;

/// <summary>What names what inside one plan.</summary>
internal static class StatementIdentities
{
    /// <summary>Ids given twice, and objectives measured by nothing that is there.</summary>
    internal static IEnumerable<Refusal> Faults(IReadOnlyList<PlanStatement> statements, Func<string, string> path)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < statements.Count; index++)
        {
            if (!ids.Add(statements[index].Id))
                yield return FormRefusals.FieldInvalid(path($"statements[{index}].id"), PlanExpectations.OnceInThePlan);
            if (statements[index] is not NumbersTabled table)
                continue;
            for (var row = 0; row < table.Rows.Count; row++)
            {
                if (!ids.Add(table.Rows[row].Id))
                    yield return FormRefusals.FieldInvalid(path($"statements[{index}].rows[{row}].id"), PlanExpectations.OnceInThePlan);
            }
        }

        var cohorts = statements.OfType<CohortMentioned>().Select(mention => mention.Cohort).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < statements.Count; index++)
        {
            if (statements[index] is ObjectiveStated objective && objective.MeasuredBy.Any(id => !ids.Contains(id)))
                yield return FormRefusals.FieldInvalid(path($"statements[{index}].measuredBy"), PlanExpectations.IdsInThePlan);
            if (CohortsNamedBy(statements[index]).Any(cohort => !cohorts.Contains(cohort)))
                yield return FormRefusals.FieldInvalid(path($"statements[{index}]"), PlanExpectations.CohortsInThePlan);
        }
    }

    private static IEnumerable<string> CohortsNamedBy(PlanStatement statement) => statement switch
    {
        MinimumIncrease increase => [increase.Cohort],
        DutyStated { Cohorts: { } bound } => bound,
        TaskAssigned { Cohort: { } inspected } => [inspected],
        CohortMentioned mention => [.. mention.AllBut ?? [], .. mention.ReadAs ?? []],
        _ => [],
    };
}
