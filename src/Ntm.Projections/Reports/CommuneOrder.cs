using Ntm.Domain.Names;
using Ntm.Domain.Units;

namespace Ntm.Projections.Reports;

/// <summary>Communes in the order of their names, those of one parent together.</summary>
internal sealed class CommuneOrder
{
    private readonly ReportQuestion _question;
    private readonly Dictionary<UnitId, (int Rank, string Name)> _parents;

    internal CommuneOrder(ReportQuestion question, IEnumerable<UnitId> communes)
    {
        _question = question;
        var parents = communes.Select(ParentOf).OfType<UnitId>().Distinct().Select(parent => (Unit: parent, Name: question.NameOf(parent) ?? parent.Value));
        _parents = parents.OrderBy(parent => parent.Name, VietnameseNames.Order).ThenBy(parent => parent.Unit, UnitId.Ordinal)
            .Select((parent, rank) => (parent.Unit, Place: (Rank: rank, parent.Name)))
            .ToDictionary(parent => parent.Unit, parent => parent.Place);
        TellsParents = _parents.Keys.Any(parent => parent != question.Unit);
    }

    /// <summary>Some of them lie under another unit than the one asked about.</summary>
    internal bool TellsParents { get; }

    internal string? ParentNameOf(UnitId commune) => ParentOf(commune) is { } parent ? _parents[parent].Name : null;

    internal IEnumerable<T> Sort<T>(IEnumerable<T> rows, Func<T, UnitId> unit, Func<T, string> name) => rows
        .OrderBy(row => ParentOf(unit(row)) is { } parent ? _parents[parent].Rank : -1)
        .ThenBy(name, VietnameseNames.Order)
        .ThenBy(unit, UnitId.Ordinal);

    private UnitId? ParentOf(UnitId commune) => _question.Index.Map.Find(commune)?.ParentOn(_question.Boundary, _question.KnownAt);
}
