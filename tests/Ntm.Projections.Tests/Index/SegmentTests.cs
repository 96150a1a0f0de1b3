using System.Collections.Immutable;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;
using Ntm.Projections.Index;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Index;

/// <summary>What is packed into segments answers as the plain fold over plain facts does, however it came in.</summary>
public sealed class SegmentTests
{
    private const int Criteria = 19;
    private static readonly DateTimeOffset Start = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(20181231, 1)]
    [InlineData(20181232, 7)]
    [InlineData(20181233, 400)]
    [InlineData(20181234, 5_000)]
    public void The_winner_of_a_segment_is_the_winner_of_the_fold(int seed, int atOnce)
    {
        var random = new Random(seed);
        var entries = Entries(random, 3_000);
        var index = new RecordIndex();
        foreach (var piece in entries.Chunk(atOnce))
            index.Apply(piece);
        var plain = Plain(entries);

        for (var question = 0; question < 3_000; question++)
        {
            var (unit, criterion) = (random.Next(2) == 0 ? VanAn : VanMong, 1 + random.Next(Criteria));
            var (on, knownAt) = (Day(2017, 1, 1).AddDays(random.Next(800)), (long)random.Next(entries.Count + 1));
            var assessors = random.Next(3) switch { 0 => AssessorSet.Official, 1 => AssessorSet.All, _ => AssessorSet.Of(Assessor.Commune, Assessor.Audit) };
            var facts = plain.GetValueOrDefault((unit, criterion), []);

            var found = index.Findings.Under(Recorded.Criteria2016).Of(unit);
            Assert.Equal(
                Fold.Winner(facts, on, knownAt, finding => assessors.Contains(finding.AssessedBy))?.Entry,
                found.Winner(criterion - 1, on, knownAt, assessors) is { Sequence: var sequence } ? index.EntryAt(sequence) : null);
            Assert.Equal(facts, index.Findings.Of(unit, Set2016, criterion));
            Assert.Equal(
                facts.Where(fact => fact.RetractedAt <= knownAt).Select(fact => fact.Sequence),
                found.Retracted(criterion - 1, knownAt));
        }
    }

    [Fact]
    public void The_first_and_the_last_day_there_are_keep_their_places()
    {
        var index = Recorded.IndexOf(
        [
            Entry(1, Finding(VanAn, DateOnly.MaxValue, 5, FindingStatus.Lost)),
            Entry(2, Finding(VanAn, DateOnly.MinValue, 5, FindingStatus.Attained)),
        ]);
        foreach (var (on, expected) in new[] { (DateOnly.MinValue, 2), (DateOnly.MaxValue.AddDays(-1), 2), (DateOnly.MaxValue, 1) })
            Assert.Equal(expected, index.Findings.Under(Recorded.Criteria2016).Of(VanAn).Winner(4, on, 2, AssessorSet.Official)?.Sequence);
    }

    // Micro-seconds apart as an import leaves them, minutes, days, and years in between.
    [Theory]
    [InlineData(10)]
    [InlineData(60_000_000)]
    [InlineData(86_400_000_000)]
    [InlineData(30_000_000_000_000)]
    public void Every_record_time_is_kept_to_the_last_digit_however_far_apart_they_lie(long microseconds)
    {
        var random = new Random(20181231);
        var stamps = new List<DateTimeOffset> { Start };
        for (var number = 1; number < 1_500; number++)
            stamps.Add(stamps[^1].AddMicroseconds(1 + random.NextInt64(number % 100 == 0 ? microseconds : 3)));
        var index = new RecordIndex();
        foreach (var piece in stamps.Select((stamp, place) => Entry(place + 1, Finding(VanAn, Day(2018, 1, 1), 1, FindingStatus.Attained)) with { RecordedAt = stamp }).Chunk(61))
            index.Apply(piece);

        Assert.Equal(stamps, Enumerable.Range(1, stamps.Count).Select(sequence => index.RecordedAt(sequence)!.Value));
    }

    private static List<RecordedEntry> Entries(Random random, int count)
    {
        var entries = new List<RecordedEntry>();
        for (var sequence = 1; sequence <= count; sequence++)
        {
            var unit = random.Next(2) == 0 ? VanAn : VanMong;
            var struck = entries.Count > 0 && random.Next(6) == 0 ? entries[random.Next(entries.Count)] : null;
            entries.Add(Entry(sequence, struck is { Entry: FindingEntry named }
                ? new EntryRetracted { Unit = named.Unit, Entry = struck.Id, Reason = "nhầm" }
                : Finding(unit, Day(2017, 1, 1).AddDays(random.Next(700)), 1 + random.Next(Criteria), (FindingStatus)(1 + random.Next(5)),
                    (Assessor)random.Next(5), random.Next(4) == 0)));
        }

        return entries;
    }

    private static FindingEntry Finding(
        UnitId unit, DateOnly on, int criterion, FindingStatus status, Assessor by = Assessor.Province, bool synthetic = false)
    {
        FindingEntry finding = status switch
        {
            FindingStatus.Attained => (FindingEntry)Recorded.Found<CriterionAttained>(unit, on, criterion, by).Entry,
            FindingStatus.NotAttained => (FindingEntry)Recorded.Found<CriterionNotAttained>(unit, on, criterion, by).Entry,
            FindingStatus.Lost => (FindingEntry)Recorded.Found<CriterionLost>(unit, on, criterion, by).Entry,
            FindingStatus.BasicallyMet => (FindingEntry)Recorded.Found<CriterionBasicallyMet>(unit, on, criterion, by).Entry,
            _ => (FindingEntry)Recorded.Found<CriterionNotApplicable>(unit, on, criterion, by).Entry,
        };
        return finding with { Note = synthetic ? $"{Projections.Index.Finding.SyntheticNote} x" : null };
    }

    private static RecordedEntry Entry(long sequence, Entry entry) =>
        new(sequence, Start.AddMinutes(sequence), Id((int)sequence), entry, StreamId.Of(entry.Unit), sequence, "local");

    // As plainly as it can be said: a list of facts for each criterion, and a retraction marks the one it names.
    private static Dictionary<(UnitId Unit, int Criterion), ImmutableArray<Fact<Finding>>> Plain(List<RecordedEntry> entries)
    {
        var plain = new Dictionary<(UnitId, int), ImmutableArray<Fact<Finding>>>();
        foreach (var recorded in entries)
        {
            if (recorded.Entry is FindingEntry finding)
            {
                var key = (finding.Unit, finding.Criterion);
                plain[key] = plain.GetValueOrDefault(key, []).Add(new Fact<Finding>(
                    recorded.Id, recorded.Sequence, finding.EffectiveOn,
                    new Finding(finding.Status, finding.AssessedBy, recorded.RecordedAt, finding.Note is not null)));
            }
            else if (recorded.Entry is EntryRetracted retraction)
            {
                foreach (var (key, facts) in plain.ToList())
                    plain[key] = Fold.Strike(facts, retraction.Entry, recorded.Sequence);
            }
        }

        return plain;
    }
}
