using Ntm.Domain.Criteria;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.Inspections;

/// <summary>Answers what is inspected, what is to be put right, and what nobody has looked at. What is overdue is a question of the day.</summary>
public static class InspectionsReading
{
    /// <summary>What a list can be asked for: states of inspections and of remedies, and criteria nobody inspected.</summary>
    public static IReadOnlyList<string> States { get; } =
        ["planned", "overdue", "held", "cancelled", "due", "done", "disputed", "closed", "no_deadline", "uninspected"];

    /// <returns>Null where the unit is not known at that sequence.</returns>
    public static InspectionsAnswer? Answer(RecordIndex index, UnitId unit, DateOnly on, long knownAt, CriteriaCatalog catalog)
    {
        if (index.Register.Find(unit) is not { } history || !history.IsKnownAt(knownAt))
            return null;
        var inspections = new UnitInspections(index, unit, on, knownAt);
        return new InspectionsAnswer(
            unit.Value, history.NameOn(on, knownAt), history.LivesOn(on, knownAt), history.EndBy(on, knownAt)?.EffectiveOn, on, KnownAt.Of(index, knownAt),
            inspections.Inspections(), inspections.Remedies(), inspections.Findings(catalog));
    }

    /// <param name="state">One of <see cref="States"/>; null for everything.</param>
    /// <returns>Null where <paramref name="above"/> is not known at that sequence.</returns>
    public static InspectionListAnswer? AnswerUnder(RecordIndex index, UnitId above, string? state, DateOnly on, long knownAt, CriteriaCatalog catalog)
    {
        if (index.Map.Find(above)?.IsKnownAt(knownAt) != true)
            return null;
        var all = index.Map.Under(above, on, knownAt).OrderBy(unit => unit.Unit, UnitId.Ordinal).Select(unit =>
        {
            var inspections = new UnitInspections(index, unit.Unit, on, knownAt);
            return new InspectedUnit(unit.Unit.Value, unit.NameOn(on, knownAt), inspections.Inspections(), inspections.Remedies(), inspections.Uninspected(catalog));
        }).ToList();
        return new InspectionListAnswer(
            above.Value, state, on, KnownAt.Of(index, knownAt), TotalsOf(all), [.. all.Select(unit => Only(unit, state)).Where(SaysAnything)]);
    }

    private static bool SaysAnything(InspectedUnit unit) => unit.Inspections.Count + unit.Remedies.Count + unit.Uninspected.Count > 0;

    private static InspectedUnit Only(InspectedUnit unit, string? state) => state is null ? unit with { Uninspected = HasInspections(unit) ? unit.Uninspected : [] } : unit with
    {
        Inspections = [.. unit.Inspections.Where(row => row.State == state || (state == "held" && row.State == "held_late"))],
        Remedies = [.. unit.Remedies.Where(row => state == "overdue" ? IsOverdue(row) : row.State == state)],
        Uninspected = state == "uninspected" ? unit.Uninspected : [],
    };

    // Of a country without inspections everything is uninspected: that is told where it is asked for, and by the total.
    private static bool HasInspections(InspectedUnit unit) => unit.Inspections.Count > 0;

    // Also what is disputed, once its day has passed.
    private static bool IsOverdue(RemedyRow row) => row.State == "overdue" || row is { State: "disputed", OverdueDays: not null };

    private static InspectionTotals TotalsOf(List<InspectedUnit> units)
    {
        var inspections = units.SelectMany(unit => unit.Inspections).CountBy(row => row.State).ToDictionary();
        var remedies = units.SelectMany(unit => unit.Remedies).CountBy(row => row.State).ToDictionary();
        return new InspectionTotals(
            inspections.GetValueOrDefault("planned"), inspections.GetValueOrDefault("overdue"), inspections.GetValueOrDefault("held"),
            inspections.GetValueOrDefault("held_late"), inspections.GetValueOrDefault("cancelled"), remedies.GetValueOrDefault("due"),
            units.Sum(unit => unit.Remedies.Count(IsOverdue)), remedies.GetValueOrDefault("done"), remedies.GetValueOrDefault("disputed"),
            remedies.GetValueOrDefault("closed"), units.Sum(unit => unit.Uninspected.Count));
    }
}
