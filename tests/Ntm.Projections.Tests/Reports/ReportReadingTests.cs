using Ntm.Domain.Findings;
using Ntm.Domain.Inspections;
using Ntm.Domain.Units;
using Ntm.Projections.Index;
using Ntm.Projections.Reports;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Reports;

public sealed class ReportReadingTests
{
    private static readonly DateOnly On = Day(2018, 12, 31);
    private static readonly DateOnly Since = Day(2017, 12, 31);

    [Fact]
    public void A_unit_that_is_not_known_then_has_no_report()
    {
        Assert.Null(Read("bands", IndexOf(Country), knownAt: 1));
        Assert.NotNull(Read("bands", IndexOf(Country), knownAt: 2));
    }

    [Fact]
    public void What_was_gained_and_lost_is_told_by_its_criteria()
    {
        var index = IndexOf([
            .. Country, Attained(VanAn, Since, 1), Attained(VanAn, Since, 2), Lost(VanAn, On, 1), Attained(VanAn, On, 7), Attained(VanAn, On, 8),
            Found<CriterionNotApplicable>(VanAn, On, 9), Found<CriterionBasicallyMet>(VanAn, On, 2),
        ]);
        var row = Read("communes-by-criterion", index)!.Tables[0].Rows.Single(row => row.Key == VanAn.Value);

        Assert.Equal(["2", "3", "1", "7–9", "1, 2"], Cells(index, row, "attained", "fulfilled", "change", "gained", "lost"));
    }

    [Fact]
    public void A_commune_not_born_on_the_earlier_day_has_no_change_and_is_left_out_of_what_stood_then()
    {
        var born = UnitId.Parse("van-quan.yen-phuc");
        var index = IndexOf([.. Country, Established(born, Day(2018, 7, 1), under: VanQuan), Attained(born, On)]);

        Assert.Equal(["1", null, "Thành lập trong kỳ"], Cells(index, RowOf(index, born), "fulfilled", "change", "remark"));
        var total = Read("bands", index)!.Tables[0].Rows[^1];
        Assert.Equal(["Tổng số xã", "3", "100.0", "2", "100.0", "1"], total.Cells.Select(cell => cell.ToPlainText()));
    }

    [Fact]
    public void A_comparison_with_a_day_before_the_set_says_so()
    {
        var report = Read("bands", IndexOf(Country), since: Day(2016, 11, 30))!;
        Assert.Contains(report.Notes, note => note.Contains("trước ngày bộ tiêu chí có hiệu lực (01/12/2016)", StringComparison.Ordinal));
    }

    [Fact]
    public void The_average_is_told_of_the_units_directly_under_and_of_the_whole()
    {
        var index = IndexOf([.. Country, Attained(VanAn, Since), Attained(VanAn, On, 6)]);
        var rows = Read("average", index, LangSon)!.Tables[0].Rows;

        Assert.Equal([VanQuan.Value, LangSon.Value], rows.Select(row => row.Key));
        Assert.Equal(["2", "1.00", "0.50", "0.50"], rows[^1].Cells.Skip(2).Select(cell => cell.ToPlainText()));
    }

    [Fact]
    public void A_recognition_is_listed_from_its_day_on_as_known_then_and_stays_when_the_commune_has_ended()
    {
        var index = IndexOf([.. Country, Recognised(VanMong, Day(2018, 10, 31)).As(Id(50)), Merged(VanAn, Day(2020, 1, 1), VanMong)]);

        Assert.Single(Read("recognised", index)!.Tables[0].Rows);
        Assert.Empty(Read("recognised", index, on: Day(2018, 10, 30))!.Tables[0].Rows);
        Assert.Empty(Read("recognised", index, knownAt: 5)!.Tables[0].Rows);
        var later = Read("recognised", index, on: Day(2021, 1, 1))!;
        Assert.Equal("Chấm dứt từ 01/01/2020", later.Tables[0].Rows.Single().Cells[^1].Text);
        Assert.StartsWith("0 xã trên địa giới ngày 01/01/2021", later.Notes[0], StringComparison.Ordinal);
        Assert.Empty(Read("recognised", index, CaoLoc)!.Tables[0].Rows);
    }

    [Fact]
    public void An_inspection_answers_the_schedule_that_was_due_first_and_is_of_its_team()
    {
        var index = IndexOf([
            .. Country, Scheduled(20, Day(2018, 1, 1), due: Day(2018, 6, 30)), Scheduled(21, Day(2018, 1, 1), due: Day(2018, 3, 31), team: "Đoàn huyện"),
            Scheduled(22, Day(2018, 1, 1), due: Day(2018, 9, 30)), Held(23, Day(2018, 7, 5), "Đoàn tỉnh"), Held(24, Day(2018, 12, 1), "Đoàn huyện"),
            Scheduled(25, Day(2018, 12, 30), due: Day(2019, 1, 31)),
        ]);
        var rows = Read("inspections", index)!.Tables[0].Rows;

        Assert.Equal(
            [(20, "2018-07-05", "5"), (21, "2018-12-01", "245"), (22, null, "92"), (25, null, null)],
            rows.Select(row => (int.Parse(row.Key[^2..], System.Globalization.CultureInfo.InvariantCulture), row.Cells[6].ToPlainText(), row.Cells[^1].ToPlainText())));
    }

    [Fact]
    public void What_an_entry_makes_another_is_found_by_asking_in_between()
    {
        var index = IndexOf([
            .. Country, Attained(VanAn, Day(2019, 1, 1)), Attained(VanAn, On).As(Id(30)), Attained(VanMong, On, 6), Retracted(VanAn, Id(30)),
        ]);
        var report = Read("criteria", index, knownAt: 5)!;
        var entries = Supersession.Between(sequence => Read("criteria", index, knownAt: sequence), report, 5, index.Position, most: 10);

        Assert.Equal([8], entries.Select(entry => entry.Sequence).Where(sequence => sequence == 8));
        Assert.DoesNotContain(entries, entry => entry.Sequence == 6);
        Assert.Empty(Supersession.Between(sequence => Read("criteria", index, knownAt: sequence), Read("criteria", index)!, index.Position, index.Position, most: 10));
    }

    [Fact]
    public void A_unit_that_was_never_said_to_exist_after_all_supersedes_its_report()
    {
        var index = IndexOf([.. Country, Retracted(CaoLoc, Id(3))]);
        var report = Read("bands", index, CaoLoc, knownAt: 5)!;

        var entry = Supersession.Between(sequence => Read("bands", index, CaoLoc, knownAt: sequence), report, 5, 6, most: 10).Single();
        Assert.Equal(6, entry.Sequence);
        Assert.All(entry.Cells, cell => Assert.True(cell.After.IsEmpty));
    }

    private static Domain.Entries.SubmittedLine Scheduled(int id, DateOnly on, DateOnly due, string? team = null) =>
        Line(new InspectionScheduled { Unit = VanAn, EffectiveOn = on, DueBy = due, Team = team }).As(Id(id));

    private static Domain.Entries.SubmittedLine Held(int id, DateOnly on, string team) =>
        Line(new InspectionHeld { Unit = VanAn, EffectiveOn = on, Team = team, Findings = [] }).As(Id(id));

    private static ReportRow RowOf(RecordIndex index, UnitId unit) => Read("communes-by-criterion", index)!.Tables[0].Rows.Single(row => row.Key == unit.Value);

    private static IEnumerable<string?> Cells(RecordIndex index, ReportRow row, params string[] columns)
    {
        var keys = Read("communes-by-criterion", index)!.Tables[0].Columns.Select(column => column.Key).ToList();
        return columns.Select(column => row.Cells[keys.IndexOf(column)].ToPlainText());
    }

    private static Report? Read(string kind, RecordIndex index, UnitId? unit = null, DateOnly? on = null, long? knownAt = null, DateOnly? since = null) => ReportReading.Read(
        ReportKinds.Find(kind)!,
        new ReportQuestion(index, unit ?? VanQuan, on ?? On, knownAt ?? index.Position, Criteria2016, AssessorSet.Official, on ?? On, since ?? Since));
}
