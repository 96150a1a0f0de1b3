using FsCheck;
using FsCheck.Fluent;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Projections.CommuneStatus;
using Ntm.Projections.FindingPeriods;
using Ntm.Projections.Tests.Titles;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Appraisal;

/// <summary>
/// Of any history and question: a sheet says of statuses and periods what their own answers say, and what it said once it says for ever,
/// however much of the record it is made from.
/// </summary>
public sealed class AppraisalProperties
{
    private static readonly int Histories = Environment.GetEnvironmentVariable("NTM_TEST_FULL") == "1" ? 5_000 : 200;
    private static readonly AssessorSet[] Asked = [AssessorSet.Official, AssessorSet.All, AssessorSet.Of(Assessor.District, Assessor.Audit)];

    private sealed record History(int[] Said, int On, int KnownAt, int Assessors);

    private static readonly Gen<History> All =
        from said in Gen.Choose(0, 1 << 24).ArrayOf(40)
        from day in Gen.Choose(-10, 420)
        from known in Gen.Choose(4, 45)
        from assessors in Gen.Choose(0, Asked.Length - 1)
        select new History(said, day, known, assessors);

    [Fact]
    public void Every_status_and_period_is_the_one_its_own_answer_gives_and_a_longer_record_changes_nothing() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Histories).WithQuietOnSuccess(true), Prop.ForAll(All.ToArbitrary(), Holds));

    private static void Holds(History history)
    {
        var sheets = new Sheets(Entries([.. Country, .. Lines(history.Said)]));
        var (on, knownAt, assessors) = (First.AddYears(7).AddDays(history.On), Math.Min(history.KnownAt, sheets.Index.Position), Asked[history.Assessors]);
        var sheet = sheets.Ask(VanAn, on, knownAt, assessors)!;
        var status = StatusReading.Answer(sheets.Index, VanAn, on, knownAt, Criteria2016, assessors)!;
        var periods = PeriodsReading.Answer(sheets.Index, VanAn, knownAt, [], Criteria2016, assessors)!.Periods.Where(period => period.From <= on);

        Assert.Equal((status.Attained, status.Fulfilled), (sheet.Attained, sheet.Fulfilled));
        Assert.Equal(
            status.Criteria.Select(criterion => (criterion.Criterion, criterion.Status, criterion.Since, criterion.Entry, criterion.AssessedBy, criterion.RecordedAt)),
            sheet.Criteria.Select(criterion => (
                criterion.Criterion, criterion.Status, criterion.Present?.From, criterion.Present?.Finding.Entry, criterion.Present?.AssessedBy, criterion.Present?.Finding.RecordedAt)));
        Assert.Equal(
            periods.Select(period => (period.Criterion, period.From, period.To, period.Status, period.AssessedBy, period.OpenedBy, period.ClosedBy)),
            sheet.Criteria.SelectMany(criterion => criterion.Periods.Select(period => (
                criterion.Criterion, period.From, period.To, period.Status, period.AssessedBy, period.Finding.Entry, period.ClosedBy))));
        Assert.Equal(status.Criteria.Select(criterion => string.Join(',', criterion.Retracted)), sheet.Criteria.Select(criterion => string.Join(',', criterion.Struck.Select(struck => struck.Entry))));
        Assert.Equal(TitleJson.Write(sheet), TitleJson.Write(sheets.Ask(VanAn, on, knownAt, assessors, saidUpTo: sheets.Index.Position)!));
    }

    // Findings of few criteria, so that they meet; each tenth line takes back an earlier one.
    private static IEnumerable<SubmittedLine> Lines(int[] said)
    {
        var standing = new Queue<Guid>();
        for (var number = 0; number < said.Length; number++)
        {
            var dice = said[number];
            if (dice % 10 == 0 && standing.TryDequeue(out var struck))
            {
                yield return Retracted(VanAn, struck).As(Id(1000 + number));
                continue;
            }

            var (on, criterion, by) = (First.AddYears(7).AddDays(dice / 10 % 400), (dice / 4000 % 3) + 5, Assessors.Names.Values[dice / 12_000 % 5]);
            standing.Enqueue(Id(1000 + number));
            yield return ((dice / 60_000 % 4) switch
            {
                0 => Found<CriterionLost>(VanAn, on, criterion, by),
                1 => Found<CriterionNotApplicable>(VanAn, on, criterion, by),
                2 => Found<CriterionBasicallyMet>(VanAn, on, criterion, by),
                _ => Found<CriterionAttained>(VanAn, on, criterion, by),
            }).As(Id(1000 + number));
        }
    }
}
