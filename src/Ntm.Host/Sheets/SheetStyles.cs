using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Ntm.Host.Sheets;

/// <summary>How a cell looks; the number is its place in the workbook's list of formats.</summary>
internal enum SheetStyle
{
    Plain,
    Title,
    Heading,
    Text,
    CenteredText,
    Number,
    Day,
}

/// <summary>The formats of every workbook.</summary>
internal static class SheetStyles
{
    // Numbers from here on are a workbook's own formats.
    private const uint VietnameseDay = 164;

    internal static X.Stylesheet Create() => new(
        new X.NumberingFormats(new X.NumberingFormat { NumberFormatId = VietnameseDay, FormatCode = "dd/mm/yyyy" }),
        new X.Fonts(Font(11), Font(14, isBold: true), Font(11, isBold: true)),
        // The first two fills are Excel's own, whatever stands there.
        new X.Fills(
            new X.Fill(new X.PatternFill { PatternType = X.PatternValues.None }),
            new X.Fill(new X.PatternFill { PatternType = X.PatternValues.Gray125 }),
            new X.Fill(new X.PatternFill(new X.ForegroundColor { Rgb = "FFE3EDE3" }) { PatternType = X.PatternValues.Solid })),
        new X.Borders(new X.Border(), ThinBorder()),
        new X.CellStyleFormats(new X.CellFormat()),
        new X.CellFormats(Enum.GetValues<SheetStyle>().Order().Select(Format)));

    private static X.CellFormat Format(SheetStyle style) => style switch
    {
        SheetStyle.Plain => new X.CellFormat(),
        SheetStyle.Title => new X.CellFormat { FontId = 1, ApplyFont = true },
        SheetStyle.Heading => Aligned(X.HorizontalAlignmentValues.Center, font: 2, fill: 2),
        SheetStyle.Text => Aligned(X.HorizontalAlignmentValues.Left),
        SheetStyle.CenteredText => Aligned(X.HorizontalAlignmentValues.Center),
        SheetStyle.Number => Aligned(X.HorizontalAlignmentValues.Right),
        SheetStyle.Day => Aligned(X.HorizontalAlignmentValues.Right, format: VietnameseDay),
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "has no format"),
    };

    private static X.CellFormat Aligned(X.HorizontalAlignmentValues where, uint font = 0, uint fill = 0, uint format = 0) =>
        new(new X.Alignment { Horizontal = where, Vertical = X.VerticalAlignmentValues.Top, WrapText = true })
        {
            NumberFormatId = format, FontId = font, FillId = fill, BorderId = 1,
            ApplyNumberFormat = format != 0, ApplyFont = font != 0, ApplyFill = fill != 0, ApplyBorder = true, ApplyAlignment = true,
        };

    // The face administrative documents are set in.
    private static X.Font Font(double size, bool isBold = false)
    {
        var font = new X.Font(new X.FontSize { Val = size }, new X.FontName { Val = "Times New Roman" });
        if (isBold)
            font.PrependChild(new X.Bold());
        return font;
    }

    private static X.Border ThinBorder() => new(
        Thin<X.LeftBorder>(), Thin<X.RightBorder>(), Thin<X.TopBorder>(), Thin<X.BottomBorder>(), new X.DiagonalBorder());

    private static OpenXmlElement Thin<T>() where T : X.BorderPropertiesType, new() => new T { Style = X.BorderStyleValues.Thin };
}
