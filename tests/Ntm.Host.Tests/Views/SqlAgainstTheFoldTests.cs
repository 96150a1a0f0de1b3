using System.Globalization;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Host.Tests.Reading;
using Ntm.Host.Tests.Recording;
using Ntm.Projections.CommuneStatus;
using Ntm.Projections.FindingPeriods;
using Ntm.Testing;

namespace Ntm.Host.Tests.Views;

/// <summary>The answers of SQL are those of the fold, on any day, at any sequence, by any assessors.</summary>
public sealed class SqlAgainstTheFoldTests(TestCluster cluster)
{
    private static readonly string[] Assessor = ["official", "all", "commune", "district,audit", "province", "commune,inspection"];

    [Theory]
    [InlineData(3, 700, 1000)]
    [InlineData(4, 500, 7)]
    [InlineData(5, 500, 61)]
    public async Task Any_question_has_the_answer_of_the_fold(ulong seed, int entries, int atOnce)
    {
        await using var views = await KeptViews.OfAsync(cluster, seed, entries);
        await views.CatchUpAsync(atOnce);
        var index = views.Session.Live.Index;
        var units = index.Register.Units.Keys.Order(UnitId.Ordinal).ToList();
        var dice = new Dice(seed);
        var compared = 0;
        for (var round = 0; round < 150; round++)
        {
            var (unit, on, knownAt) = (dice.Pick(units), AnyDay(dice), (long)dice.Below((int)views.Head + 1));
            var set = dice.Pick(RecordInMemory.Catalog.Sets);
            Assert.True(AssessorSet.TryParse(dice.Pick(Assessor), out var assessors));
            var names = assessors.ToNames().ToArray();

            var status = StatusReading.Answer(index, unit, on, knownAt, set, assessors);
            if (status is null)
                continue;
            Assert.Equal(
                status.Criteria.Where(criterion => criterion.Entry is not null).Select(criterion =>
                    $"{criterion.Criterion} {criterion.Status} {criterion.Since:O} {criterion.Entry} {criterion.AssessedBy} {criterion.RecordedAt}"),
                await views.AskAsync("""
                    select criterion, status, since::text, entry, assessed_by, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                      from ntm.status_on($1, $2, $3, $4, $5)
                    """, unit.Value, set.Id.Value, on, knownAt, names));

            var periods = PeriodsReading.Answer(index, unit, knownAt, [set], set, assessors)!.Periods;
            Assert.Equal(
                periods.Select(period => $"{period.Criterion} {period.From:O} {Text(period.To)} {period.Status} {period.AssessedBy} {period.OpenedBy} {period.ClosedBy?.ToString() ?? "-"}"),
                await views.AskAsync("""
                    select criterion, "from"::text, "to"::text, status, assessed_by, opened_by, closed_by from ntm.periods_of($1, $2, $3, $4)
                    """, unit.Value, set.Id.Value, knownAt, names));
            Assert.Equal(
                periods.GroupBy(period => period.Criterion).Select(criterion =>
                    $"{criterion.Key} {First(criterion, "attained")} {Last(criterion, "lost")}"),
                await views.AskAsync(
                    "select criterion, first_attained::text, last_lost::text from ntm.first_attained_last_lost($1, $2, $3, $4)",
                    unit.Value, set.Id.Value, knownAt, names));
            compared += periods.Count;
        }

        Assert.InRange(compared, 50, int.MaxValue);
    }

    [Theory]
    [InlineData(6, 500, 13)]
    [InlineData(7, 500, 1000)]
    public async Task Who_lies_under_whom_is_what_the_territory_says(ulong seed, int entries, int atOnce)
    {
        await using var views = await KeptViews.OfAsync(cluster, seed, entries);
        await views.CatchUpAsync(atOnce);
        var (register, map) = (views.Session.Live.Index.Register, views.Session.Live.Index.Map);
        var units = register.Units.Keys.Order(UnitId.Ordinal).ToList();
        var dice = new Dice(seed);
        var under = 0;
        for (var round = 0; round < 200; round++)
        {
            var (above, on, knownAt) = (dice.Pick(units), AnyDay(dice), (long)dice.Below((int)views.Head + 1));

            var expected = map.Under(above, on, knownAt).Select(unit => Row(unit, on, knownAt)).ToList();
            Assert.Equal(expected, await views.AskAsync("select unit, name, code, level, parent from ntm.units_under($1, $2, $3)", above.Value, on, knownAt));
            under += expected.Count;

            var heirs = map.Communes(above, on, knownAt).Select(unit => $"{unit.Unit} {unit.NameOn(on, knownAt)}").ToList();
            Assert.Equal(heirs, await views.AskAsync("select unit, name from ntm.communes_under($1, $2, $3)", above.Value, on, knownAt));

            var history = register.Find(above)!;
            var life = history.EndBy(on, knownAt) is not null ? "ended" : history.LivesOn(on, knownAt) ? "lives" : "not_yet";
            Assert.Equal(
                life, (await views.AskAsync("select life from ntm.unit_on($1, $2, $3)", above.Value, on, knownAt)).SingleOrDefault() ?? "not_yet");
        }

        Assert.InRange(under, 100, int.MaxValue);
    }

    [Fact]
    public async Task The_communes_of_a_district_that_has_ended_are_those_that_descend_from_its_last()
    {
        await using var views = await KeptViews.OpenAsync(cluster);
        const string on = "2020-06-01";
        await views.Session.RecordAsync(
            Lines.Established("huyen-a"), Lines.Established("huyen-b"), Lines.Established("mot", "huyen-a"), Lines.Established("hai", "huyen-a"),
            Lines.Established("ba", "huyen-b"), Lines.Merged("ba", "mot", on),
            $$"""{"type":"unit_reparented","unit":"hai","effectiveOn":"{{on}}","parent":"huyen-b"}""", Lines.Dissolved("huyen-a", on));
        await views.CatchUpAsync(3);
        var (above, day) = (UnitId.Parse("huyen-a"), new DateOnly(2021, 1, 1));

        Assert.Equal(["ba", "hai"], await views.AskAsync("select unit from ntm.communes_under('huyen-a', $1)", day));
        Assert.Equal(["ba", "hai"], views.Session.Live.Index.Map.Communes(above, day, views.Head).Select(unit => unit.Unit.Value));
        Assert.Equal(["hai", "mot"], await views.AskAsync("select unit from ntm.communes_under('huyen-a', $1)", new DateOnly(2020, 5, 31)));
        Assert.Equal(["hai", "mot"], await views.AskAsync("select unit from ntm.communes_under('huyen-a', $1, 5)", day));
    }

    private static string Row(UnitHistory unit, DateOnly on, long knownAt) =>
        $"{unit.Unit} {unit.NameOn(on, knownAt)} {unit.CodeOn(on, knownAt) ?? "-"} {UnitLevels.Names.NameOf(unit.LevelOn(on, knownAt)!.Value)} {unit.ParentOn(on, knownAt)?.Value ?? "-"}";

    private static string First(IEnumerable<FindingPeriod> periods, string status) =>
        periods.Where(period => period.Status == status).Select(period => Text(period.From)).FirstOrDefault() ?? "-";

    private static string Last(IEnumerable<FindingPeriod> periods, string status) =>
        periods.Where(period => period.Status == status).Select(period => Text(period.From)).LastOrDefault() ?? "-";

    private static string Text(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "-";

    private static DateOnly AnyDay(Dice dice) => dice.Day(RandomHistory.FirstDay, RandomHistory.LastDay);
}
