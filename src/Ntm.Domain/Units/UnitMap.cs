using Ntm.Domain.Recording;
using Ntm.Domain.Time;

namespace Ntm.Domain.Units;

/// <summary>
/// Who lies under whom, on any day, as known at any sequence. Made once for all the questions that come until something new is said of
/// the units themselves (<see cref="Register.UnitsChangedAt"/>).
/// </summary>
public sealed class UnitMap
{
    private const int NoUnit = -1;

    private readonly UnitHistory[] _units;
    private readonly Dictionary<UnitId, int> _places;

    // Of most units one parent was ever told: no need to look for its place at each question.
    private readonly int[] _onlyParents;

    public UnitMap(Register register)
    {
        ChangedAt = register.UnitsChangedAt;
        _units = [.. register.Units.Values.OrderBy(unit => unit.Unit, UnitId.Ordinal)];
        _places = new Dictionary<UnitId, int>(_units.Length);
        for (var place = 0; place < _units.Length; place++)
            _places[_units[place].Unit] = place;
        _onlyParents = [.. _units.Select(unit => unit.Parents is [{ Value: { } parent }] ? PlaceOf(parent) : NoUnit)];
    }

    /// <summary>The last entry that said something of the units themselves.</summary>
    public long ChangedAt { get; }

    public UnitHistory? Find(UnitId unit) => PlaceOf(unit) is >= 0 and var place ? _units[place] : null;

    /// <summary>
    /// Every living unit, of any level, whose chain of living parents reaches <paramref name="above"/>; itself left out; ordinal order.
    /// Nothing lies under a unit that does not live that day.
    /// </summary>
    public IReadOnlyList<UnitHistory> Under(UnitId above, DateOnly on, long knownAt)
    {
        if (Find(above)?.LivesOn(on, knownAt) != true)
            return [];
        var day = new Day(this, PlaceOf(above), on, knownAt);
        var under = new List<UnitHistory>();
        for (var place = 0; place < _units.Length; place++)
        {
            if (day.LiesUnder(place))
                under.Add(_units[place]);
        }

        return under;
    }

    /// <summary>Every unit that lives that day; ordinal order.</summary>
    public IReadOnlyList<UnitHistory> Living(DateOnly on, long knownAt) => [.. _units.Where(unit => unit.LivesOn(on, knownAt))];

    /// <summary>
    /// The communes a question on the map of day <paramref name="on"/> speaks of: those under the unit that day; of a unit ended by
    /// then, the living communes that descend from those it had on its last day.
    /// </summary>
    public IReadOnlyList<UnitHistory> Communes(UnitId above, DateOnly on, long knownAt)
    {
        if (Find(above)?.EndBy(on, knownAt) is not { } end)
            return [.. Under(above, on, knownAt).Where(unit => IsCommune(unit, on, knownAt))];

        var lastDay = VietnamCalendar.DayBefore(end.EffectiveOn);
        var heirs = new SortedDictionary<UnitId, UnitHistory>(UnitId.Ordinal);
        var seen = new HashSet<UnitId>();
        foreach (var commune in Under(above, lastDay, knownAt).Where(unit => IsCommune(unit, lastDay, knownAt)))
            GatherHeirs(commune.Unit, on, knownAt, heirs, seen);
        return [.. heirs.Values.Where(unit => IsCommune(unit, on, knownAt))];
    }

    public static bool IsCommune(UnitHistory unit, DateOnly on, long knownAt) => unit.LevelOn(on, knownAt) == UnitLevel.Commune;

    private int PlaceOf(UnitId unit) => _places.TryGetValue(unit, out var place) ? place : NoUnit;

    private int ParentOf(int place, DateOnly on, long knownAt)
    {
        var parent = _units[place].ParentOn(on, knownAt);
        return parent is not { } above ? NoUnit : _onlyParents[place] is not NoUnit and var only ? only : PlaceOf(above);
    }

    private void GatherHeirs(UnitId unit, DateOnly on, long knownAt, SortedDictionary<UnitId, UnitHistory> heirs, HashSet<UnitId> seen)
    {
        if (!seen.Add(unit) || Find(unit) is not { } history)
            return;
        if (history.LivesOn(on, knownAt))
            heirs.TryAdd(unit, history);
        else if (history.EndBy(on, knownAt) is { } end)
            foreach (var successor in end.Value)
                GatherHeirs(successor, on, knownAt, heirs, seen);
    }

    // One day as known at one sequence: each unit's chain of parents is climbed once, however many units lie below it.
    private readonly struct Day(UnitMap map, int above, DateOnly on, long knownAt)
    {
        private readonly Answer[] _answers = new Answer[map._units.Length];

        internal bool LiesUnder(int place)
        {
            if (_answers[place] == Answer.Open)
            {
                // Until it is known, no: a chain that comes back to itself reaches nothing.
                _answers[place] = Answer.No;
                if (map._units[place].LivesOn(on, knownAt) && map.ParentOf(place, on, knownAt) is >= 0 and var parent
                    && (parent == above || LiesUnder(parent)) && place != above)
                {
                    _answers[place] = Answer.Yes;
                }
            }

            return _answers[place] == Answer.Yes;
        }
    }

    private enum Answer : byte
    {
        Open,
        No,
        Yes,
    }
}
