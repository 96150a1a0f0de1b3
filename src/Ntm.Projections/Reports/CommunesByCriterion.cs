using System.Globalization;
using Ntm.Domain.Units;

namespace Ntm.Projections.Reports;

/// <summary>Bảng tổng hợp kết quả thực hiện tiêu chí theo xã: communes × criteria, with what each gained and lost since the period before.</summary>
internal static class CommunesByCriterion
{
    private const int FixedColumnsBefore = 2;

    internal static ReportContent Produce(ReportQuestion question)
    {
        var matrix = ComparedMatrix.Read(question);
        var order = new CommuneOrder(question, matrix.Rows.Select(UnitOf));
        var sorted = order.Sort(matrix.Rows, UnitOf, row => row.Now.Name ?? row.Now.Unit).ToList();
        var rows = sorted.Select((row, index) => RowOf(row, index + 1, order));
        ReportRow[] totals = sorted.Count == 0 ? [] : [Counts(matrix, order.TellsParents), Averages(matrix, question, order.TellsParents)];
        var columns = Columns(question, order.TellsParents);
        var table = new ReportTable(
            "communes", "Kết quả từng xã", "Each commune", columns, [.. rows, .. totals])
        {
            FrozenColumns = FixedColumnsBefore,
        };
        return new ReportContent(
            [table],
            [
                ReportNotes.Legend, ReportNotes.Fulfilled, .. ReportNotes.OfComparison(question),
                .. ReportNotes.OfUnassessed(matrix, question), .. ReportNotes.OfUnborn(matrix, question),
                $"Tiêu chí: {string.Join("; ", question.Set.Criteria.Select(criterion => $"{Number(criterion.Number)}. {criterion.Name.Vietnamese}"))}.",
            ]);
    }

    private static UnitId UnitOf(ComparedRow row) => UnitId.Parse(row.Now.Unit);

    private static ReportColumn[] Columns(ReportQuestion question, bool tellsParents) =>
    [
        new("unit", "Định danh", "Unit", 24) { IsForPrograms = true },
        new("number", "TT", "No.", 5) { IsCentered = true },
        new("name", "Xã", "Commune", 18),
        .. Parent(tellsParents, new ReportColumn("parent", "Thuộc", "Under", 16)),
        .. question.Set.Criteria.Select(criterion => new ReportColumn(
            Number(criterion.Number), Number(criterion.Number), criterion.Name.English, 4) { IsCentered = true, Criterion = criterion.Number }),
        new("attained", "Đạt", "Attained", 6),
        new("fulfilled", "Đạt và không xét", "Fulfilled", 9),
        new("change", "Tăng, giảm", "Change", 7),
        new("gained", "Tiêu chí tăng", "Gained", 14),
        new("lost", "Tiêu chí giảm", "Lost", 14),
        new("remark", "Ghi chú", "Remark", 24),
    ];

    private static ReportRow RowOf(ComparedRow row, int number, CommuneOrder order)
    {
        var counted = row.Now.Parts is null;
        return new ReportRow(row.Now.Unit,
        [
            ReportCell.Of(row.Now.Unit), ReportCell.Whole(number), ReportCell.Of(row.Now.Name ?? row.Now.Unit),
            .. Parent(order.TellsParents, ReportCell.Of(order.ParentNameOf(UnitOf(row)))),
            .. row.Now.Status.Select(letter => ReportCell.Of(letter.ToString())),
            ReportCell.Whole(counted ? row.Now.Attained : null), ReportCell.Whole(counted ? row.Now.Fulfilled : null), ReportCell.Change(row.Change),
            ReportCell.Of(ComparedRow.Listed(row.Gained)), ReportCell.Of(ComparedRow.Listed(row.Lost)), ReportCell.Of(Remark(row)),
        ])
        {
            Unit = row.Now.Unit,
        };
    }

    private static string? Remark(ComparedRow row) => row switch
    {
        { Now.Ended: { } ended } => $"Chấm dứt từ {ReportNotes.Day(ended)}",
        { Now.Parts: { Count: > 0 } parts } => $"Chưa thành lập; gồm {string.Join(", ", parts.Select(part => part.Unit))}",
        { Now.Parts: not null } => "Chưa thành lập",
        { Then.Parts: not null } => "Thành lập trong kỳ",
        _ => null,
    };

    private static ReportRow Counts(ComparedMatrix matrix, bool tellsParents) => new("total",
    [
        ReportCell.Empty, ReportCell.Empty, ReportCell.Of("Số xã đạt và không xét"), .. Parent(tellsParents, ReportCell.Empty),
        .. matrix.Now.ByCriterion.Select(tally => ReportCell.Whole(tally.A + tally.N)),
        ReportCell.Whole(matrix.Rows.Sum(row => (long)row.Now.Attained)), ReportCell.Whole(matrix.Rows.Sum(row => (long)row.Now.Fulfilled)),
        ReportCell.Change(matrix.Rows.Sum(row => (long)(row.Change ?? 0))),
        ReportCell.Whole(matrix.Rows.Sum(row => (long)row.Gained.Count)), ReportCell.Whole(matrix.Rows.Sum(row => (long)row.Lost.Count)), ReportCell.Empty,
    ])
    {
        IsTotal = true,
    };

    private static ReportRow Averages(ComparedMatrix matrix, ReportQuestion question, bool tellsParents) => new("average",
    [
        ReportCell.Empty, ReportCell.Empty, ReportCell.Of("Bình quân một xã"), .. Parent(tellsParents, ReportCell.Empty),
        .. question.Set.Criteria.Select(_ => ReportCell.Empty),
        ReportCell.Average(matrix.CountedNow == 0 ? null : (decimal)matrix.Rows.Sum(row => (long)row.Now.Attained) / matrix.CountedNow),
        ReportCell.Average(matrix.Now.Average), ReportCell.AverageChange(matrix.Now.Average - matrix.Then.Average),
        ReportCell.Empty, ReportCell.Empty, ReportCell.Empty,
    ])
    {
        IsTotal = true,
    };

    private static T[] Parent<T>(bool isTold, T parent) => isTold ? [parent] : [];

    private static string Number(int criterion) => criterion.ToString(CultureInfo.InvariantCulture);
}
