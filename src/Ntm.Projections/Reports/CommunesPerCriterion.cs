using System.Globalization;

namespace Ntm.Projections.Reports;

/// <summary>Số xã đạt theo từng tiêu chí: how many communes fulfil each criterion, then and now.</summary>
internal static class CommunesPerCriterion
{
    private static readonly ReportColumn[] Columns =
    [
        new("criterion", "TC", "Criterion", 5) { IsCentered = true },
        new("name", "Tên tiêu chí", "Name", 48),
        new("attained", "Đạt", "Attained", 8),
        new("notApplicable", "Không xét", "Not applicable", 8),
        new("fulfilled", "Đạt và không xét", "Fulfilled", 10),
        new("percent", "Tỷ lệ", "Percent", 9),
        new("fulfilledBefore", "Kỳ trước", "Before", 9),
        new("percentBefore", "Tỷ lệ kỳ trước", "Percent before", 10),
        new("change", "Tăng, giảm", "Change", 8),
        new("notAttained", "Chưa đạt", "Not attained", 8),
        new("lost", "Mất", "Lost", 7),
        new("basicallyMet", "Cơ bản đạt", "Basically met", 8),
        new("unassessed", "Chưa đánh giá", "Unassessed", 9),
    ];

    internal static ReportContent Produce(ReportQuestion question)
    {
        var matrix = ComparedMatrix.Read(question);
        var (now, then) = (matrix.CountedNow, matrix.CountedThen);
        var rows = question.Set.Criteria.Select((criterion, place) =>
        {
            var (tally, before) = (matrix.Now.ByCriterion[place], matrix.Then.ByCriterion[place]);
            var (fulfilled, fulfilledBefore) = (tally.A + tally.N, before.A + before.N);
            return new ReportRow(criterion.Number.ToString(CultureInfo.InvariantCulture),
            [
                ReportCell.Whole(criterion.Number), ReportCell.Of(criterion.Name.Vietnamese), ReportCell.Whole(tally.A), ReportCell.Whole(tally.N),
                ReportCell.Whole(fulfilled), ReportCell.Percent(fulfilled, now), ReportCell.Whole(fulfilledBefore),
                ReportCell.Percent(fulfilledBefore, then), ReportCell.Change(fulfilled - fulfilledBefore), ReportCell.Whole(tally.X),
                ReportCell.Whole(tally.L), ReportCell.Whole(tally.B), ReportCell.Whole(tally.Unassessed),
            ])
            {
                Criterion = criterion.Number,
            };
        });
        return new ReportContent(
            [new ReportTable("criteria", "Số xã theo tiêu chí", "Communes per criterion", Columns, [.. rows]) { FrozenColumns = 2 }],
            [
                string.Create(CultureInfo.InvariantCulture, $"Tỷ lệ tính trên {now} xã; kỳ trước trên {then} xã."),
                .. ReportNotes.OfComparison(question), .. ReportNotes.OfUnassessed(matrix, question), .. ReportNotes.OfUnborn(matrix, question),
            ]);
    }
}
