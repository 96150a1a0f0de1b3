using System.Globalization;
using Ntm.Domain.Plans;
using Ntm.Projections.PlanResults;

namespace Ntm.Projections.Reports;

/// <summary>Nhiệm vụ: who directs, leads, carries out and coordinates, when it is due, and what is done and overdue on the day.</summary>
internal static class TasksOfPlans
{
    private static readonly ReportColumn[] Columns =
    [
        new("task", "Mã nhiệm vụ", "Task", 20) { IsForPrograms = true }, new("number", "TT", "No.", 5) { IsCentered = true }, new("place", "Chỗ", "Place", 14),
        new("text", "Nội dung công việc", "Task", 40), new("directs", "Chỉ đạo", "Directs", 14), new("leads", "Chủ trì, thực hiện", "Leads, carries out", 24),
        new("coordinates", "Phối hợp", "Coordinates", 20), new("time", "Thời gian", "Time", 18), new("occurrence", "Kỳ", "Occurrence", 16), new("due", "Hạn", "Due", 12),
        new("state", "Kết quả", "State", 16), new("doneOn", "Ngày làm", "Done on", 12), new("inspected", "Số xã đã kiểm tra", "Inspected", 9),
        new("toInspect", "Số xã phải kiểm tra", "To inspect", 9), new("plan", "Kế hoạch", "Plan", 14),
    ];

    internal static ReportContent Produce(ReportQuestion question)
    {
        var plans = PlansOfUnit.Of(question);
        var rows = plans.SelectMany(plan => TaskReading.Answer(question.Index, plan, question.On, question.KnownAt).Tasks.SelectMany(task => RowsOf(plan, task)))
            .Select((row, place) => row with { Cells = [.. row.Cells.Select((cell, column) => column == 1 ? ReportCell.Whole(place + 1) : cell)] })
            .ToList();
        return new ReportContent(
            [new ReportTable("tasks", "Nhiệm vụ và thời hạn", "Tasks", Columns, rows) { FrozenColumns = 2 }],
            [PlansOfUnit.Note(plans), string.Create(CultureInfo.InvariantCulture, $"Thời gian như kế hoạch in; kỳ hạn đọc từ lời ấy. Tính đến ngày {ReportNotes.Day(question.On)}.")]);
    }

    private static IEnumerable<ReportRow> RowsOf(PlanDocument plan, TaskResult task) => task.Occurrences.Count == 0
        ? [RowOf(plan, task, null)]
        : task.Occurrences.Select(occurrence => RowOf(plan, task, occurrence));

    private static ReportRow RowOf(PlanDocument plan, TaskResult task, TaskOccurrence? occurrence) => new(
        string.Create(CultureInfo.InvariantCulture, $"{plan.Id.Value}/{task.Task}/{occurrence?.From:yyyy-MM-dd}/{occurrence?.Due:yyyy-MM-dd}"),
        [
            ReportCell.Of(task.Task), ReportCell.Empty, ReportCell.Of(task.Place), ReportCell.Of(task.Text), ReportCell.Of(task.Directs),
            ReportCell.Of(string.Join("; ", new[] { task.Leads, task.Implements }.Where(office => office is not null))), ReportCell.Of(task.Coordinates),
            ReportCell.Of(task.Time), ReportCell.Of(occurrence?.Name), ReportCell.Of(occurrence?.Due), ReportCell.Of(occurrence is null ? PlanResultWords.WithoutDay(task).Vietnamese : PlanResultWords.State(occurrence.State).Vietnamese),
            ReportCell.Of(occurrence is null ? task.DoneOn : occurrence.DoneOn), ReportCell.Whole(occurrence?.Inspected), ReportCell.Whole(occurrence?.ToInspect),
            ReportCell.Of(PlansOfUnit.NameOf(plan)),
        ]);
}
