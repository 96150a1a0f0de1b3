using Ntm.Domain.Names;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.UnitSearch;

/// <summary>
/// Finds units by any name they ever had, ended units too. Tone marks, hats, case and composition are ignored for finding only: what is
/// found is told by its slug, and two units of one name stay two.
/// </summary>
public static class UnitSearchReading
{
    /// <summary>More than these are counted and not told.</summary>
    public const int Most = 50;

    private static readonly string[] LevelWords = ["XA ", "HUYEN ", "TINH ", "PHUONG ", "THI TRAN ", "DAC KHU "];

    public static UnitsFound Answer(RecordIndex index, string query, long knownAt)
    {
        var sought = Sought(query);
        var found = sought.Length == 0 ? [] : index.Register.Units.Values
            .Where(unit => unit.IsKnownAt(knownAt))
            .Select(unit => (Unit: unit, Rank: RankOf(unit, sought, query.Trim(), knownAt), Name: unit.NameOn(DateOnly.MaxValue, knownAt) ?? unit.Unit.Value))
            .Where(one => one.Rank is not null)
            .OrderBy(one => one.Rank).ThenBy(one => one.Name, VietnameseNames.Order).ThenBy(one => one.Unit.Unit, UnitId.Ordinal)
            .ToList();
        return new UnitsFound(query, KnownAt.Of(index, knownAt), found.Count, [.. found.Take(Most).Select(one => Row(index, one.Unit, one.Name, knownAt))]);
    }

    private static string Sought(string query)
    {
        var sought = string.Join(' ', VietnameseNames.Unmarked(query).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // People write xã Vân An; no name of the record begins with its level.
        return LevelWords.FirstOrDefault(word => sought.StartsWith(word, StringComparison.Ordinal)) is { } level ? sought[level.Length..] : sought;
    }

    private static int? RankOf(UnitHistory unit, string sought, string typed, long knownAt)
    {
        if (unit.Unit.Value == typed || unit.Codes.Any(code => code.StandsAt(knownAt) && code.Value == typed))
            return 0;
        return unit.Names.Where(name => name.StandsAt(knownAt)).Select(name => RankOf(VietnameseNames.Unmarked(name.Value), sought)).Min();
    }

    private static int? RankOf(string name, string sought) => name == sought ? 0
        : name.StartsWith(sought, StringComparison.Ordinal) ? 1
        : name.Contains($" {sought}", StringComparison.Ordinal) ? 2
        : name.Contains(sought, StringComparison.Ordinal) ? 3
        : null;

    private static UnitFound Row(RecordIndex index, UnitHistory unit, string name, long knownAt)
    {
        var end = unit.EndAt(knownAt);
        var parent = unit.ParentOn(DateOnly.MaxValue, knownAt);
        return new UnitFound(
            unit.Unit.Value, name, unit.LevelOn(DateOnly.MaxValue, knownAt) is { } level ? UnitLevels.Names.NameOf(level) : null,
            parent?.Value, parent is { } above ? index.Register.Find(above)?.NameOn(DateOnly.MaxValue, knownAt) : null,
            end?.EffectiveOn, end is null ? null : [.. end.Value.Select(successor => successor.Value)],
            [.. unit.Names.Where(held => held.StandsAt(knownAt)).OrderBy(held => held.EffectiveOn).ThenBy(held => held.Sequence).Select(held => new NameHeld(held.Value, held.EffectiveOn))]);
    }
}
