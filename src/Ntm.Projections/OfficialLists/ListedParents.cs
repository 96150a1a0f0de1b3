using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Projections.OfficialLists;

/// <summary>Finds the unit a row names as the one above it: among the rows of the list where it has that tier, else in the record.</summary>
internal sealed class ListedParents
{
    private readonly RecordedArea _area;
    private readonly Dictionary<UnitTier, ILookup<string, ListedRow>> _listed;
    private readonly Dictionary<UnitTier, ILookup<string, Candidate>> _recorded = [];
    private readonly Dictionary<UnitId, string> _new = [];

    internal ListedParents(RecordedArea area, List<ListedRow> rows)
    {
        _area = area;
        _listed = rows.GroupBy(row => row.Tier).ToDictionary(tier => tier.Key, tier => tier.ToLookup(row => row.NameKey));
    }

    private sealed record Candidate(UnitId? Unit, string? NameKey, string? Code, UnitId? Parent, ListedRow? Row);

    /// <summary>Has the rows of a tier, now that each is a recorded unit or a new one, known to the tiers below it.</summary>
    internal void Settle(IEnumerable<ListedRow> rows)
    {
        foreach (var row in rows.Where(row => row.NewUnit is not null))
            _new[row.NewUnit!.Value] = row.NameKey;
    }

    /// <returns>Null where the parent of the row is now known.</returns>
    internal Refusal? Resolve(ListedRow row)
    {
        if (row.Listed.Parent is not { } named)
        {
            row.Parent = _area.Under;
            return null;
        }

        var key = named.Name is { } name ? ListedName.KeyWithoutLevel(name) : null;
        var found = Candidates(row.Tier, named.Tier, key).Where(candidate => Fits(candidate, key, named.Code)).ToList();
        if (found.Count > 1 && named.Above?.Name is { } above)
        {
            var keyAbove = ListedName.KeyWithoutLevel(above);
            found = found.FindAll(candidate => candidate.Parent is { } parent && KeyOf(parent) == keyAbove);
        }

        if (found.Count != 1)
            return ListRefusals.ParentIsUnknown(named.Column, named.Written, found.Count);
        if (found[0].Row is { Doubt: not null } doubtful)
            return ListRefusals.ParentIsDoubtful(named.Column, named.Written, doubtful.Listed.Line);
        row.Parent = found[0].Unit;
        return null;
    }

    // A parent's parent may itself be new in this list.
    private string? KeyOf(UnitId unit) => _area.NameKeyOf(unit) ?? _new.GetValueOrDefault(unit);

    private IEnumerable<Candidate> Candidates(UnitTier below, UnitTier? named, string? key)
    {
        foreach (var tier in Enum.GetValues<UnitTier>().Where(tier => tier < below && (named ?? tier) == tier))
        {
            var rows = _listed.GetValueOrDefault(tier);
            var within = rows is not null
                ? (key is null ? rows.SelectMany(same => same) : rows[key]).Select(Of)
                : key is null ? Recorded(tier).SelectMany(same => same) : Recorded(tier)[key];
            foreach (var candidate in within)
                yield return candidate;
            if (_area.Top is { } top && _area.TierOf(top) == tier)
                yield return Of(top);
        }
    }

    private ILookup<string, Candidate> Recorded(UnitTier tier) => _recorded.TryGetValue(tier, out var known)
        ? known
        : _recorded[tier] = _area.Of(tier).Select(Of).Where(candidate => candidate.NameKey is not null).ToLookup(candidate => candidate.NameKey!);

    private Candidate Of(UnitHistory unit) => new(unit.Unit, _area.NameKeyOf(unit.Unit), _area.CodeOf(unit), _area.ParentOf(unit), null);

    private static Candidate Of(ListedRow row) => new(row.Unit?.Unit ?? row.NewUnit, row.NameKey, row.Listed.Code, row.Parent, row);

    // A name decides and a code may only speak against it; without a name the code has to be that of the unit.
    private static bool Fits(Candidate candidate, string? key, string? code)
    {
        if (key is not null && candidate.NameKey != key)
            return false;
        if (code is null || (candidate.Code is null && key is not null))
            return true;
        return candidate.Code?.TrimStart('0') == code.TrimStart('0');
    }
}
