using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ntm.Host.Reports;

/// <summary>How a text of a document looks.</summary>
/// <param name="Size">In half points.</param>
internal readonly record struct DocumentText(int Size, bool IsBold = false, bool IsItalic = false, bool IsUnderlined = false)
{
    internal static DocumentText Plain { get; } = new(26);

    internal static DocumentText Bold { get; } = new(26, IsBold: true);

    internal static DocumentText Title { get; } = new(28, IsBold: true);

    internal static DocumentText Note { get; } = new(22);

    internal static DocumentText Parameter { get; } = new(18);
}

/// <summary>The pieces documents are made of.</summary>
internal static class DocumentMarkup
{
    internal static W.Paragraph Paragraph(string text, DocumentText look) => Aligned(text, look, W.JustificationValues.Left, after: "60", before: "60");

    internal static W.Paragraph Centered(string text, DocumentText look, string before = "0") =>
        Aligned(text, look, W.JustificationValues.Center, after: "60", before);

    internal static W.Paragraph Aligned(string text, DocumentText look, W.JustificationValues where, string after = "0", string before = "0") => new(
        // The mark of the paragraph has a size as well, and would make the line as high as the document's own letters.
        new W.ParagraphProperties(
            new W.SpacingBetweenLines { Before = before, After = after }, new W.Justification { Val = where },
            new W.ParagraphMarkRunProperties(new W.FontSize { Val = look.Size.ToString(CultureInfo.InvariantCulture) })),
        Run(text, look));

    internal static W.Run Run(string text, DocumentText look)
    {
        // The order of these is the schema's.
        var properties = new W.RunProperties();
        if (look.IsBold)
            properties.AppendChild(new W.Bold());
        if (look.IsItalic)
            properties.AppendChild(new W.Italic());
        properties.AppendChild(new W.FontSize { Val = look.Size.ToString(CultureInfo.InvariantCulture) });
        if (look.IsUnderlined)
            properties.AppendChild(new W.Underline { Val = W.UnderlineValues.Single });
        return new W.Run(properties, new W.Text(DocumentLetters.Of(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    internal static W.Styles Styles() => new(
        new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
                new W.RunFonts { Ascii = Face, HighAnsi = Face, ComplexScript = Face, EastAsia = Face }, new W.FontSize { Val = "26" },
                new W.Languages { Val = "vi-VN" })),
            new W.ParagraphPropertiesDefault(new W.ParagraphPropertiesBaseStyle())),
        new W.Style(new W.StyleName { Val = "Normal" }) { Type = W.StyleValues.Paragraph, StyleId = "Normal", Default = true });

    /// <summary>Above every page but the first, in the middle (30/2020/NĐ-CP, appendix I).</summary>
    internal static W.Header PageNumbers() => new(new W.Paragraph(
        new W.ParagraphProperties(new W.Justification { Val = W.JustificationValues.Center }),
        new W.SimpleField(new W.Run(new W.Text("2"))) { Instruction = " PAGE " }));

    internal static W.SectionProperties Pages(bool isWide, int width, int height, int above, int left, int right) => new(
        new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = "pages" },
        new W.PageSize { Width = (uint)width, Height = (uint)height, Orient = isWide ? W.PageOrientationValues.Landscape : W.PageOrientationValues.Portrait },
        new W.PageMargin { Top = above, Bottom = above, Left = (uint)left, Right = (uint)right, Header = 567, Footer = 567, Gutter = 0 },
        new W.TitlePage());

    // The face administrative documents are set in.
    private const string Face = "Times New Roman";
}

/// <summary>A text as a document can hold it.</summary>
internal static class DocumentLetters
{
    // A document has no way to write what XML cannot hold, as a spreadsheet has. Halves of letters were taken out where the cell was made.
    internal static string Of(string text) => text.All(IsAllowed) ? text : string.Concat(text.Select(letter => IsAllowed(letter) ? letter : '\ufffd'));

    private static bool IsAllowed(char letter) => char.IsSurrogate(letter) || System.Xml.XmlConvert.IsXmlChar(letter);
}
