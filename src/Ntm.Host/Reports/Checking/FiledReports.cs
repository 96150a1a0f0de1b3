using System.IO.Compression;
using System.Xml;
using Ntm.Domain.Refusals;
using Ntm.Host.Questions;
using Ntm.Host.Tables;

namespace Ntm.Host.Reports.Checking;

/// <summary>Reads files handed in as reports, with bounded memory whatever they claim (ADR 0018).</summary>
internal static class FiledReports
{
    /// <summary>What a report of the whole country needs, and some more.</summary>
    internal static WorkbookLimits Limits { get; } = new(
        FileBytes: 96 << 20, Parts: 2_000, UnpackedBytes: 256 << 20, RatioFrom: 4 << 20, Ratio: 200, Sheets: 100, Rows: 20_000, Columns: 256, Cells: 600_000);

    /// <summary>Takes in a file no further than its limit; null where it is larger.</summary>
    internal static async Task<byte[]?> ReceiveAsync(Stream body, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        var piece = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(piece, cancellation)) > 0)
        {
            file.Write(piece, 0, read);
            if (file.Length > Limits.FileBytes)
                return null;
        }

        return file.ToArray();
    }

    internal static Resolved<ReadReport> Read(byte[] file)
    {
        try
        {
            return (file is [(byte)'P', (byte)'K', ..] ? InPackage(file) : FiledText.Read(file)) is not { } report ? ReportRefusals.FileUnreadable()
                : report.Claims.Count == 0 ? ReportRefusals.NotOurs()
                : new ReadReport(report);
        }
        catch (UnreadableWorkbookException unreadable)
        {
            return unreadable.Refusal.Code == TableRefusalCodes.TooLarge ? ReportRefusals.FileTooLarge(Limits.FileBytes) : ReportRefusals.FileUnreadable();
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or FormatException or OverflowException or ArgumentException or EndOfStreamException)
        {
            return ReportRefusals.FileUnreadable();
        }
    }

    private static IFiledReport? InPackage(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        var package = new OfficePackage(archive, Limits);
        return package.TargetOf("", "/officeDocument") switch
        {
            { } main when main.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) =>
                new FiledWorkbook(new XlsxPackage(package, Limits).ReadSheets(), FiledProperties.Read(package)),
            { } main when main.StartsWith("word/", StringComparison.OrdinalIgnoreCase) => new FiledDocument(DocumentBlocks.Read(package), FiledProperties.Read(package)),
            _ => null,
        };
    }
}

/// <summary>A file that carries the parameters of a report.</summary>
internal sealed record ReadReport(IFiledReport File);
