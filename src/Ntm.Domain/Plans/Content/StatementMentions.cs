using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Content;

/// <summary>The units and criteria a statement names, by the field that names them.</summary>
internal static class StatementMentions
{
    internal static IEnumerable<(string Field, UnitId Unit)> Units(PlanStatement statement) => statement switch
    {
        ExtentStated e => [("unit", e.Unit)],
        CohortMentioned e => Each("members", e.Members),
        TargetsNamed e => Each("communes", e.Communes),
        CommunesCounted e => Each("communes", e.Communes),
        RecognitionsCounted e => Each("communes", e.Communes),
        StateStated e => Each("communes", e.Communes),
        DutyStated e => Each("communes", e.Communes),
        NumbersTabled e => e.Parts.Select((part, index) => ($"parts[{index}].unit", part.Unit)),
        _ => [],
    };

    internal static IEnumerable<(string Field, int Criterion)> Criteria(PlanStatement statement) => statement switch
    {
        TargetsNamed e => e.Criteria.Select((criterion, index) => ($"criteria[{index}]", criterion)),
        CommunesCounted e => [("criterion", e.Criterion)],
        StateStated e => [("criterion", e.Criterion)],
        IndicatorStated { Criterion: { } criterion } => [("criterion", criterion)],
        _ => [],
    };

    private static IEnumerable<(string Field, UnitId Unit)> Each(string field, IReadOnlyList<UnitId>? units) =>
        units?.Select((unit, index) => ($"{field}[{index}]", unit)) ?? [];
}
