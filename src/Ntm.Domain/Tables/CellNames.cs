using System.Globalization;

namespace Ntm.Domain.Tables;

/// <summary>Cells as people name them: C7.</summary>
public static class CellNames
{
    private const int Letters = 26;

    public static string Of(int row, int column) => OfColumn(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string OfColumn(int column)
    {
        var name = "";
        for (var left = column; left > 0; left = (left - 1) / Letters)
            name = (char)('A' + ((left - 1) % Letters)) + name;
        return name;
    }

    /// <summary>C7 or $C$7; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int row, out int column)
    {
        (row, column) = (0, 0);
        var at = text is ['$', ..] ? 1 : 0;
        var letters = at;
        for (; at < text.Length && char.IsAsciiLetter(text[at]) && at - letters < 3; at++)
            column = (column * Letters) + (char.ToUpperInvariant(text[at]) - 'A' + 1);
        if (at == letters)
            return false;
        if (at < text.Length && text[at] == '$')
            at++;
        return int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out row) && row > 0;
    }
}
