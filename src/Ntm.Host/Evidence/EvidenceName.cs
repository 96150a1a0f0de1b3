using System.Globalization;
using System.Text;

namespace Ntm.Host.Evidence;

/// <summary>The name a file is handed in and given out under: what stood in it of a path or of signs nobody sees is gone, and it ends as its type does.</summary>
internal static class EvidenceName
{
    private const int Longest = 150;
    private const string Nameless = "minh-chung";

    internal static string Of(string? given, EvidenceType type)
    {
        var name = Clean(given);
        var extension = type.Extensions.FirstOrDefault(known => name.EndsWith(known, StringComparison.OrdinalIgnoreCase)) is { } ended ? name[^ended.Length..] : null;
        var stem = (extension is null ? name : name[..^extension.Length]).Trim('.', ' ');
        if (stem.Length > Longest)
            stem = stem[..(char.IsHighSurrogate(stem[Longest - 1]) ? Longest - 1 : Longest)];
        return (stem.Length == 0 ? Nameless : stem) + (extension ?? type.Extensions[0]);
    }

    internal static string Clean(string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
            return "";
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(last.Length);
        foreach (var letter in last.EnumerateRunes())
        {
            // Signs that turn the reading direction make "gpj.exe" look like "exe.jpg".
            if (letter != Rune.ReplacementChar && Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse) && !"\"<>|:*?".Contains((char)Math.Min(letter.Value, char.MaxValue), StringComparison.Ordinal))
                kept.Append(letter.ToString());
        }

        return kept.ToString().Normalize(NormalizationForm.FormC).TrimEnd('.', ' ').TrimStart(' ');
    }
}
