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
    Change,
    Average,
    AverageChange,
    Percent,
    Day,

    /// <summary>From here on the same as from <see cref="Text"/> on, for rows that sum up others.</summary>
    TotalText,
    TotalCenteredText,
    TotalNumber,
    TotalChange,
    TotalAverage,
    TotalAverageChange,
    TotalPercent,
    TotalDay,
}

/// <summary>The formats of every workbook.</summary>
internal static class SheetStyles
{
    // Numbers from here on are a workbook's own formats; those below stand in every spreadsheet.
    private const uint VietnameseDay = 164;
    private const uint Signed = 165;
    private const uint SignedAverage = 166;
    private const uint OneDecimalPercent = 167;
    private const uint TwoDecimals = 2;

    private const uint TitleFont = 1;
    private const uint BoldFont = 2;

    internal static SheetStyle OfTotal(SheetStyle style) => style + (SheetStyle.TotalText - SheetStyle.Text);

    internal static X.Stylesheet Create() => new(
        new X.NumberingFormats(
            OwnFormat(VietnameseDay, "dd/mm/yyyy"), OwnFormat(Signed, "+0;-0;0"), OwnFormat(SignedAverage, "+0.00;-0.00;0.00"), OwnFormat(OneDecimalPercent, "0.0%")),
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
        SheetStyle.Plain => new X.CellFormat { FontId = 0, ApplyFont = true },
        SheetStyle.Title => new X.CellFormat { FontId = TitleFont, ApplyFont = true },
        SheetStyle.Heading => Aligned(X.HorizontalAlignmentValues.Center, X.VerticalAlignmentValues.Center, BoldFont, fill: 2),
        >= SheetStyle.TotalText => OfTable(style - (SheetStyle.TotalText - SheetStyle.Text), BoldFont),
        _ => OfTable(style, font: 0),
    };

    private static X.CellFormat OfTable(SheetStyle style, uint font) => style switch
    {
        SheetStyle.Text => Aligned(X.HorizontalAlignmentValues.Left, font: font),
        SheetStyle.CenteredText => Aligned(X.HorizontalAlignmentValues.Center, font: font),
        SheetStyle.Number => Aligned(X.HorizontalAlignmentValues.Right, font: font),
        SheetStyle.Change => Aligned(X.HorizontalAlignmentValues.Right, font: font, format: Signed),
        SheetStyle.Average => Aligned(X.HorizontalAlignmentValues.Right, font: font, format: TwoDecimals),
        SheetStyle.AverageChange => Aligned(X.HorizontalAlignmentValues.Right, font: font, format: SignedAverage),
        SheetStyle.Percent => Aligned(X.HorizontalAlignmentValues.Right, font: font, format: OneDecimalPercent),
        SheetStyle.Day => Aligned(X.HorizontalAlignmentValues.Right, font: font, format: VietnameseDay),
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "has no format"),
    };

    private static X.CellFormat Aligned(
        X.HorizontalAlignmentValues where, X.VerticalAlignmentValues height = X.VerticalAlignmentValues.Top, uint font = 0, uint fill = 0, uint format = 0) =>
        new(new X.Alignment { Horizontal = where, Vertical = height, WrapText = true })
        {
            NumberFormatId = format, FontId = font, FillId = fill, BorderId = 1,
            ApplyNumberFormat = format != 0, ApplyFont = font != 0, ApplyFill = fill != 0, ApplyBorder = true, ApplyAlignment = true,
        };

    private static X.NumberingFormat OwnFormat(uint id, string code) => new() { NumberFormatId = id, FormatCode = code };

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
