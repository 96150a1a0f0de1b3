using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Projections.OfficialLists;

/// <summary>Finds for the rows of one tier the recorded units they are, from what is certain to what is only possible.</summary>
internal sealed class ListMatching(RecordedArea area, List<ListedRow> rows, List<UnitHistory> recorded)
{
    private readonly HashSet<UnitId> _taken = [];

    /// <summary>Recorded units that are in no row and in no doubt.</summary>
    internal IEnumerable<UnitHistory> Unmatched => recorded.Where(unit => !_taken.Contains(unit.Unit));

    private IEnumerable<ListedRow> Open => rows.Where(row => row.Unit is null);

    internal IReadOnlyList<LineRefusal> Run()
    {
        // The level tells the commune from the town of one name; where it does not, it has changed.
        var refusals = MatchByName(row => row.Listed.Level, area.LevelOf);
        if (refusals.Count == 0)
            refusals = MatchByName(_ => null, _ => null);
        if (refusals.Count > 0)
            return refusals;
        MatchUnderOtherParent();
        DoubtSameCode();
        DoubtOneForOne();
        return [];
    }

    private List<LineRefusal> MatchByName(Func<ListedRow, UnitLevel?> levelOfRow, Func<UnitHistory, UnitLevel?> levelOf)
    {
        var refusals = new List<LineRefusal>();
        var byName = Unmatched.ToLookup(unit => (area.ParentOf(unit), area.NameKeyOf(unit.Unit), levelOf(unit)));
        foreach (var row in Open.ToList())
        {
            var found = byName[(row.Parent, row.NameKey, levelOfRow(row))].Where(unit => !_taken.Contains(unit.Unit)).ToList();
            if (found.Count > 1)
                found = found.FindAll(unit => row.Listed.Code is { } code && area.CodeOf(unit) == code) is { Count: 1 } coded ? coded : found;
            if (found.Count > 1)
                refusals.Add(new LineRefusal(row.Listed.Line, ListRefusals.UnitIsAmbiguous("name", row.Listed.Name, found.Select(unit => unit.Unit))));
            else if (found.Count == 1)
                Take(row, found[0], null);
        }

        return refusals;
    }

    // Name and code together say that it is the same, moved from one parent to another of the same tier. Where the tier of the parents
    // differs, as in July 2025, a new commune may have taken both from one it was made of.
    private void MatchUnderOtherParent()
    {
        var byName = Unmatched.ToLookup(unit => area.NameKeyOf(unit.Unit));
        foreach (var same in Open.GroupBy(row => row.NameKey).Where(same => same.Count() == 1).ToList())
        {
            var row = same.Single();
            if (byName[row.NameKey].ToList() is not [var unit])
                continue;
            var sameCode = row.Listed.Code is { } code && area.CodeOf(unit) == code;
            var sameTier = row.Parent is { } parent && area.ParentOf(unit) is { } before && area.TierOf(parent) == area.TierOf(before);
            Take(row, unit, sameCode && sameTier ? null : DoubtReasons.OtherParent);
        }
    }

    // Codes are used again: 06283 was Đại An, then An Sơn.
    private void DoubtSameCode()
    {
        foreach (var row in Open.Where(row => row.Listed.Code is not null).ToList())
        {
            if (Unmatched.Where(unit => area.CodeOf(unit) == row.Listed.Code).ToList() is [var unit])
                Take(row, unit, DoubtReasons.SameCode);
        }
    }

    private void DoubtOneForOne()
    {
        var gone = Unmatched.ToLookup(area.ParentOf);
        foreach (var under in Open.GroupBy(row => row.Parent).ToList())
        {
            if (under.ToList() is [var row] && gone[under.Key].ToList() is [var unit] && (row.Listed.Code is null || area.CodeOf(unit) is null))
                Take(row, unit, DoubtReasons.OneForOne);
        }
    }

    private void Take(ListedRow row, UnitHistory unit, string? doubt)
    {
        (row.Unit, row.Doubt) = (unit, doubt);
        _taken.Add(unit.Unit);
    }
}
