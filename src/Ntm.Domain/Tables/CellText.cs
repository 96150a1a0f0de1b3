using System.Globalization;
using System.Text;
using Ntm.Domain.Interchange;
using Ntm.Domain.Names;

namespace Ntm.Domain.Tables;

/// <summary>Text as it comes out of a cell, and as it is compared.</summary>
public static class CellText
{
    /// <summary>
    /// NFC, one line, single spaces, nothing invisible: what a pasted name carries along without anyone seeing it. Empty where nothing is left.
    /// </summary>
    public static string Clean(string raw)
    {
        var cleaned = new StringBuilder(raw.Length);
        var space = false;
        foreach (var rune in raw.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                space = cleaned.Length > 0;
                continue;
            }

            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned)
                continue;
            if (space)
                cleaned.Append(' ');
            space = false;
            cleaned.Append(rune.ToString());
        }

        return JsonText.Normalize(cleaned.ToString());
    }

    /// <summary>Whether cleaning took away more than another composition of letters.</summary>
    public static bool IsRespelt(string raw, string cleaned) => JsonText.Normalize(raw) != cleaned;

    /// <summary>For comparing words and headings: spelling as of names, without a mark at the end.</summary>
    public static string Key(string cleaned) => NameSpelling.Of(cleaned).TrimEnd('.', ',', ';', ':', '*', ' ');
}
