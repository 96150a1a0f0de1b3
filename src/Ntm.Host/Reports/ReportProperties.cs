using Ntm.Projections.Reports;

namespace Ntm.Host.Reports;

/// <summary>What a report carries for programs that check it: its parameters and the hash of its content, by their keys.</summary>
internal static class ReportProperties
{
    /// <summary>Other programs have properties of their own in a document.</summary>
    internal const string Prefix = "ntm.";

    internal static IReadOnlyList<KeyValuePair<string, string>> Of(Report report, string hash) =>
    [
        .. report.Parameters.ToList(report.Kind).Select(parameter => KeyValuePair.Create(Prefix + parameter.Key, parameter.Value.ToPlainText() ?? "")),
        KeyValuePair.Create(Prefix + ReportParameter.Hash, hash),
    ];

    /// <summary>The same for people, and how to check it.</summary>
    internal static IReadOnlyList<ReportParameter> WithHash(Report report, string hash) =>
        [.. report.Parameters.ToList(report.Kind), new(ReportParameter.Hash, "SHA-256 của nội dung", "SHA-256 of the content", ReportCell.Of(hash))];

    internal const string HowToCheck = "Kiểm lại tệp này với sổ: ntm report verify TỆP, hoặc trang /reports.";
}
