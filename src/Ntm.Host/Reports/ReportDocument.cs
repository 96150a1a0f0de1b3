using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Ntm.Host.Sheets;
using Ntm.Projections.Reports;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ntm.Host.Reports;

/// <summary>A report as a document with the heading offices put above theirs (30/2020/NĐ-CP, appendix I); its bytes follow from the report and that heading.</summary>
internal static class ReportDocument
{
    internal const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // 30/2020/NĐ-CP, appendix I: 20 to 25 mm above and below, 30 to 35 left, 15 to 20 right; in twentieths of a point.
    private const int Above = 1134;
    private const int Left = 1701;
    private const int Right = 850;
    private const int A4Short = 11906;
    private const int A4Long = 16838;

    // In letters: what a portrait page takes at a size that can be read.
    private const int WidestUpright = 110;

    internal static byte[] Write(Report report, OfficeHeading heading)
    {
        var hash = report.Hash();
        using var written = new MemoryStream();
        using (var document = WordprocessingDocument.Create(written, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rId1");
            OwnProperties.AddTo(document, document.AddCustomFilePropertiesPart(), ReportProperties.Of(report, hash));
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = DocumentMarkup.Styles();
            main.AddNewPart<HeaderPart>("pages").Header = DocumentMarkup.PageNumbers();
            WriteBody(main, report, hash, heading);
        }

        return StoredZip.Repack(written);
    }

    private static void WriteBody(MainDocumentPart main, Report report, string hash, OfficeHeading heading)
    {
        var isWide = report.Tables.Any(table => table.Printed.Sum(column => column.Column.Width) > WidestUpright);
        var width = (isWide ? A4Long : A4Short) - Left - Right;
        using var writer = OpenXmlWriter.Create(main);
        writer.WriteStartElement(new W.Document());
        writer.WriteStartElement(new W.Body());
        writer.WriteElement(DocumentHeading.Top(heading, width));
        if (!report.Kind.IsSheet)
            writer.WriteElement(DocumentMarkup.Centered(Word, DocumentText.Title, before: "240"));
        writer.WriteElement(DocumentMarkup.Centered(ReportWords.Title(report), DocumentText.Title, before: report.Kind.IsSheet ? "240" : "0"));
        foreach (var line in ReportWords.Heading(report))
            writer.WriteElement(DocumentMarkup.Centered(line, DocumentText.Plain));
        foreach (var table in report.Tables)
        {
            writer.WriteElement(DocumentMarkup.Paragraph(table.Title, DocumentText.Bold));
            DocumentTable.Write(writer, table, width);
        }

        foreach (var note in report.Notes)
            writer.WriteElement(DocumentMarkup.Paragraph(note, DocumentText.Note));
        writer.WriteElement(DocumentHeading.Bottom(width, report.Kind.Signatures));
        writer.WriteElement(DocumentMarkup.Paragraph(Parameters, DocumentText.Note));
        DocumentTable.WriteParameters(writer, ReportProperties.WithHash(report, hash), width);
        writer.WriteElement(DocumentMarkup.Paragraph(ReportProperties.HowToCheck, DocumentText.Note));
        writer.WriteElement(DocumentMarkup.Pages(isWide, isWide ? A4Long : A4Short, isWide ? A4Short : A4Long, Above, Left, Right));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private const string Word = "BÁO CÁO";
    private const string Parameters = "Tham số của báo cáo";

    /// <summary>The paragraphs of a report that stand outside its tables, in order.</summary>
    internal static IReadOnlyList<string> Paragraphs(Report report) =>
    [
        .. report.Kind.IsSheet ? Array.Empty<string>() : [Word], ReportWords.Title(report), .. ReportWords.Heading(report), .. report.Tables.Select(table => table.Title), .. report.Notes, Parameters,
        ReportProperties.HowToCheck,
    ];
}
