using System.Globalization;
using System.Text;
using Ntm.Domain.Units;

namespace Ntm.Projections.OfficialLists;

/// <summary>Names as lists write them: with or without the word of the level, composed or decomposed, the tone on one vowel or the other.</summary>
public static class ListedName
{
    // The longer before what it begins with.
    private static readonly (string Word, UnitLevel Level)[] Words =
    [
        ("thành phố trực thuộc trung ương", UnitLevel.Province), ("thành phố trung ương", UnitLevel.Province), ("tỉnh", UnitLevel.Province),
        ("thành phố thuộc thành phố", UnitLevel.District), ("thành phố thuộc tỉnh", UnitLevel.District), ("thành phố", UnitLevel.District),
        ("thị xã", UnitLevel.District), ("quận", UnitLevel.District), ("huyện", UnitLevel.District),
        ("thị trấn", UnitLevel.Township), ("phường", UnitLevel.Ward), ("đặc khu", UnitLevel.SpecialZone), ("xã", UnitLevel.Commune),
    ];

    private static readonly (string Key, UnitLevel Level)[] Keys = [.. Words.Select(word => (Key(word.Word), word.Level))];

    /// <summary>The level a word of a list means, Vietnamese or as in entries; null where it means none.</summary>
    public static UnitLevel? LevelOf(string word)
    {
        var sought = Key(word);
        foreach (var (known, level) in Keys)
        {
            if (known == sought)
                return level;
        }

        return UnitLevels.Names.TryParse(Composed(word).ToLowerInvariant(), out var named) ? named : null;
    }

    /// <summary>The name without the word of a level before it, and the level that word means. A number keeps its word: Phường 1.</summary>
    public static (string Name, UnitLevel? Level) Parse(string written)
    {
        var name = Composed(written);
        foreach (var (word, level) in Words)
        {
            if (name.Length > word.Length && name[word.Length] == ' ' && Key(name[..word.Length]) == Key(word))
                return (char.IsAsciiDigit(name[word.Length + 1]) ? name : name[(word.Length + 1)..], level);
        }

        return (name, null);
    }

    /// <summary>Equal for two spellings of one name: Hòa and Hoà, upper and lower case, with or without the word of the level.</summary>
    public static string Key(string name) => string.Join(' ', Composed(name).ToLowerInvariant().Split(' ').Select(SyllableKey));

    /// <summary>Equal for two spellings of one unit's name, the word of its level apart.</summary>
    public static string KeyWithoutLevel(string name)
    {
        var (bare, _) = Parse(name);
        var key = Key(bare);
        foreach (var (word, _) in Keys)
        {
            if (key.Length > word.Length && key[word.Length] == ' ' && key.StartsWith(word, StringComparison.Ordinal))
                return key[(word.Length + 1)..];
        }

        return key;
    }

    /// <summary>What a slug can be made of: tone marks and đ folded, anything else a hyphen. For identities only, never to find a unit again.</summary>
    public static string ToSlug(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in Composed(name).ToLowerInvariant().Replace('đ', 'd').Normalize(NormalizationForm.FormD))
        {
            if (letter is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
                slug.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>Composed letters, single spaces, one kind of apostrophe and hyphen.</summary>
    public static string Composed(string text) => string.Join(
        ' ',
        text.Normalize(NormalizationForm.FormC).Replace('’', '\'').Replace('‘', '\'').Replace('–', '-')
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // The letters of the syllable, then its tone: where the tone was typed does not matter.
    private static string SyllableKey(string syllable)
    {
        var letters = new StringBuilder();
        var tone = "";
        foreach (var letter in syllable.Normalize(NormalizationForm.FormD))
        {
            if (letter is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323')
                tone += letter;
            else
                letters.Append(letter);
        }

        return letters + tone;
    }
}
