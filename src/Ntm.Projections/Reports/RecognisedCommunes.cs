using System.Globalization;
using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Recognition;
using Ntm.Domain.Units;
using Ntm.Projections.CommuneMatrix;

namespace Ntm.Projections.Reports;

/// <summary>Danh sách xã được công nhận: every decision that had taken effect, with its document, and what the commune fulfils on the day.</summary>
internal static class RecognisedCommunes
{
    private static readonly ReportColumn[] Columns =
    [
        new("unit", "Định danh", "Unit", 24) { IsForPrograms = true },
        new("entry", "Mục ghi", "Entry", 36) { IsForPrograms = true },
        new("number", "TT", "No.", 5) { IsCentered = true },
        new("name", "Xã", "Commune", 20),
        new("title", "Danh hiệu", "Title", 22),
        new("year", "Năm đạt chuẩn", "Year", 9) { IsCentered = true },
        new("decision", "Số quyết định", "Decision", 18),
        new("decisionDate", "Ngày quyết định", "Date", 12),
        new("issuer", "Cơ quan ban hành", "Issuer", 24),
        new("effectiveOn", "Hiệu lực từ", "Effective on", 12),
        new("fulfilled", "Tiêu chí đạt và không xét", "Fulfilled", 12),
        new("unassessed", "Tiêu chí chưa đánh giá", "Unassessed", 12),
        new("remark", "Ghi chú", "Remark", 22),
    ];

    internal static ReportContent Produce(ReportQuestion question)
    {
        var territory = new ReportTerritory(question);
        var now = ComparedMatrix.Read(question).Now.Communes.ToDictionary(row => row.Unit);
        var granted = territory.Quoted()
            .SelectMany(unit => unit.Entries.Where(entry => entry.Value is RecognitionGranted).Select(entry => (unit.Unit, Entry: entry)))
            .Where(decision => IsOfCommune(decision.Unit, decision.Entry, question))
            .ToList();
        var order = new CommuneOrder(question, granted.Select(decision => decision.Unit.Unit));
        var rows = order.Sort(granted, decision => decision.Unit.Unit, decision => territory.NameOf(decision.Unit))
            .Select((decision, index) =>
                RowOf(decision.Unit, decision.Entry, index + 1, territory, now.GetValueOrDefault(decision.Unit.Unit.Value)))
            .ToList();
        var communes = granted.Where(decision => territory.EndOf(decision.Unit) is null)
            .Select(decision => decision.Unit.Unit).Distinct().Count();
        return new ReportContent(
            [new ReportTable("decisions", "Xã được công nhận", "Recognised communes", Columns, rows) { FrozenColumns = 2 }],
            [
                string.Create(CultureInfo.InvariantCulture, $"{communes} xã trên địa giới ngày {ReportNotes.Day(question.Boundary)} có quyết định công nhận."),
                $"Số tiêu chí là của ngày {ReportNotes.Day(question.On)}, theo bộ tiêu chí của báo cáo; được công nhận không có nghĩa là còn giữ đủ tiêu chí.",
            ]);
    }

    // As it was when the decision took effect: a commune that has become a ward was recognised as a commune.
    private static bool IsOfCommune(UnitHistory unit, Fact<DatedEntry> decision, ReportQuestion question) =>
        UnitMap.IsCommune(unit, decision.EffectiveOn, question.KnownAt) || UnitMap.IsCommune(unit, question.Boundary, question.KnownAt);

    private static ReportRow RowOf(UnitHistory unit, Fact<DatedEntry> entry, int number, ReportTerritory territory, CommuneRow? row)
    {
        var granted = (RecognitionGranted)entry.Value;
        var id = entry.Entry.ToString("D");
        return new ReportRow(id,
        [
            ReportCell.Of(unit.Unit.Value), ReportCell.Of(id), ReportCell.Whole(number), ReportCell.Of(territory.NameOf(unit)),
            ReportCell.Of(TitleOf(granted.Title)), ReportCell.Whole(granted.Year), ReportCell.Of(granted.Basis?.Number), ReportCell.Of(granted.Basis?.Date),
            ReportCell.Of(granted.Basis?.Issuer), ReportCell.Of(granted.EffectiveOn), ReportCell.Whole(row?.Fulfilled),
            ReportCell.Whole(row?.Status.Count(letter => letter == '-')),
            ReportCell.Of(territory.EndOf(unit) is { } ended ? $"Chấm dứt từ {ReportNotes.Day(ended)}" : null),
        ])
        {
            Unit = unit.Unit.Value,
        };
    }

    private static string TitleOf(TitleLevel title) => title switch
    {
        TitleLevel.Ntm => "Nông thôn mới",
        TitleLevel.Advanced => "Nông thôn mới nâng cao",
        TitleLevel.Model => "Nông thôn mới kiểu mẫu",
        _ => throw new ArgumentOutOfRangeException(nameof(title), title, "has no word"),
    };
}
