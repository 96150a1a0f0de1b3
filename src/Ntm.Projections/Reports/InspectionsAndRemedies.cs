using System.Globalization;
using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Inspections;
using Ntm.Domain.Names;
using Ntm.Domain.Units;
using Ntm.Projections.Inspections;

namespace Ntm.Projections.Reports;

/// <summary>Kiểm tra: what was scheduled and held, what was remarked and put right, and what is overdue on the day.</summary>
internal static class InspectionsAndRemedies
{
    private static readonly ReportColumn[] InspectionColumns =
    [
        new("unit", "Định danh", "Unit", 24) { IsForPrograms = true },
        new("entry", "Mục ghi", "Entry", 36) { IsForPrograms = true },
        new("number", "TT", "No.", 5) { IsCentered = true },
        new("name", "Đơn vị", "Unit", 22),
        new("scheduledOn", "Ngày lên lịch", "Scheduled on", 12),
        new("dueBy", "Chậm nhất", "Due by", 12),
        new("heldOn", "Ngày kiểm tra", "Held on", 12),
        new("team", "Đoàn kiểm tra", "Team", 34),
        new("remarks", "Số kết luận", "Remarks", 9),
        new("overdueDays", "Quá hạn (ngày)", "Days overdue", 10),
    ];

    private static readonly ReportColumn[] RemarkColumns =
    [
        new("unit", "Định danh", "Unit", 24) { IsForPrograms = true },
        new("entry", "Mục ghi", "Entry", 36) { IsForPrograms = true },
        new("number", "TT", "No.", 5) { IsCentered = true },
        new("name", "Đơn vị", "Unit", 18),
        new("heldOn", "Ngày kiểm tra", "Held on", 12),
        new("criterion", "Tiêu chí", "Criterion", 7) { IsCentered = true },
        new("conclusion", "Kết luận", "Conclusion", 20),
        new("remark", "Nhận xét", "Remark", 28),
        new("remedyBy", "Khắc phục trước", "Remedy by", 12),
        new("remediedOn", "Đã khắc phục", "Remedied on", 12),
        new("overdueDays", "Quá hạn (ngày)", "Days overdue", 10),
    ];

    internal static ReportContent Produce(ReportQuestion question)
    {
        var territory = new ReportTerritory(question);
        var units = territory.Quoted()
            .OrderBy(unit => territory.NameOf(unit.Unit), VietnameseNames.Order).ThenBy(unit => unit.Unit.Unit, UnitId.Ordinal)
            .Select(unit => (unit.Unit, Name: territory.NameOf(unit.Unit), Visits: InspectionVisits.Of(unit.Entries), unit.Entries))
            .ToList();
        var cancelled = units.Sum(unit => unit.Visits.Count(visit => visit.IsCancelled));
        var inspections = units.SelectMany(unit => unit.Visits.Where(visit => !visit.IsCancelled).Select(visit => InspectionOf(unit.Unit, unit.Name, visit, question.On)));
        var remarks = units.SelectMany(unit => unit.Entries.Where(entry => entry.Value is InspectionHeld)
            .SelectMany(held => RemarksOf(unit.Unit, unit.Name, held, unit.Entries, question.On)));
        return new ReportContent(
            [
                new ReportTable("inspections", "Lịch kiểm tra", "Inspections", InspectionColumns, Numbered(inspections)) { FrozenColumns = 2 },
                new ReportTable("remarks", "Kết luận và khắc phục", "Remarks and remedies", RemarkColumns, Numbered(remarks)) { FrozenColumns = 2 },
            ],
            [
                $"Quá hạn tính đến ngày {ReportNotes.Day(question.On)}. Một lần kiểm tra ứng với lịch sớm nhất còn mở của đơn vị đó.",
                "Kết luận kiểm tra là nhận xét; kết quả của tiêu chí là mục ghi riêng.",
                .. cancelled > 0 ? [string.Create(CultureInfo.InvariantCulture, $"Không kể {cancelled} lịch đã huỷ.")] : Array.Empty<string>(),
            ]);
    }

    private static ReportRow InspectionOf(UnitHistory unit, string name, InspectionVisit visit, DateOnly on)
    {
        var entry = visit.Scheduled ?? visit.Held!;
        return new ReportRow(entry.Entry.ToString("D"),
        [
            ReportCell.Of(unit.Unit.Value), ReportCell.Of(entry.Entry.ToString("D")), ReportCell.Empty, ReportCell.Of(name),
            ReportCell.Of(visit.Scheduled?.EffectiveOn), ReportCell.Of(visit.DueBy), ReportCell.Of(visit.Held?.EffectiveOn),
            ReportCell.Of(visit.Team), ReportCell.Whole(visit.Inspection?.Findings.Count), Overdue(visit.DueBy, visit.Held?.EffectiveOn, on),
        ])
        {
            Unit = unit.Unit.Value,
        };
    }

    private static IEnumerable<ReportRow> RemarksOf(
        UnitHistory unit, string name, Fact<DatedEntry> entry, IReadOnlyList<Fact<DatedEntry>> all, DateOnly on)
    {
        var held = (InspectionHeld)entry.Value;
        for (var place = 0; place < held.Findings.Count; place++)
        {
            var remark = held.Findings[place];
            var history = RemedyHistory.Of(entry, remark, all);
            var remedied = history.Report?.EffectiveOn ?? (history.IsSettled ? history.FollowUp!.EffectiveOn : null);
            yield return new ReportRow(string.Create(CultureInfo.InvariantCulture, $"{entry.Entry:D}/{place + 1}"),
            [
                ReportCell.Of(unit.Unit.Value), ReportCell.Of(entry.Entry.ToString("D")), ReportCell.Empty, ReportCell.Of(name), ReportCell.Of(entry.EffectiveOn),
                ReportCell.Whole(remark.Criterion), ReportCell.Of(remark.Conclusion), ReportCell.Of(remark.Remark), ReportCell.Of(history.DueBy),
                ReportCell.Of(remedied), Overdue(history.DueBy, remedied, on),
            ])
            {
                Unit = unit.Unit.Value, Criterion = remark.Criterion,
            };
        }
    }

    // What was done late was late; what is not done is late as of the day.
    private static ReportCell Overdue(DateOnly? due, DateOnly? done, DateOnly on) =>
        due is { } day && (done ?? on).DayNumber - day.DayNumber is > 0 and var days ? ReportCell.Whole(days) : ReportCell.Empty;

    private static ReportRow[] Numbered(IEnumerable<ReportRow> rows) =>
        [.. rows.Select((row, index) => row with { Cells = [.. row.Cells.Select((cell, place) => place == 2 ? ReportCell.Whole(index + 1) : cell)] })];
}
