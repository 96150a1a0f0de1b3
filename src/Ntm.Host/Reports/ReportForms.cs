using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ntm.Domain.Time;
using Ntm.Host.Questions;
using Ntm.Host.Sheets;
using Ntm.Projections.Reports;

namespace Ntm.Host.Reports;

/// <summary>What an office writes above a document of its own; empty lines are left to be filled in. None of it is of the record.</summary>
public sealed record OfficeHeading(string? Superior = null, string? Office = null, string? Number = null, string? Place = null);

/// <summary>The forms a report is written in. Equal reports are equal bytes in each of them.</summary>
internal static class ReportForms
{
    internal static IReadOnlyList<string> All { get; } = ["json", "csv", "xlsx", "docx"];

    internal static string MediaType(string form) => form switch
    {
        "json" => "application/json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xlsx" => WorkbookWriter.MediaType,
        "docx" => ReportDocument.MediaType,
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "is no form"),
    };

    /// <summary>What the file is called where somebody keeps it.</summary>
    internal static string FileName(Report report, string form) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Kind.Slug}.{report.Parameters.Unit}.{VietnamCalendar.Format(report.Parameters.On)}.{report.Parameters.KnownAt.Sequence}.{form}");

    internal static byte[] Write(Report report, string form, OfficeHeading heading) => form switch
    {
        "json" => Json(report),
        "csv" => Encoding.UTF8.GetBytes(ReportText.WithHash(report)),
        "xlsx" => ReportWorkbook.Write(report),
        "docx" => ReportDocument.Write(report, heading),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "is no form"),
    };

    private static byte[] Json(Report report)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, AnswerJson.WriterOptions))
            ReportJson.Write(json, report);
        return [.. body.WrittenSpan, (byte)'\n'];
    }
}
