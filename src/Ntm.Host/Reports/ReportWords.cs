using System.Globalization;
using Ntm.Host.Pages;
using Ntm.Projections.Reports;

namespace Ntm.Host.Reports;

/// <summary>What people read in every form of a report: its heading, and its cells as Vietnamese forms write them.</summary>
internal static class ReportWords
{
    internal static string Title(Report report) => report.Kind.Title.Vietnamese.ToUpperInvariant();

    /// <summary>Below the title: of what, of when, and by what knowledge.</summary>
    internal static IReadOnlyList<string> Heading(Report report)
    {
        var asked = report.Parameters;
        var unit = asked.Level is { } level ? $"{Words.LevelBeforeName(level)} {asked.Name ?? asked.Unit}" : asked.Name ?? asked.Unit;
        return
        [
            $"{unit}, đến ngày {Words.Day(asked.On)}"
                + (asked.Since is { } since ? $", so với ngày {Words.Day(since)}" : "")
                + (asked.Boundary == asked.On ? "" : $"; trên địa giới ngày {Words.Day(asked.Boundary)}"),
            .. report.Kind.CountsFindings
                ? [$"{asked.Set.Title.Vietnamese} ({asked.Set.Decision.Number}); kết quả của: {string.Join(", ", asked.AssessedBy.Select(assessor => Words.Assessor(assessor)))}"]
                : Array.Empty<string>(),
            Knowledge(report),
        ];
    }

    internal static string Knowledge(Report report)
    {
        var known = report.Parameters.KnownAt;
        return string.Create(CultureInfo.InvariantCulture, $"Theo sổ ghi đến mục số {known.Sequence}") + (known.RecordedAt is { } at ? $", ghi lúc {at}" : "");
    }

    /// <summary>Days first, a comma before decimals, a sign where it is a change.</summary>
    internal static string Shown(ReportCell cell) => cell switch
    {
        { Text: { } text } => text,
        { Day: { } day } => Words.Day(day),
        { Number: { } number } => cell.Form switch
        {
            CellForm.Change => number.ToString("+0;-0;0", CultureInfo.InvariantCulture),
            CellForm.Average => number.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ','),
            CellForm.AverageChange => number.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture).Replace('.', ','),
            CellForm.Percent => number.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',') + "%",
            _ => number.ToString("0", CultureInfo.InvariantCulture),
        },
        _ => "",
    };
}
