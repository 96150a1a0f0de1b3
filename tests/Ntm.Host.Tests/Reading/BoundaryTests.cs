using System.Text;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recording;
using Ntm.Domain.Units;
using Ntm.Host.Demo;
using Ntm.Projections;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.Index;

namespace Ntm.Host.Tests.Reading;

/// <summary>What must hold of a matrix on the map of any day, over the real lineage of Văn Quan and over random histories.</summary>
public sealed class BoundaryTests
{
    private const int Questions = 150;

    private static readonly CriteriaSet Set2016 = RecordInMemory.Catalog.Find(new SetId("ntm-2016-2020"))!;

    public static TheoryData<string> Records => ["van-quan", "1", "2", "3", "4", "5"];

    [Theory, MemberData(nameof(Records))]
    public void Totals_equal_the_sum_of_the_rows_on_any_map(string record)
    {
        var (index, dice) = Open(record);
        foreach (var (unit, on, map) in Ask(index.Index, dice))
        {
            var answer = Matrix(index.Index, unit, on, map, index.Index.Position);
            var counted = answer.Communes.Where(row => row.Parts is null).ToList();

            Assert.All(answer.Communes, AttainedAndFulfilledAreItsLetters);
            Assert.Equal(counted.Count, answer.Bands.Sum(band => band.Count));
            Assert.All(answer.ByCriterion, tally =>
                Assert.Equal(counted.Count, tally.A + tally.X + tally.L + tally.B + tally.N + tally.Unassessed));
            Assert.Equal(counted.Sum(row => row.Fulfilled), answer.ByCriterion.Sum(tally => tally.A + tally.N));
            Assert.Equal(
                counted.Count == 0 ? null : Math.Round((decimal)counted.Sum(row => row.Fulfilled) / counted.Count, 2, MidpointRounding.AwayFromZero),
                answer.Average);
        }
    }

    [Theory, MemberData(nameof(Records))]
    public void What_lies_under_a_unit_is_what_lies_under_its_parts_on_any_map(string record)
    {
        var (index, dice) = Open(record);
        var (register, head) = (index.Index.Register, index.Index.Position);
        var compared = 0;
        foreach (var (unit, on, map) in Ask(index.Index, dice).Where(asked => register.Find(asked.Unit)!.LivesOn(asked.Map, head)))
        {
            var whole = Matrix(index.Index, unit, on, map, head).Communes;
            var directly = new UnitMap(register).Under(unit, map, head).Where(under => under.ParentOn(map, head) == unit).ToList();
            var parts = directly.SelectMany(part => Matrix(index.Index, part.Unit, on, map, head).Communes)
                .Concat(whole.Where(row => directly.Exists(part => part.Unit.Value == row.Unit)))
                .OrderBy(row => row.Unit, StringComparer.Ordinal).ToList();

            Assert.Equal(whole.Select(Told), parts.Select(Told));
            compared += whole.Count;
        }

        Assert.True(compared > 50, $"only {compared} rows were compared");
    }

    [Theory, MemberData(nameof(Records))]
    public void Whatever_lived_then_and_went_into_a_row_not_born_yet_is_among_its_parts(string record)
    {
        var (index, dice) = Open(record);
        var (register, head) = (index.Index.Register, index.Index.Position);
        foreach (var (unit, on, map) in Ask(index.Index, dice).Where(asked => asked.Map > asked.On))
        {
            var rows = Matrix(index.Index, unit, on, map, head).Communes;
            foreach (var lived in new UnitMap(register).Living(on, head))
            {
                var became = Became(register, lived.Unit, on, map, head, []);
                Assert.All(
                    rows.Where(row => row.Parts is not null && became.Contains(row.Unit)),
                    row => Assert.Contains(lived.Unit.Value, row.Parts!.Select(part => part.Unit)));
            }
        }
    }

    // Any fact about units, not only a merger: what begins on a day changes nothing of the days and maps before it.
    [Theory, MemberData(nameof(Records))]
    public void A_question_on_an_older_map_gives_the_same_before_and_after_a_merger_is_recorded(string record)
    {
        var (index, dice) = Open(record);
        var changes = index.Entries.Where(entry => entry.Entry is UnitEntry and not UnitEstablished).ToList();
        foreach (var recorded in changes.Where(_ => changes.Count < 60 || dice.OneIn(1 + (changes.Count / 60))))
        {
            var day = ((DatedEntry)recorded.Entry).EffectiveOn;
            foreach (var unit in Superiors(index.Index))
            {
                var (on, map) = (day.AddDays(-1 - dice.Below(400)), day.AddDays(-1 - dice.Below(400)));
                var before = Matrix(index.Index, unit, on, map, recorded.Sequence - 1);
                var after = Matrix(index.Index, unit, on, map, recorded.Sequence);
                Assert.Equal(Told(before), Told(after));
            }
        }

        Assert.NotEmpty(changes);
    }

    // What nobody found after its end: the old map on a later day shows the same letters, counts and average.
    [Theory, MemberData(nameof(Records))]
    public void On_the_old_map_a_merger_takes_nothing_away_and_adds_nothing(string record)
    {
        var (index, dice) = Open(record);
        foreach (var recorded in index.Entries.Where(entry => entry.Entry is UnitsMerged or UnitDissolved))
        {
            var day = ((DatedEntry)recorded.Entry).EffectiveOn;
            foreach (var unit in Superiors(index.Index))
            {
                var on = day.AddDays(dice.Below(100));
                var before = Matrix(index.Index, unit, on, day.AddDays(-1), recorded.Sequence - 1);
                var after = Matrix(index.Index, unit, on, day.AddDays(-1), recorded.Sequence);
                var sameLetters = before.Communes.Zip(after.Communes)
                    .All(row => row.First.Status == row.Second.Status);

                Assert.Equal(before.Communes.Select(row => row.Unit), after.Communes.Select(row => row.Unit));
                if (sameLetters)
                    Assert.Equal((before.Average, Told(before.Bands)), (after.Average, Told(after.Bands)));
                else
                    Assert.Contains(index.Entries, entry => entry.Entry is FindingEntry finding && finding.EffectiveOn >= day);
            }
        }
    }

    private static (RecordInMemory Index, Dice Dice) Open(string record) => record == "van-quan"
        ? (RecordInMemory.Of(Encoding.UTF8.GetString(DemoRecord.Lines(synthetic: true)).Split('\n', StringSplitOptions.RemoveEmptyEntries)), new Dice(7))
        : (RecordInMemory.Of(RandomHistory.Create(ulong.Parse(record, System.Globalization.CultureInfo.InvariantCulture), entries: 600)), new Dice(7));

    private static List<UnitId> Superiors(RecordIndex index) =>
        [.. index.Register.ChildrenEver.Keys.Where(unit => index.Register.Find(unit)!.EstablishmentAt(index.Position) is not null).OrderBy(unit => unit, UnitId.Ordinal)];

    private static IEnumerable<(UnitId Unit, DateOnly On, DateOnly Map)> Ask(RecordIndex index, Dice dice)
    {
        var superiors = Superiors(index);
        var (first, last) = (RandomHistory.FirstDay.AddDays(-5), RandomHistory.LastDay.AddDays(5));
        for (var number = 0; number < Questions; number++)
            yield return (dice.Pick(superiors), dice.Day(first, last), dice.Day(first, last));
    }

    // Step by step in time: a history may name as successor what had ended already, and nobody goes into that.
    private static HashSet<string> Became(Register register, UnitId unit, DateOnly since, DateOnly map, long knownAt, HashSet<string> found)
    {
        if (register.Find(unit)?.EndBy(map, knownAt) is not { } end || end.EffectiveOn < since)
            return found;
        foreach (var successor in end.Value)
        {
            if (found.Add(successor.Value))
                Became(register, successor, end.EffectiveOn, map, knownAt, found);
        }

        return found;
    }

    private static MatrixAnswer Matrix(RecordIndex index, UnitId unit, DateOnly on, DateOnly map, long knownAt) =>
        MatrixReading.Answer(index, unit, on, knownAt, Set2016, AssessorSet.Official, map)
        ?? new MatrixAnswer(unit.Value, on, new KnownAt(0, null), "", "", [], map, [], null, [], []);

    private static void AttainedAndFulfilledAreItsLetters(CommuneRow row)
    {
        Assert.Equal(row.Status.Count(letter => letter == 'A'), row.Attained);
        Assert.Equal(row.Status.Count(letter => letter is 'A' or 'N'), row.Fulfilled);
    }

    private static string Told(MatrixAnswer answer) =>
        $"{string.Join('\n', answer.Communes.Select(Told))}\n{answer.Average}\n{Told(answer.Bands)}\n{string.Join(' ', answer.ByCriterion)}";

    private static string Told(IReadOnlyList<AttainmentBand> bands) => string.Join(' ', bands);

    private static string Told(CommuneRow row) =>
        $"{row.Unit} {row.Name} {row.Status} {row.Ended} [{string.Join(',', row.Successors ?? [])}] [{string.Join(',', row.Parts ?? [])}]";
}
