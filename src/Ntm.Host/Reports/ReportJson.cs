using System.Text.Json;
using Ntm.Host.Questions;
using Ntm.Projections.Reports;

namespace Ntm.Host.Reports;

/// <summary>A report as JSON (docs/reference/reports.md).</summary>
internal static class ReportJson
{
    internal static void Write(Utf8JsonWriter json, Report report)
    {
        var asked = report.Parameters;
        json.WriteStartObject();
        json.WriteString("report", report.Kind.Slug);
        json.WriteString("title", report.Kind.Title.Vietnamese);
        json.WriteString("titleEn", report.Kind.Title.English);
        json.WriteString("format", Report.Format);
        json.WriteString(AnswerFields.Unit, asked.Unit);
        json.WriteText(AnswerFields.Name, asked.Name);
        json.WriteDay(AnswerFields.On, asked.On);
        json.WriteKnownAt(asked.KnownAt);
        json.WriteString(AnswerFields.Set, asked.Set.Id.Value);
        json.WriteString(AnswerFields.SetVersion, asked.Set.Version);
        json.WriteTexts(AnswerFields.AssessedBy, asked.AssessedBy);
        json.WriteDay(JsonEncodedText.Encode("boundary"), asked.Boundary);
        json.WriteDay(JsonEncodedText.Encode("since"), asked.Since);
        json.WriteString("sha256", report.Hash());
        json.WriteStartArray("tables");
        foreach (var table in report.Tables)
            Write(json, table);
        json.WriteEndArray();
        json.WriteTexts(JsonEncodedText.Encode("notes"), report.Notes);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReportTable table)
    {
        json.WriteStartObject();
        json.WriteString("table", table.Name);
        json.WriteString("title", table.Title);
        json.WriteString("titleEn", table.TitleEnglish);
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("column", column.Key);
            json.WriteString("heading", column.Heading);
            json.WriteString("headingEn", column.HeadingEnglish);
            WriteCriterion(json, column.Criterion);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            json.WriteString("row", row.Key);
            json.WriteText(AnswerFields.Unit, row.Unit);
            WriteCriterion(json, row.Criterion);
            json.WriteStartArray("cells");
            foreach (var cell in row.Cells)
                Write(json, cell);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReportCell cell)
    {
        if (cell.Number is { } number)
            json.WriteNumberValue(number);
        else if (cell.ToPlainText() is { } text)
            json.WriteStringValue(text);
        else
            json.WriteNullValue();
    }

    private static void WriteCriterion(Utf8JsonWriter json, int? criterion)
    {
        if (criterion is { } number)
            json.WriteNumber(AnswerFields.Criterion, number);
        else
            json.WriteNull(AnswerFields.Criterion);
    }
}
