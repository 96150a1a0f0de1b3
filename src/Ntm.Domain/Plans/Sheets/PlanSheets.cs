using System.Collections.Immutable;
using Ntm.Domain.Criteria;
using Ntm.Domain.Plans.Content;

namespace Ntm.Domain.Plans.Sheets;

/// <summary>
/// The sheets of the workbook a plan is filled in on: what stands over every column, and the words cells take. Who writes the template and
/// who reads it go by this one list.
/// </summary>
public static class PlanSheets
{
    /// <summary>A title stands above it.</summary>
    public const int HeadingRow = 2;

    public const string Document = "Văn bản";
    public const string Targets = "Chỉ tiêu";
    public const string Counts = "Số xã";
    public const string Table = "Biểu số liệu";
    public const string Tasks = "Nhiệm vụ";
    public const string Indicators = "Chỉ tiêu khác";
    public const string Instructions = "Hướng dẫn";

    public const string Attain = "Đ";
    public const string Maintain = "D";

    /// <summary>In a list of communes: every commune of the unit.</summary>
    public const string EveryCommune = "tất cả";

    public static ImmutableArray<string> DocumentHeadings { get; } = ["Mục", "Nội dung"];

    /// <summary>The lines of the first sheet, in order, from the row after the heading.</summary>
    public static ImmutableArray<string> DocumentItems { get; } =
    [
        "Định danh kế hoạch", "Số hiệu", "Ngày ban hành", "Nơi ban hành", "Tên kế hoạch", "Đơn vị", "Từ ngày", "Đến ngày", "Bộ tiêu chí",
        "Tên biểu số liệu", "Mục của biểu", "Đơn vị tính của biểu",
    ];

    public static ImmutableArray<string> CountHeadings { get; } = ["Tiêu chí", "Số xã", "Cách tính", "Các xã", "Hạn", "Nguyên văn", "Mục"];

    public static ImmutableArray<string> TaskHeadings { get; } =
        ["Số", "Nội dung", "Chỉ đạo", "Chủ trì", "Thực hiện", "Phối hợp", "Thời gian", "Hình thức", "Loại", "Mục"];

    public static ImmutableArray<string> IndicatorHeadings { get; } = ["Chỉ tiêu", "Giá trị", "Đơn vị tính", "Của", "Tiêu chí", "Nguyên văn", "Mục"];

    public static ImmutableArray<(string Word, CountKind Kind)> CountWords { get; } =
    [
        ("thêm", CountKind.Additional), ("có tất cả", CountKind.Cumulative), ("duy trì", CountKind.Maintained), ("không rõ", CountKind.Undetermined),
    ];

    public static ImmutableArray<(string Word, TaskPurpose Purpose)> PurposeWords { get; } =
    [
        ("nhiệm vụ", TaskPurpose.Work), ("kiểm tra", TaskPurpose.Inspection), ("báo cáo", TaskPurpose.Report), ("họp", TaskPurpose.Meeting),
    ];

    /// <summary>What the numbers of a table row count, and what is banded; null where nothing is.</summary>
    public static ImmutableArray<(string Word, string? BandOf)> MeasureWords { get; } =
        [("xã theo số tiêu chí", "criteria"), ("xã theo thu nhập", "income"), ("khác", null)];

    public static ImmutableArray<string> TargetHeadings(CriteriaSet set) =>
        ["Xã", "Định danh", .. set.Criteria.Select(Criterion), "Hạn đạt", "Nguyên văn", "Mục"];

    /// <param name="parts">The names of the parts of the unit, in the order of the columns.</param>
    public static ImmutableArray<string> TableHeadings(IEnumerable<string> parts) => ["Dòng", "Đo", "Từ", "Đến", "Đơn vị tính", .. parts, "Tổng"];

    public static string Criterion(Criterion criterion) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{criterion.Number}. {criterion.Name.Vietnamese}");
}
