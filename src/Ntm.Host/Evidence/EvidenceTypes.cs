namespace Ntm.Host.Evidence;

/// <summary>A kind of file that is taken.</summary>
/// <param name="Extensions">How its names end; the first is what a name without any gets.</param>
internal sealed record EvidenceType(string MediaType, params string[] Extensions);

/// <summary>The kinds of file that are taken. None of them is shown by a browser as a page, and none can carry a macro.</summary>
internal static class EvidenceTypes
{
    internal static readonly EvidenceType Pdf = new("application/pdf", ".pdf");
    internal static readonly EvidenceType Jpeg = new("image/jpeg", ".jpg", ".jpeg", ".jfif");
    internal static readonly EvidenceType Png = new("image/png", ".png");
    internal static readonly EvidenceType Tiff = new("image/tiff", ".tif", ".tiff");
    internal static readonly EvidenceType WebP = new("image/webp", ".webp");
    internal static readonly EvidenceType Heic = new("image/heic", ".heic", ".heif");
    internal static readonly EvidenceType Document = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    internal static readonly EvidenceType Workbook = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    internal static readonly EvidenceType OpenText = new("application/vnd.oasis.opendocument.text", ".odt");
    internal static readonly EvidenceType OpenSheet = new("application/vnd.oasis.opendocument.spreadsheet", ".ods");
    internal static readonly EvidenceType Csv = new("text/csv", ".csv");
    internal static readonly EvidenceType Text = new("text/plain", ".txt");

    internal const string Listed = "PDF, JPEG, PNG, TIFF, HEIC, WebP, DOCX, XLSX, ODT, ODS, TXT, CSV";

    internal static IReadOnlyList<EvidenceType> All { get; } =
        [Pdf, Jpeg, Png, Tiff, WebP, Heic, Document, Workbook, OpenText, OpenSheet, Csv, Text];
}
