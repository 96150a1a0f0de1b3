using Ntm.Domain.Criteria;
using Ntm.Domain.Units;

namespace Ntm.Projections.Reports;

/// <summary>What a report was asked for, with everything resolved: asked again with these it is the same report.</summary>
/// <param name="Name">What the unit is called on the day of the map.</param>
/// <param name="Since">The last day of the period before, with which the report compares; null for one that does not compare.</param>
public sealed record ReportParameters(
    string Unit, string? Name, UnitLevel? Level, DateOnly On, KnownAt KnownAt, CriteriaSet Set, IReadOnlyList<string> AssessedBy,
    DateOnly Boundary, DateOnly? Since)
{
    /// <summary>As every file carries them, in this order, after the kind of the report and its format.</summary>
    public IReadOnlyList<ReportParameter> ToList(ReportKind kind) =>
    [
        new(ReportParameter.Report, "Mẫu báo cáo", "Report", ReportCell.Of(kind.Slug)),
        new(ReportParameter.Format, "Phiên bản mẫu", "Format", ReportCell.Of(Report.Format)),
        new("unit", "Đơn vị", "Unit", ReportCell.Of(Unit)),
        new("on", "Ngày báo cáo", "On", ReportCell.Of(On)),
        new("sequence", "Theo sổ đến mục số", "Known to entry", ReportCell.Whole(KnownAt.Sequence)),
        new(ReportParameter.RecordedAt, "Mục đó ghi lúc (UTC)", "Recorded at (UTC)", ReportCell.Of(KnownAt.RecordedAt)),
        new("set", "Bộ tiêu chí", "Criteria set", ReportCell.Of(Set.Id.Value)),
        new("setVersion", "Phiên bản bộ tiêu chí", "Version of the set", ReportCell.Of(Set.Version)),
        new("assessedBy", "Kết quả của", "Assessed by", ReportCell.Of(string.Join(',', AssessedBy))),
        new("boundary", "Địa giới ngày", "Map of", ReportCell.Of(Boundary)),
        new("since", "So với ngày", "Compared with", ReportCell.Of(Since)),
    ];
}

/// <param name="Key">For programs; never changes.</param>
public sealed record ReportParameter(string Key, string Label, string LabelEnglish, ReportCell Value)
{
    public const string Report = "report";
    public const string Format = "format";
    public const string RecordedAt = "recordedAt";
    public const string Hash = "sha256";
}
