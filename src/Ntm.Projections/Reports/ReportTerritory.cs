using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Time;
using Ntm.Domain.Units;

namespace Ntm.Projections.Reports;

/// <summary>Whose entries a list quotes: the unit, what lies under it on the map, and what had ended by then and lay under it on its last day.</summary>
internal sealed class ReportTerritory
{
    private readonly ReportQuestion _question;
    private readonly HashSet<UnitId> _onTheMap;

    internal ReportTerritory(ReportQuestion question)
    {
        _question = question;
        var map = question.Index.Map;
        _onTheMap =
        [
            question.Unit, .. map.Under(question.Unit, question.Boundary, question.KnownAt).Select(unit => unit.Unit),
            .. map.Communes(question.Unit, question.Boundary, question.KnownAt).Select(unit => unit.Unit),
        ];
    }

    /// <summary>
    /// What stands at the sequence and holds on the day, of every unit of the territory, each unit's by day and then in record order.
    /// </summary>
    internal IReadOnlyList<(UnitHistory Unit, IReadOnlyList<Fact<DatedEntry>> Entries)> Quoted() =>
    [
        .. _question.Index.Quoted.Units.Where(Holds)
            .Select(unit => (_question.Index.Map.Find(unit)!, Standing(unit)))
            .Where(unit => unit.Item2.Count > 0),
    ];

    /// <summary>It had ended by the day of the map: what is said of it is history.</summary>
    internal DateOnly? EndOf(UnitHistory unit) => unit.EndBy(_question.Boundary, _question.KnownAt)?.EffectiveOn;

    internal string NameOf(UnitHistory unit) => unit.NameOn(_question.Boundary, _question.KnownAt) ?? unit.Unit.Value;

    private IReadOnlyList<Fact<DatedEntry>> Standing(UnitId unit) =>
    [
        .. _question.Index.Quoted.Of(unit)
            .Where(entry => entry.StandsAt(_question.KnownAt) && entry.EffectiveOn <= _question.On)
            .OrderBy(entry => entry.EffectiveOn).ThenBy(entry => entry.Sequence),
    ];

    private bool Holds(UnitId unit)
    {
        if (_onTheMap.Contains(unit))
            return true;
        return _question.Index.Map.Find(unit)?.EndBy(_question.Boundary, _question.KnownAt) is { } end
            && LaysUnder(unit, VietnamCalendar.DayBefore(end.EffectiveOn));
    }

    // By the parents of that one day; a chain that comes back to itself reaches nothing.
    private bool LaysUnder(UnitId unit, DateOnly on)
    {
        var seen = new HashSet<UnitId>();
        for (UnitId? above = unit; above is { } next && seen.Add(next); above = _question.Index.Map.Find(next)?.ParentOn(on, _question.KnownAt))
        {
            if (next == _question.Unit)
                return true;
        }

        return false;
    }
}
