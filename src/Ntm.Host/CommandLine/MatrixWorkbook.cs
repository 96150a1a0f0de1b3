using Ntm.Domain.Criteria;
using Ntm.Domain.Names;
using Ntm.Host.Pages;
using Ntm.Host.Sheets;
using Ntm.Projections.CommuneMatrix;

namespace Ntm.Host.CommandLine;

/// <summary>The matrix as a workbook in Vietnamese: communes × criteria, and what the criteria are. It holds what the answer holds.</summary>
internal static class MatrixWorkbook
{
    /// <param name="name">What the unit is called on the day of the map.</param>
    internal static byte[] Write(MatrixAnswer answer, CriteriaSet set, string? name)
    {
        string[] above =
        [
            $"Tiêu chí nông thôn mới · {name ?? answer.Unit}",
            $"Ngày {Words.Day(answer.On)}, theo điều đã biết đến mục ghi số {answer.KnownAt.Sequence}"
                + (answer.KnownAt.RecordedAt is { } at ? $" (ghi lúc {at})" : "")
                + (answer.Boundary == answer.On ? "" : $"; trên bản đồ địa giới ngày {Words.Day(answer.Boundary)}"),
            $"{set.Decision.Number}: {set.Title.Vietnamese}; kết quả của: {string.Join(", ", answer.AssessedBy.Select(assessor => Words.Assessor(assessor)))}",
        ];
        return WorkbookWriter.Write(Communes(answer, above), Criteria(answer, set, above));
    }

    private static Sheet Communes(MatrixAnswer answer, string[] above)
    {
        var rows = answer.Communes.OrderBy(row => row.Name ?? row.Unit, VietnameseNames.Order).Select(IReadOnlyList<SheetCell> (row) =>
        [
            SheetCell.Of(row.Name ?? row.Unit), .. row.Status.Select(letter => SheetCell.Of(letter.ToString())),
            SheetCell.Of(row.Attained), SheetCell.Of(row.Fulfilled), SheetCell.Of(row.Ended), SheetCell.Of(Parts(row)),
        ]);
        IReadOnlyList<SheetCell> average =
            [SheetCell.Of("Bình quân"), .. answer.ByCriterion.Select(_ => SheetCell.Empty), SheetCell.Empty, SheetCell.Of(answer.Average), SheetCell.Empty, SheetCell.Empty];
        return new Sheet(
            "Xã và tiêu chí",
            [
                new("Xã", 18), .. answer.ByCriterion.Select(criterion => new SheetColumn($"{criterion.Criterion}", 4, IsCentered: true)),
                new("Đạt", 6), new("Đạt và không xét", 9), new("Chấm dứt từ", 12), new("Chưa thành lập; gồm", 24),
            ],
            [.. rows, average])
        {
            Above = above, Below = [$"Nhóm xã theo số tiêu chí đạt và không xét: {Words.Bands(answer.Bands)}", Words.Legend()], FrozenColumns = 1,
        };
    }

    private static Sheet Criteria(MatrixAnswer answer, CriteriaSet set, string[] above) => new(
        "Tiêu chí",
        [
            new("TC", 5, IsCentered: true), new("Tên tiêu chí", 44), new("Đạt", 8), new("Chưa đạt", 8), new("Mất", 8), new("Cơ bản đạt", 8),
            new("Không xét", 8), new("Chưa đánh giá", 8),
        ],
        [
            .. set.Criteria.Zip(answer.ByCriterion, IReadOnlyList<SheetCell> (criterion, tally) =>
            [
                SheetCell.Of(criterion.Number), SheetCell.Of(criterion.Name.Vietnamese), SheetCell.Of(tally.A), SheetCell.Of(tally.X),
                SheetCell.Of(tally.L), SheetCell.Of(tally.B), SheetCell.Of(tally.N), SheetCell.Of(tally.Unassessed),
            ]),
        ])
    {
        Above = above, Below = ["Số xã ở mỗi trạng thái"],
    };

    private static string? Parts(CommuneRow row) => row.Parts is { } parts ? string.Join(", ", parts.Select(part => part.Unit)) : null;
}
