using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recognition;
using Ntm.Domain.Units;
using Ntm.Projections.Index;
using Ntm.Projections.Titles;
using Ntm.Testing;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Titles;

/// <summary>What an issued decision broke stands beside it.</summary>
public sealed class IrregularityTests
{
    private static readonly UnitId QuaiNua = UnitId.Parse("tuan-giao.quai-nua");
    private static readonly DateOnly Decided = Day(2024, 12, 20);

    /// <summary>
    /// Quài Nưa, recognised in 2024 by a vote of 20 of 20 with 14 criteria attained and 5 basically met (vietnam.vn, "Thêm 6 xã đạt chuẩn nông
    /// thôn mới"). That is all the source says: which five, the days and the numbers of the papers are made up, and each entry says so itself.
    /// </summary>
    private static SubmittedLine[] Story =>
    [
        Established(QuaiNua).As(Id(1)),
        .. Enumerable.Range(1, 19).Select(criterion => Line(Status(criterion) with
        {
            Unit = QuaiNua, EffectiveOn = Day(2024, 12, 1), Set = Set2021, Criterion = criterion, AssessedBy = Assessor.Province,
            Note = $"{Finding.SyntheticNote} nguồn chỉ nêu 14 đạt và 5 cơ bản đạt, không nêu tiêu chí nào",
        }).As(Id(100 + criterion))),
        Line(Of(StepKind.CouncilVoted, Day(2024, 12, 15))).As(Id(10)),
        Line(Of(StepKind.Granted, Decided)).As(Id(11)),
    ];

    [Fact]
    public void A_commune_recognised_with_five_criteria_basically_met_which_no_source_names_has_the_title_and_the_made_up_five_are_listed()
    {
        var title = Assert.Single(Ask(Story).Titles);

        Assert.Equal("held", title.Standing);
        var irregularity = title.Irregularities.Single(irregularity => irregularity is { Code: "dossier.criteria_missing", Kind: "broken" });
        Assert.Equal([3, 6, 10, 17, 18], irregularity.Criteria.Select(criterion => criterion.Criterion));
        Assert.All(irregularity.Criteria, criterion => Assert.Equal(("basically_met", Id(100 + criterion.Criterion)), (criterion.Status, criterion.Entry!.Value)));
        Assert.Equal("18/2022/QĐ-TTg, Điều 4", irregularity.Citation);
        Assert.StartsWith("5 trên 19 tiêu chí không đạt: 3 (cơ bản đạt), 6 (cơ bản đạt)", irregularity.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_record_does_not_show_is_not_said_to_be_broken()
    {
        var notShown = Ask(Story).Titles[0].Irregularities.Where(irregularity => irregularity.Kind == "not_shown").Select(irregularity => irregularity.Code);

        Assert.Equal(["dossier.step_skipped", "dossier.debt", "dossier.survey"], notShown);
    }

    [Fact]
    public void A_step_dated_after_the_one_that_needs_it_breaks_the_order()
    {
        var appraised = Line(Of(StepKind.Appraised, Decided.AddDays(5))).As(Id(12));

        Assert.Contains(Ask([.. Story, appraised]).Titles[0].Irregularities, irregularity =>
            irregularity is { Code: "dossier.step_skipped", Kind: "broken" } && irregularity.English.Contains("appraised", StringComparison.Ordinal));
    }

    [Fact]
    public void Recording_the_missing_paper_clears_what_it_shows()
    {
        var debt = Line(new DebtDeclared { Unit = QuaiNua, EffectiveOn = Day(2024, 12, 1), Amount = 0 });

        Assert.DoesNotContain(Ask([.. Story, debt]).Titles[0].Irregularities, irregularity => irregularity.Code == "dossier.debt");
    }

    [Theory]
    [InlineData(null, "not_shown")]
    [InlineData(79, "broken")]
    [InlineData(80, null)]
    public void Satisfaction_is_judged_content_by_content_by_a_share_nobody_has_sourced(int? satisfied, string? kind)
    {
        var survey = Line(new SatisfactionSurveyed
        {
            Unit = QuaiNua, EffectiveOn = Day(2024, 11, 20), Households = 120, Asked = 100, Satisfied = 95, Note = Finding.SyntheticNote,
            Contents = satisfied is { } content ? [new("Giao thông", 100, content), new("Môi trường", 100, 99)] : null,
        });
        var told = Ask([.. Story, survey]).Titles[0].Irregularities.SingleOrDefault(irregularity => irregularity.Code == "dossier.survey_content");

        Assert.Equal((kind, kind is null ? null : "18/2022/QĐ-TTg", false), (told?.Kind, told?.Citation, told?.IsSourced == true));
        if (kind == "broken")
            Assert.Equal("Dưới 80 %: Giao thông (79 trên 100 hộ).", told!.Vietnamese);
    }

    [Fact]
    public void A_title_whose_set_is_not_shipped_cannot_be_judged()
    {
        var granted = Of(StepKind.Granted, Decided, TitleLevel.Advanced);
        var title = Assert.Single(Ask([Established(QuaiNua).As(Id(1)), Line(granted).As(Id(11))]).Titles);

        Assert.Contains(title.Irregularities, irregularity => irregularity is { Code: "dossier.criteria_missing", Kind: "not_shown" });
        Assert.Equal(("undecidable", (int?)null), (title.After!.Revocation!.Verdict, title.After.Revocation.DistanceFrom));
        Assert.Null(title.After.Lost);
    }

    [Fact]
    public void The_story_of_the_commune() => Snapshot.Verify(
        TitleJson.Write(Ask([.. Story, Line(new CriterionLost { Unit = QuaiNua, EffectiveOn = Day(2025, 3, 1), Set = Set2021, Criterion = 5, AssessedBy = Assessor.Inspection, Note = Finding.SyntheticNote }).As(Id(60))])), "json");

    private static TitlesAnswer Ask(SubmittedLine[] lines)
    {
        var index = IndexOf(lines);
        return TitlesReading.Answer(index, QuaiNua, Day(2025, 6, 1), index.Position, Catalog)!;
    }

    private static FindingEntry Status(int criterion) =>
        (FindingEntry)EntrySamples.Of(criterion is 3 or 6 or 10 or 17 or 18 ? "criterion_basically_met" : "criterion_attained").ReadMinimal().Entry;

    private static DossierStep Of(StepKind kind, DateOnly on, TitleLevel title = TitleLevel.Ntm) =>
        DossierSteps.Step(kind, on, 2024, "tuan-giao.quai-nua.ntm-2024", title).Issued("1/QĐ-UBND", "UBND tỉnh Điện Biên") with
        {
            Unit = QuaiNua, Note = $"{Finding.SyntheticNote} ngày và số văn bản không có trong nguồn",
        };
}
