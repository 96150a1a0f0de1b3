using System.Globalization;
using System.Text;

namespace Ntm.Domain.Names;

/// <summary>Whether two names are one name written in two ways. Never for identity: a unit is known by its slug.</summary>
public static class NameSpelling
{
    private const string ToneMarks = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>
    /// Equal for two spellings of one name: composed or not, in whatever case, wherever the tone mark stands in its syllable
    /// (Hòa and Hoà). Tones and letters stay apart: Văn An is not Vân An (ADR 0019).
    /// </summary>
    public static string Of(string text)
    {
        var spelled = new StringBuilder(text.Length);
        var tone = '\0';
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (ToneMarks.Contains(letter, StringComparison.Ordinal))
            {
                tone = letter;
                continue;
            }

            // A syllable has one tone; written after its last letter, its place says nothing more.
            if (!char.IsLetter(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                CloseSyllable();
            spelled.Append(letter);
        }

        CloseSyllable();
        return spelled.ToString().ToUpperInvariant();

        void CloseSyllable()
        {
            if (tone != '\0')
                spelled.Append(tone);
            tone = '\0';
        }
    }
}
