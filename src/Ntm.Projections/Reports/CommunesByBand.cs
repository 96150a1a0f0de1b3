using System.Globalization;
using Ntm.Projections.CommuneMatrix;

namespace Ntm.Projections.Reports;

/// <summary>Phân nhóm xã theo số tiêu chí: number and percent of communes in each band, then and now.</summary>
internal static class CommunesByBand
{
    private static readonly ReportColumn[] Columns =
    [
        new("band", "Số tiêu chí đạt", "Criteria fulfilled", 24),
        new("communes", "Số xã", "Communes", 10),
        new("percent", "Tỷ lệ", "Percent", 10),
        new("communesBefore", "Số xã kỳ trước", "Communes before", 12),
        new("percentBefore", "Tỷ lệ kỳ trước", "Percent before", 12),
        new("change", "Tăng, giảm", "Change", 10),
    ];

    internal static ReportContent Produce(ReportQuestion question)
    {
        var matrix = ComparedMatrix.Read(question);
        var (now, then) = (matrix.CountedNow, matrix.CountedThen);
        var rows = matrix.Now.Bands.Zip(matrix.Then.Bands, (band, before) => new ReportRow(KeyOf(band), Cells(NameOf(band), band.Count, now, before.Count, then)));
        var total = new ReportRow("total", Cells("Tổng số xã", now, now, then, then)) { IsTotal = true };
        return new ReportContent(
            [new ReportTable("bands", "Nhóm xã", "Bands", Columns, [.. rows, total])],
            [ReportNotes.Fulfilled, .. ReportNotes.OfComparison(question), .. ReportNotes.OfUnassessed(matrix, question), .. ReportNotes.OfUnborn(matrix, question)]);
    }

    private static ReportCell[] Cells(string name, int now, int ofNow, int then, int ofThen) =>
    [
        ReportCell.Of(name), ReportCell.Whole(now), ReportCell.Percent(now, ofNow), ReportCell.Whole(then), ReportCell.Percent(then, ofThen),
        ReportCell.Change(now - then),
    ];

    private static string KeyOf(AttainmentBand band) => string.Create(CultureInfo.InvariantCulture, $"{band.From}-{band.To}");

    private static string NameOf(AttainmentBand band) => band.From == band.To
        ? string.Create(CultureInfo.InvariantCulture, $"{band.To} tiêu chí")
        : band.From == 0 ? string.Create(CultureInfo.InvariantCulture, $"Dưới {band.To + 1} tiêu chí")
        : string.Create(CultureInfo.InvariantCulture, $"{band.From}–{band.To} tiêu chí");
}
