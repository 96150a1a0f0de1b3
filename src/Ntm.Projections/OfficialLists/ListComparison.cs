using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Projections.OfficialLists;

/// <summary>
/// Holds an official list against the record on a day (docs/adr/0021-official-lists.md). A unit is found again by its name under its
/// parent; a code alone never says that two are one. Whatever can be read in two ways is a doubt and says both.
/// </summary>
public sealed class ListComparison
{
    private readonly RecordedArea _area;
    private readonly List<ListedRow> _rows;
    private readonly List<LineRefusal> _refusals = [];
    private readonly List<UnitHistory> _gone = [];

    private ListComparison(Register register, DateOnly on, UnitId? under, IReadOnlyList<ListedUnit> list)
    {
        _area = new RecordedArea(register, on, under);
        _rows = [.. list.Select(listed => new ListedRow(listed))];
    }

    /// <param name="under">The unit whose area the list covers, living that day; null for the whole country.</param>
    /// <returns>With refusals there is nothing to compare.</returns>
    public static (ComparedList Compared, IReadOnlyList<LineRefusal> Refusals) Compare(
        Register register, DateOnly on, UnitId? under, IReadOnlyList<ListedUnit> list)
    {
        var comparison = new ListComparison(register, on, under, list);
        comparison.RequireCodesOnce();
        var parents = new ListedParents(comparison._area, comparison._rows);
        var identities = new NewIdentities(comparison._area);
        foreach (var tier in Enum.GetValues<UnitTier>())
            comparison.CompareTier(tier, parents, identities);
        return comparison._refusals.Count > 0 ? (new ComparedList([], []), comparison._refusals) : (comparison.Told(), []);
    }

    private void RequireCodesOnce()
    {
        foreach (var same in _rows.Where(row => row.Listed.Code is not null).GroupBy(row => row.Listed.Code!))
        {
            foreach (var row in same.Skip(1))
                Refuse(row, ListRefusals.CodeIsRepeated("code", same.Key, same.First().Listed.Line));
        }
    }

    private void CompareTier(UnitTier tier, ListedParents parents, NewIdentities identities)
    {
        var rows = _rows.FindAll(row => row.Tier == tier);
        if (rows.Count == 0)
            return;
        foreach (var row in rows)
        {
            if (parents.Resolve(row) is { } refusal)
                Refuse(row, refusal);
        }

        foreach (var same in rows.GroupBy(row => (row.Parent, row.NameKey, row.Listed.Level)))
        {
            foreach (var row in same.Skip(1))
                Refuse(row, ListRefusals.NameIsRepeated("name", row.Listed.Name, same.First().Listed.Line));
        }

        if (_refusals.Count > 0)
            return;
        var matching = new ListMatching(_area, rows, [.. _area.Of(tier)]);
        _refusals.AddRange(matching.Run());
        _gone.AddRange(matching.Unmatched);
        foreach (var row in rows.Where(row => row.Unit is null || row.Doubt is not null))
            row.NewUnit = identities.For(row);
        parents.Settle(rows);
    }

    private void Refuse(ListedRow row, Refusal refusal) => _refusals.Add(new LineRefusal(row.Listed.Line, refusal));

    private ComparedList Told()
    {
        var same = new List<string>();
        var differences = new List<UnitDifference>();
        foreach (var row in _rows)
        {
            var told = Differences(row).ToList();
            if (told.Count == 0)
                same.Add(row.Unit!.Unit.Value);
            differences.AddRange(told);
        }

        differences.AddRange(_gone.OrderBy(unit => unit.Unit, UnitId.Ordinal).Select(Gone));
        same.Sort(StringComparer.Ordinal);
        return new ComparedList(same, differences);
    }

    private IEnumerable<UnitDifference> Differences(ListedRow row)
    {
        if (row.Unit is not { } unit)
        {
            yield return Difference(row, DifferenceKinds.New, row.NewUnit!.Value, null);
            yield break;
        }

        if (row.Doubt is { } reason)
        {
            var reading = reason == DoubtReasons.OtherParent ? Readings.Reparented : Readings.Renamed;
            yield return Difference(row, DifferenceKinds.Doubtful, unit.Unit, unit) with
            {
                Reason = reason, Readings = [reading, Readings.New], NewUnit = row.NewUnit!.Value.Value,
            };
            yield break;
        }

        if (row.Parent != _area.ParentOf(unit))
            yield return Difference(row, DifferenceKinds.Reparented, unit.Unit, unit);
        if (row.Listed.Code is { } code && code != _area.CodeOf(unit))
            yield return Difference(row, DifferenceKinds.Recoded, unit.Unit, unit);
        if (row.Listed.Level != _area.LevelOf(unit))
            yield return Difference(row, DifferenceKinds.LevelChanged, unit.Unit, unit);
    }

    private UnitDifference Difference(ListedRow row, string kind, UnitId unit, UnitHistory? recorded) => new(
        row.Listed.Line, kind, unit.Value, row.Listed.Name, UnitLevels.Names.NameOf(row.Listed.Level), row.Parent?.Value, row.Listed.Code,
        row.Listed.CodeAsWritten, recorded is null ? null : _area.Recorded(recorded), _area.CarrierOf(row.Listed.Code, recorded?.Unit));

    private UnitDifference Gone(UnitHistory unit) => new(
        null, DifferenceKinds.Gone, unit.Unit.Value, _area.NameOf(unit), null, null, null, null, _area.Recorded(unit), null);
}
