using System.Globalization;
using System.Text;

namespace Ntm.Domain.Names;

/// <summary>How Vietnamese names are put in order for people, and found. Never how they are told apart: an identity is a slug.</summary>
public static class VietnameseNames
{
    // Â is a letter of its own, after A and Ă; the tones are not letters. F, J, W and Z stand where Latin has them.
    private const string Alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    // No tone, huyền, hỏi, ngã, sắc, nặng, as the mark decomposes.
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    /// <summary>
    /// The order of a Vietnamese dictionary: by letters; where those are equal, by tones; then small letters before capitals. The same
    /// on every machine: it asks no library of cultures.
    /// </summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create(Compare);

    /// <summary>A name as it is sought: without tone marks, hats, hooks and capitals, and đ as d. Hòa, Hoà and hoa are one.</summary>
    public static string Unmarked(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        .Replace('đ', 'd').Replace('Đ', 'D').ToUpperInvariant();

    private static int Compare(string? one, string? other)
    {
        var (first, second) = (Letters(one ?? ""), Letters(other ?? ""));
        return FirstNotZero(
            Compare(first, second, letter => letter.Place),
            Compare(first, second, letter => letter.Tone),
            Compare(first, second, letter => letter.IsCapital ? 1 : 0),
            string.CompareOrdinal(one, other));
    }

    private static int FirstNotZero(params ReadOnlySpan<int> results)
    {
        foreach (var result in results)
        {
            if (result != 0)
                return result;
        }

        return 0;
    }

    private static int Compare(List<Letter> one, List<Letter> other, Func<Letter, int> key)
    {
        for (var index = 0; index < Math.Min(one.Count, other.Count); index++)
        {
            if (key(one[index]).CompareTo(key(other[index])) is var result and not 0)
                return result;
        }

        return one.Count.CompareTo(other.Count);
    }

    private readonly record struct Letter(int Place, int Tone, bool IsCapital);

    private static List<Letter> Letters(string text)
    {
        var letters = new List<Letter>(text.Length);
        // Mark by mark, whichever way the text was composed: the mark of the tone may stand on either side of a hat.
        var decomposed = text.Normalize(NormalizationForm.FormD);
        for (var index = 0; index < decomposed.Length; index++)
        {
            var (basis, tone) = (decomposed[index].ToString(), 0);
            while (index + 1 < decomposed.Length && CharUnicodeInfo.GetUnicodeCategory(decomposed[index + 1]) == UnicodeCategory.NonSpacingMark)
            {
                var mark = decomposed[++index];
                if (Tones.IndexOf(mark, StringComparison.Ordinal) is var found and >= 0)
                    tone = found + 1;
                else
                    basis += mark;
            }

            // Half of a letter beyond the basic plane is no text of its own.
            letters.Add(LetterOf(char.IsSurrogate(basis[0]) ? basis[0] : basis.Normalize(NormalizationForm.FormC)[0], tone));
        }

        return letters;
    }

    // What is no letter, a space first of all, stands before the letters; letters of other alphabets after them.
    private static Letter LetterOf(char letter, int tone)
    {
        var small = char.ToLowerInvariant(letter);
        var place = Alphabet.IndexOf(small, StringComparison.Ordinal) is var found and >= 0 ? 0x1_0000 + found
            : char.IsLetter(small) ? 0x2_0000 + small
            : small;
        return new Letter(place, tone, letter != small);
    }
}
