using System.Text.Json;
using Ntm.Domain.Entries;
using Ntm.Domain.Inspections;
using Ntm.Domain.Plans;
using Ntm.Projections.Index;
using Ntm.Projections.PlanResults;
using Ntm.Projections.Plans;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.PlanResults;

public sealed class TaskTests
{
    private const string Tasks = """
        {"kind":"task","id":"inspect","text":"Kiểm tra các xã","place":"III.1","time":"Tháng 3, 6","purpose":"inspection"},
        {"kind":"task","id":"inspect-some","text":"Kiểm tra xã điểm","place":"III.2","time":"Quý I","purpose":"inspection","cohort":"pilot"},
        {"kind":"cohort","id":"pilot","text":"xã điểm","place":"III.2","cohort":"pilot","name":"xã điểm"},
        {"kind":"task","id":"review","text":"Sơ kết","place":"X.1","time":"Tháng 7","purpose":"meeting"},
        {"kind":"task","id":"spread","text":"Tuyên truyền","place":"IV.1","time":"Thường xuyên","purpose":"work"}
        """;

    [Theory]
    [InlineData(2018, 6, 30, "upcoming")]
    [InlineData(2018, 7, 1, "due")]
    [InlineData(2018, 7, 31, "due")]
    [InlineData(2018, 8, 1, "overdue")]
    public void A_task_nobody_did_is_upcoming_due_and_overdue_as_time_goes_by(int year, int month, int day, string state) =>
        Assert.Equal(state, Occurrence("review", Day(year, month, day)).State);

    [Theory]
    [InlineData(7, 20, "done")]
    [InlineData(8, 5, "done_late")]
    public void A_task_is_done_by_the_entry_that_says_so(int month, int day, string state)
    {
        var occurrence = Occurrence("review", Day(2018, 12, 31), Line(Done("review", Day(2018, month, day))).As(Id(30)));

        Assert.Equal((state, Day(2018, month, day), Id(30)), (occurrence.State, occurrence.DoneOn, occurrence.By));
    }

    [Fact]
    public void A_report_of_a_task_that_was_retracted_did_not_happen() => Assert.Equal(
        "overdue", Occurrence("review", Day(2018, 12, 31), Line(Done("review", Day(2018, 7, 20))).As(Id(30)), Retracted(VanQuan, Id(30))).State);

    [Fact]
    public void An_inspection_is_done_once_every_commune_was_inspected_in_its_window()
    {
        var one = Line(Held(Day(2018, 3, 5)) with { Unit = VanAn });
        var other = Line(Held(Day(2018, 3, 20)) with { Unit = VanMong }).As(Id(31));

        var half = Occurrence("inspect", Day(2018, 4, 1), one);
        var whole = Occurrence("inspect", Day(2018, 4, 1), one, other);

        Assert.Equal(("overdue", 1, 2), (half.State, half.Inspected, half.ToInspect));
        Assert.Equal(("done", 2, Id(31)), (whole.State, whole.Inspected, whole.By));
    }

    [Fact]
    public void An_inspection_of_communes_the_plan_does_not_name_counts_none()
    {
        var occurrence = Occurrence("inspect-some", Day(2018, 2, 1));

        Assert.Equal(("due", null, null), (occurrence.State, occurrence.Inspected, occurrence.ToInspect));
    }

    [Fact]
    public void A_continuous_task_is_never_due()
    {
        var task = Ask(Day(2018, 12, 31), Line(Done("spread", Day(2018, 5, 2)))).Tasks.Single(task => task.Task == "spread");

        Assert.Equal((true, 0, Day(2018, 5, 2)), (task.IsContinuous, task.Occurrences.Count, task.DoneOn));
    }

    [Fact]
    public void Inspections_fall_on_every_commune_of_the_scope_in_every_window()
    {
        var index = Index();

        var inspections = TaskReading.InspectionsOf(index, Plan(index), index.Position).Select(inspection => (inspection.Commune, inspection.Window.Due));

        Assert.Equal([(VanAn, Day(2018, 3, 31)), (VanMong, Day(2018, 3, 31)), (VanAn, Day(2018, 6, 30)), (VanMong, Day(2018, 6, 30))], inspections);
    }

    private static TaskOccurrence Occurrence(string task, DateOnly on, params SubmittedLine[] said) =>
        Ask(on, said).Tasks.Single(read => read.Task == task).Occurrences[0];

    private static TasksAnswer Ask(DateOnly on, params SubmittedLine[] said)
    {
        var index = Index(said);
        return TaskReading.Answer(index, Plan(index), on, index.Position);
    }

    private static RecordIndex Index(params SubmittedLine[] said) => IndexOf([.. Country, Issued().As(Id(6)), .. said]);

    private static PlanDocument Plan(RecordIndex index) => PlanReading.Find(index.Register, Plan2018, index.Position)!;

    private static SubmittedLine Issued()
    {
        using var content = JsonDocument.Parse($$"""{"format":"ntm-plan-1","set":"ntm-2016-2020","statements":[{{Tasks}}]}""");
        return Line(new PlanIssued
        {
            Unit = VanQuan, EffectiveOn = Day(2018, 1, 30), Plan = Plan2018, Title = "Kế hoạch năm 2018", Scope = VanQuan, From = Day(2018, 1, 1), To = Day(2018, 12, 31),
            Content = content.RootElement.Clone(),
        });
    }

    private static TaskDone Done(string task, DateOnly on) => new() { Unit = VanQuan, EffectiveOn = on, Plan = Plan2018, Task = task };

    private static InspectionHeld Held(DateOnly on) => new() { Unit = VanAn, EffectiveOn = on, Team = "Đoàn kiểm tra huyện", Findings = [] };
}
