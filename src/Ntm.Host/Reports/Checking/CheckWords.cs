using System.Globalization;

namespace Ntm.Host.Reports.Checking;

/// <summary>What people read of a check.</summary>
internal static class CheckWords
{
    internal static string Of(ReportCheck check) => Sentence(check, check.Verdict switch
    {
        ReportCheck.Identical => string.Create(CultureInfo.InvariantCulture, $"đúng như sổ ghi, và đến mục số {check.CheckedAt.Sequence} chưa có gì làm báo cáo này khác đi"),
        ReportCheck.Superseded => "đúng như sổ ghi lúc lập; các mục ghi sau đó làm báo cáo này khác đi",
        _ => string.Create(CultureInfo.InvariantCulture, $"có {check.AlteredCount} chỗ không đúng với sổ"),
    }, "chỗ thêm ngoài báo cáo, không được kiểm");

    internal static string InEnglish(ReportCheck check) => Sentence(check, check.Verdict switch
    {
        ReportCheck.Identical => string.Create(CultureInfo.InvariantCulture, $"as the record says, and up to entry {check.CheckedAt.Sequence} nothing makes it another"),
        ReportCheck.Superseded => "as the record said when it was made; entries recorded since make it another",
        _ => string.Create(CultureInfo.InvariantCulture, $"{check.AlteredCount} places do not say what the record gives"),
    }, "additions outside the report were not checked");

    internal static string Of(AlteredCell cell) => $"{cell.Cell}: {Quoted(cell.Says)} → {Quoted(cell.ShouldSay)}";

    internal static string Of(SupersedingAnswer entry) =>
        string.Create(CultureInfo.InvariantCulture, $"số {entry.Sequence} ({entry.Type}, {entry.Unit}, {entry.RecordedAt}): {entry.CellCount} ô");

    internal static string InEnglish(SupersedingAnswer entry) =>
        string.Create(CultureInfo.InvariantCulture, $"no. {entry.Sequence} ({entry.Type}, {entry.Unit}, {entry.RecordedAt}): {entry.CellCount} cells");

    internal static string Of(ChangedAnswer cell) => $"{cell.Table}, {cell.Row}, {cell.Column}: {Quoted(cell.Before)} → {Quoted(cell.After)}";

    private static string Sentence(ReportCheck check, string verdict, string additions) =>
        check.Additions == 0 ? verdict : string.Create(CultureInfo.InvariantCulture, $"{verdict} ({check.Additions} {additions})");

    private static string Quoted(string? text) => text is null ? "(trống)" : $"'{text}'";
}
