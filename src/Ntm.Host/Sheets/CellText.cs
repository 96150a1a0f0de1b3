using System.Globalization;
using System.Text;
using System.Xml;

namespace Ntm.Host.Sheets;

/// <summary>A text as a cell can hold it.</summary>
internal static class CellText
{
    /// <summary>What Excel takes into a cell.</summary>
    private const int Longest = 32_767;

    /// <summary>
    /// Letters XML cannot hold are written <c>_x0001_</c>, as Excel reads them, and so is an underscore that would be read as the beginning
    /// of such a letter. A text too long for a cell ends in an ellipsis.
    /// </summary>
    internal static string Of(string text)
    {
        if (text.Length > Longest)
            text = text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";

        var escaped = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (index + 1 < text.Length && char.IsSurrogatePair(letter, text[index + 1]))
                escaped.Append(letter).Append(text[++index]);
            else if (XmlConvert.IsXmlChar(letter) && letter != '\r' && !BeginsEscape(text.AsSpan(index)))
                escaped.Append(letter);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)letter:X4}_");
        }

        return escaped.ToString();
    }

    private static bool BeginsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_'
        && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3]) && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);
}
