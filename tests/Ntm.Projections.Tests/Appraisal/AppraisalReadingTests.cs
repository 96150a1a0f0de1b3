using Ntm.Domain.Access;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Inspections;
using Ntm.Projections.Appraisal;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Appraisal;

public sealed class AppraisalReadingTests
{
    private static readonly DateOnly Spring = Day(2018, 3, 1);
    private static readonly DateOnly Summer = Day(2018, 6, 30);
    private static readonly DateOnly Autumn = Day(2018, 9, 1);
    private static readonly DateOnly On = Day(2018, 12, 31);

    [Fact]
    public void Confirmed_by_a_higher_level_a_criterion_is_attained_since_it_was_first_found()
    {
        var criterion = Fifth(Sheets.Of([.. Country, Found<CriterionAttained>(VanAn, Spring, 5, Assessor.District).As(Id(10)), Attained(VanAn, Summer)]));

        Assert.Equal((Summer, Spring, Spring, Id(10)), (criterion.Present!.From, criterion.AttainedSince, criterion.FirstAttainedOn, criterion.FirstAttainedBy));
        Assert.Equal(0, criterion.TimesLost);
    }

    [Fact]
    public void Lost_and_regained_it_is_attained_since_the_return_and_was_first_before()
    {
        var criterion = Fifth(Sheets.Of([.. Country, Attained(VanAn, Spring), Lost(VanAn, Summer), Attained(VanAn, Autumn)]));

        Assert.Equal((Autumn, Spring, 1), (criterion.AttainedSince, criterion.FirstAttainedOn, criterion.TimesLost));
        Assert.Equal(["attained", "lost", "attained"], criterion.Periods.Select(period => period.Status));
        var lost = Fifth(Sheets.Of([.. Country, Attained(VanAn, Spring), Lost(VanAn, Summer)]));
        Assert.Equal((null, Spring), (lost.AttainedSince, lost.FirstAttainedOn));
    }

    [Fact]
    public void The_paper_the_office_and_the_lag_of_the_deciding_finding_are_told()
    {
        var basis = new DocumentReference("12/BC-UBND", Day(2018, 7, 1), "UBND huyện Văn Quan");
        var entries = Entries([.. Country, Line(Attained(VanAn, Summer).Entry! with { Basis = basis, Note = "Ghi chú" })]);
        var office = new Office(Role.AppraisalTeam, LangSon, [], "Đoàn thẩm định tỉnh");
        var finding = Fifth(new Sheets([.. entries.Take(5), entries[5] with { RecordedAs = office }])).Present!.Finding;

        Assert.Equal(("12/BC-UBND", "Ghi chú", 2011), (finding.Document!.Number, finding.Note, finding.LagDays));
        Assert.Equal(("appraisal_team", "lang-son", "Đoàn thẩm định tỉnh"), (finding.RecordedAs!.Role, finding.RecordedAs.Area, finding.RecordedAs.Office));
    }

    [Fact]
    public void An_inspection_bears_on_a_finding_where_it_says_something_of_the_criterion_by_its_day()
    {
        var sheets = Sheets.Of([
            .. Country, Attained(VanAn, Summer), Attained(VanAn, Summer, 6), Held(20, Spring, 5), Held(21, Autumn, 5, 6),
            Line(new RemedyDone { Unit = VanAn, EffectiveOn = Summer, Inspection = Id(20), Criterion = 5 }).As(Id(22)),
        ]);
        var sheet = sheets.Ask(VanAn, On)!;

        Assert.Equal([(Id(20), "5"), (Id(21), "5,6")], sheet.Inspections.Select(inspection => (inspection.Entry, string.Join(',', inspection.Criteria))));
        Assert.Equal([true, false, null], new[] { 5, 6, 7 }.Select(number => sheet.Criteria[number - 1].InspectedBefore));
        Assert.Equal([(Id(20), true, Summer), (Id(21), false, (DateOnly?)null)], sheet.Criteria[4].Looks.Select(look => (look.Entry, look.IsBefore, look.RemediedOn)));
        Assert.Empty(sheets.Ask(VanAn, Spring.AddDays(-1))!.Inspections);
    }

    [Fact]
    public void A_contrary_word_of_an_audit_stands_until_somebody_official_answers_it()
    {
        SubmittedLine[] lost = [.. Country, Attained(VanAn, Spring), Lost(VanAn, Summer).As(Id(20))];

        Assert.Equal([("audit", "lost", null)], Fifth(Sheets.Of(lost)).Against.Select(word => (word.AssessedBy, word.Status, word.AnsweredBy)));
        Assert.Equal(Id(21), Fifth(Sheets.Of([.. lost, Attained(VanAn, Autumn).As(Id(21))])).Against.Single().AnsweredBy);
        Assert.Empty(Fifth(Sheets.Of([.. lost, Retracted(VanAn, Id(20))])).Against);
    }

    [Fact]
    public void What_the_levels_say_is_told_whoever_is_asked_for()
    {
        var criterion = Fifth(Sheets.Of([
            .. Country, Found<CriterionAttained>(VanAn, Spring, 5, Assessor.Commune), Found<CriterionNotAttained>(VanAn, Summer, 5, Assessor.District),
        ]));

        Assert.Equal([("commune", "attained"), ("district", "not_attained")], criterion.Words.Select(word => (word.AssessedBy, word.Status)));
        Assert.True(criterion.Disagree);
        Assert.Equal("not_attained", criterion.Status);
    }

    [Fact]
    public void Retractions_and_corrections_behind_it_are_told_with_their_reasons()
    {
        var sheets = Sheets.Of([
            .. Country, Attained(VanAn, Spring).As(Id(10)), Corrected(VanAn, Id(10), Attained(VanAn, Summer).As(Id(12))).As(Id(11)),
        ]);
        var criterion = Fifth(sheets);

        Assert.Equal((Id(10), Id(11), "Nhập nhầm", Id(12)), criterion.Struck.Select(struck => (struck.Entry, struck.StruckBy, struck.Reason, struck.ReplacedBy)).Single());
        Assert.Equal(Id(10), criterion.Present!.Finding.Corrects);
        Assert.Empty(sheets.Ask(VanAn, On, knownAt: 6)!.Criteria[4].Struck);
    }

    [Fact]
    public void Targets_are_told_with_their_plan_and_what_became_of_them_and_the_plan_of_the_district_covers_the_commune()
    {
        var sheet = Sheets.Of([.. Country, PlanIssued(VanQuan, Day(2018, 1, 15)), Target(VanAn, Day(2018, 1, 15), Day(2018, 6, 30), criterion: 5), Attained(VanAn, Autumn)]).Ask(VanAn, On)!;

        Assert.Equal((Plan2018.Value, "late", Autumn), sheet.Criteria[4].Targets.Select(target => (target.Plan, target.State, target.Since!.Value)).Single());
        Assert.Equal([(Plan2018.Value, "van-quan")], sheet.Plans.Select(plan => (plan.Plan, plan.Scope)));
    }

    [Fact]
    public void A_recognition_without_the_criterion_is_told_beside_it_and_beside_its_step()
    {
        var sheet = Sheets.Of([.. Country, NotAttained(VanAn, Spring), Recognised(VanAn, Autumn)]).Ask(VanAn, On)!;

        Assert.Equal([("dossier.criteria_missing", "broken")], sheet.Criteria[4].Irregularities.Select(irregularity => (irregularity.Code, irregularity.Kind)));
        Assert.Equal([("dossier.criteria_missing", "not_shown")], sheet.Criteria[5].Irregularities.Select(irregularity => (irregularity.Code, irregularity.Kind)));
        Assert.Contains(sheet.Dossiers.Single().Steps.Single().Irregularities, irregularity => irregularity is { Code: "dossier.criteria_missing", Kind: "broken" });
        Assert.Equal("held", sheet.Standing);
    }

    [Fact]
    public void An_ended_unit_is_named_as_on_its_last_day_on_the_map_asked_for()
    {
        var sheets = Sheets.Of([.. Country, Reparented(VanAn, Day(2019, 1, 1), under: CaoLoc), Merged(VanMong, Day(2020, 1, 1), VanAn)]);

        Assert.Equal(["cao-loc", "lang-son"], sheets.Ask(VanAn, Day(2021, 1, 1))!.Parents.Select(above => above.Unit));
        Assert.Equal(["van-quan", "lang-son"], sheets.Ask(VanAn, Day(2021, 1, 1), boundary: On)!.Parents.Select(above => above.Unit));
        Assert.Equal((false, "van-quan.van-mong"), (sheets.Ask(VanAn, Day(2021, 1, 1))!.Exists, sheets.Ask(VanAn, Day(2021, 1, 1))!.Successors!.Single()));
    }

    [Fact]
    public void Of_a_unit_the_record_does_not_know_then_there_is_no_sheet()
    {
        Assert.Null(Sheets.Of(Country).Ask(Nowhere, On));
        Assert.Null(Sheets.Of(Country).Ask(VanMong, On, knownAt: 4, saidUpTo: 5));
    }

    private static SubmittedLine Held(int id, DateOnly on, params int[] criteria) => Line(new InspectionHeld
    {
        Unit = VanAn, EffectiveOn = on, Team = "Đoàn tỉnh", Findings = [.. criteria.Select(criterion => new InspectionRemark(Set2016, criterion, "chưa đạt", null, null))],
    }).As(Id(id));

    private static AppraisedCriterion Fifth(Sheets sheets) => sheets.Ask(VanAn, On)!.Criteria[4];
}
