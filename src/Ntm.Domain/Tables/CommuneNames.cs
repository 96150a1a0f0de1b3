using System.Collections.Immutable;
using Ntm.Domain.Names;
using Ntm.Domain.Units;

namespace Ntm.Domain.Tables;

/// <summary>
/// Finds the unit a row's label names among those living under a unit that day. Equal spelling is a match; anything less is a doubt with
/// suggestions.
/// </summary>
public sealed class CommuneNames(IReadOnlyList<NamedUnit> units)
{
    private const int SuggestionsAtMost = 3;

    private static readonly ImmutableArray<(string Word, UnitLevel Level)> LevelWords =
    [
        .. new[]
        {
            ("xã", UnitLevel.Commune), ("x.", UnitLevel.Commune), ("thị trấn", UnitLevel.Township), ("tt.", UnitLevel.Township),
            ("tt", UnitLevel.Township), ("phường", UnitLevel.Ward), ("p.", UnitLevel.Ward), ("đặc khu", UnitLevel.SpecialZone),
            ("huyện", UnitLevel.District), ("h.", UnitLevel.District), ("thị xã", UnitLevel.District), ("thành phố", UnitLevel.District),
            ("tp.", UnitLevel.District), ("tỉnh", UnitLevel.Province),
        }.Select(pair => (NameSpelling.Of(pair.Item1), pair.Item2)).OrderByDescending(pair => pair.Item1.Length),
    ];

    private readonly ILookup<string, NamedUnit> _bySpelling = units.ToLookup(unit => NameSpelling.Of(unit.Name));

    public IReadOnlyList<NamedUnit> Units { get; } = units;

    /// <summary>Every unit spelled so: one is a match, several are a doubt.</summary>
    public IReadOnlyList<NamedUnit> Find(string label)
    {
        var key = Spelled(label);
        var (bare, level) = WithoutLevel(key);
        // Some names begin with such a word; the whole of it is looked for as well.
        return [.. _bySpelling[key].Union(_bySpelling[bare].Where(unit => level is null || unit.Level == level))];
    }

    /// <summary>Units whose name differs in tone marks or a letter or two, likeliest first.</summary>
    public IReadOnlyList<NamedUnit> Suggest(string label)
    {
        // "Vân Mộng (xã điểm)" may well be Vân Mộng, but somebody has to say so.
        var sought = VietnameseNames.Unmarked(WithoutLevel(Spelled(label.Split('(')[0])).Bare);
        return
        [
            .. Units.Select(unit => (Unit: unit, Distance: Distance(sought, VietnameseNames.Unmarked(unit.Name))))
                .Where(near => near.Distance <= Math.Min(2, sought.Length / 3))
                .OrderBy(near => near.Distance).ThenBy(near => near.Unit.Unit, UnitId.Ordinal)
                .Take(SuggestionsAtMost).Select(near => near.Unit),
        ];
    }

    // "3. Xã Vân Mộng" is numbered, not named so.
    private static string Spelled(string label)
    {
        var text = label.AsSpan().TrimStart("0123456789");
        if (text.Length < label.Length)
            text = text.TrimStart(".)-/ ");
        return CellText.Key(text.TrimStart("-+*• ").ToString());
    }

    private static (string Bare, UnitLevel? Level) WithoutLevel(string key)
    {
        foreach (var (word, level) in LevelWords)
        {
            if (key.Length > word.Length && key.StartsWith(word, StringComparison.Ordinal) && (key[word.Length] is ' ' or ':' || word[^1] == '.'))
                return (key[word.Length..].TrimStart(' ', ':'), level);
        }

        return (key, null);
    }

    private static int Distance(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var row = 1; row <= one.Length; row++)
        {
            var current = new int[other.Length + 1];
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var replaced = previous[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
