using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ntm.Host.Reports;

/// <summary>What stands above and below a report of an office (30/2020/NĐ-CP, appendix I). What the office writes itself is left open.</summary>
internal static class DocumentHeading
{
    private static readonly DocumentText Small = new(24);
    private static readonly DocumentText SmallBold = new(24, IsBold: true);
    private static readonly DocumentText Motto = new(26, IsBold: true, IsUnderlined: true);
    private static readonly DocumentText Dated = new(26, IsItalic: true);

    internal static W.Table Top(OfficeHeading heading, int width)
    {
        IEnumerable<OpenXmlElement> left =
        [
            .. heading.Superior is { Length: > 0 } superior ? [Centered(superior.ToUpperInvariant(), Small)] : Array.Empty<OpenXmlElement>(),
            Centered(heading.Office is { Length: > 0 } office ? office.ToUpperInvariant() : "……………………", SmallBold),
            Line(width * 2 / 5),
            Centered($"Số: {(heading.Number is { Length: > 0 } number ? number : "……/BC-……")}", DocumentText.Plain),
        ];
        OpenXmlElement[] right =
        [
            Centered("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", SmallBold),
            Centered("Độc lập - Tự do - Hạnh phúc", Motto),
            Centered("", Small),
            Centered($"{(heading.Place is { Length: > 0 } place ? place : "……………")}, ngày …… tháng …… năm ………", Dated),
        ];
        return Sides(width, left, right);
    }

    /// <param name="signatures">Who signs, side by side; none: one office, beside whom it is sent to.</param>
    internal static W.Table Bottom(int width, IReadOnlyList<string> signatures) =>
        signatures.Count == 0 ? Bottom(width) : Beside(Widths(width, signatures.Count), signatures.Select(SignedBy));

    /// <summary>Below the word of who signs.</summary>
    internal const string HowToSign = "(Ký, ghi rõ họ tên)";

    private static IReadOnlyList<int> Widths(int width, int columns) => [.. Enumerable.Repeat(width / columns, columns)];

    private static IEnumerable<OpenXmlElement> SignedBy(string who) => 
        [Centered(who, DocumentText.Bold), Centered(HowToSign, Dated), .. Enumerable.Repeat("", LinesToSign).Select(line => Centered(line, DocumentText.Plain))];

    private const int LinesToSign = 4;

    private static W.Table Bottom(int width) => Sides(
        width,
        [
            DocumentMarkup.Aligned("Nơi nhận:", new(24, IsBold: true, IsItalic: true), W.JustificationValues.Left),
            DocumentMarkup.Aligned("- ……;", DocumentText.Note, W.JustificationValues.Left),
            DocumentMarkup.Aligned("- Lưu: VT.", DocumentText.Note, W.JustificationValues.Left),
        ],
        [Centered("……………………", DocumentText.Bold)]);

    private static W.Paragraph Centered(string text, DocumentText look) => DocumentMarkup.Aligned(text, look, W.JustificationValues.Center);

    // A third to a half of the line above it.
    private static W.Paragraph Line(int width)
    {
        var indent = (width / 3).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(new W.ParagraphProperties(
            new W.ParagraphBorders(new W.TopBorder { Val = W.BorderValues.Single, Size = 6, Space = 1 }),
            new W.SpacingBetweenLines { Before = "0", After = "0" }, new W.Indentation { Left = indent, Right = indent }));
    }

    private static W.Table Sides(int width, IEnumerable<OpenXmlElement> left, IEnumerable<OpenXmlElement> right)
    {
        var first = width * 2 / 5;
        return Beside([first, width - first], [left, right]);
    }

    private static W.Table Beside(IReadOnlyList<int> widths, IEnumerable<IEnumerable<OpenXmlElement>> sides) => new(
        new W.TableProperties(new W.TableWidth { Type = W.TableWidthUnitValues.Dxa, Width = Text(widths.Sum()) }, new W.TableLayout { Type = W.TableLayoutValues.Fixed }),
        new W.TableGrid(widths.Select(width => new W.GridColumn { Width = Text(width) })),
        new W.TableRow(sides.Select((side, place) => Side(widths[place], side))));

    private static W.TableCell Side(int width, IEnumerable<OpenXmlElement> lines) =>
        new([new W.TableCellProperties(new W.TableCellWidth { Type = W.TableWidthUnitValues.Dxa, Width = Text(width) }), .. lines]);

    private static string Text(int width) => width.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
