using Ntm.Domain.Tables;
using Ntm.Domain.Units;

namespace Ntm.Projections.Tables;

/// <summary>The units a workbook can speak of: those living under its unit on its day, as they were called then.</summary>
internal sealed class TableTerritory
{
    private readonly UnitMap _map;
    private readonly UnitId _unit;
    private readonly DateOnly _on;
    private readonly long _knownAt;
    private readonly List<NamedUnit> _under;
    private readonly CommuneNames _districts;
    private readonly Dictionary<UnitId, CommuneNames> _names = [];

    internal TableTerritory(UnitMap map, UnitId unit, DateOnly on, long knownAt)
    {
        (_map, _unit, _on, _knownAt) = (map, unit, on, knownAt);
        _under = Under(unit);
        _districts = new CommuneNames([.. _under.Where(named => named.Level is UnitLevel.District or UnitLevel.Province)]);
    }

    internal bool Reaches(UnitId unit) => unit == _unit || _under.Exists(named => named.Unit == unit);

    internal string NameOf(UnitId unit) => _map.Find(unit)?.NameOn(_on, _knownAt) ?? unit.Value;

    /// <summary>A sheet named like one district of the unit holds that district; any other the unit itself.</summary>
    internal UnitId UnitOfSheet(string sheet) => _districts.Find(CellText.Clean(sheet)) is [var district] ? district.Unit : _unit;

    /// <summary>The units a row can name: communes, and what is neither above them.</summary>
    internal CommuneNames NamesUnder(UnitId unit)
    {
        if (_names.TryGetValue(unit, out var names))
            return names;
        var units = unit == _unit ? _under : Under(unit);
        return _names[unit] = new CommuneNames([.. units.Where(named => named.Level is not (UnitLevel.Province or UnitLevel.District))]);
    }

    private List<NamedUnit> Under(UnitId unit) =>
    [
        .. _map.Under(unit, _on, _knownAt)
            .Select(history => (History: history, Name: history.NameOn(_on, _knownAt), Level: history.LevelOn(_on, _knownAt)))
            .Where(read => read.Name is not null && read.Level is not null)
            .Select(read => new NamedUnit(read.History.Unit, CellText.Clean(read.Name!), read.Level!.Value, read.History.ParentOn(_on, _knownAt))),
    ];
}
