using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.EventStore.Append;
using Ntm.Host.Database;
using Ntm.Host.Demo.Country;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.Index;

namespace Ntm.Host.Tests.Recording;

/// <summary>An index built from the whole record at once says what one says that took in entry after entry.</summary>
public sealed class IndexLoadingTests(RecordingDatabase database) : IClassFixture<RecordingDatabase>
{
    private static readonly CriteriaCatalog Catalog = CriteriaCatalog.Shipped();

    [Fact]
    public async Task What_is_built_says_what_was_taken_in_one_by_one()
    {
        await using var host = await database.OpenHostAsync();
        var said = new SyntheticCountry(Catalog, CountrySize.At(0.01m)).Record().ToList();
        await RecordAsync(host, said);
        var plain = new RecordIndex();
        plain.Apply(await host.Record.ReadAsync(0, long.MaxValue, null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));

        var before = host.Live.Index;
        await host.Live.RebuildAsync(TestContext.Current.CancellationToken);

        Assert.NotSame(before, host.Live.Index);
        AssertSame(plain, host.Live.Index, said);
    }

    [Fact]
    public async Task An_index_built_while_others_record_misses_nothing()
    {
        await using var host = await database.OpenHostAsync();
        await host.RecordAsync(Lines.Established("dong-xuan"));
        using var stop = new CancellationTokenSource();
        var recording = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
                await host.RecordAsync(Lines.Attained("dong-xuan", 1 + (number % 19)));
        }, TestContext.Current.CancellationToken);
        for (var time = 0; time < 5; time++)
            await host.Live.RebuildAsync(TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await recording;

        var head = await host.Live.CatchUpToHeadAsync(TestContext.Current.CancellationToken);
        var plain = new RecordIndex();
        var entries = await host.Record.ReadAsync(0, head, null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        plain.Apply(entries);
        AssertSame(plain, host.Live.Index, entries);
    }

    private static async Task RecordAsync(RecordSession host, List<RecordedEntry> entries)
    {
        var lines = entries.Select((entry, place) => new SubmittedLine(place + 1, entry.Id, entry.Entry, null)).ToList();
        // A correction is two lines that go together.
        for (var from = 0; from < lines.Count;)
        {
            var to = Math.Min(from + 5_000, lines.Count);
            while (to < lines.Count && entries[to - 1].Entry is Domain.Retraction.EntryRetracted { ReplacedBy: not null })
                to++;
            await host.Recorder.RecordAsync(lines[from..to], new Act("local", null, "test", null), new Dictionary<string, long>(), TestContext.Current.CancellationToken);
            from = to;
        }
    }

    private static void AssertSame(RecordIndex plain, RecordIndex built, List<RecordedEntry> entries)
    {
        Assert.Equal(plain.Position, built.Position);
        Assert.Equal(plain.Register.Units.Keys.Order(UnitId.Ordinal), built.Register.Units.Keys.Order(UnitId.Ordinal));
        foreach (var (unit, history) in plain.Register.Units)
        {
            Assert.Equal(history.RestingEntries, built.Register.Units[unit].RestingEntries);
            foreach (var set in Catalog.Sets)
                Assert.All(set.Criteria, criterion => Assert.Equal(plain.Findings.Of(unit, set.Id, criterion.Number), built.Findings.Of(unit, set.Id, criterion.Number)));
        }

        Assert.All(entries.Select(entry => entry.Stream).Distinct(), stream => Assert.Equal(plain.Versions.Of(stream), built.Versions.Of(stream)));
        Assert.All(entries.Select(entry => entry.Sequence), sequence =>
        {
            Assert.Equal(plain.EntryAt(sequence), built.EntryAt(sequence));
            Assert.Equal(plain.RecordedAt(sequence), built.RecordedAt(sequence));
        });
        var (root, on, set2021) = (UnitId.Parse(SyntheticCountry.Root), new DateOnly(2024, 6, 30), Catalog.Sets[^1]);
        var half = plain.Position / 2;
        Assert.Equal(
            MatrixReading.Answer(plain, root, on, half, set2021, AssessorSet.All, on)?.Communes.Select(row => (row.Unit, row.Name, row.Status)),
            MatrixReading.Answer(built, root, on, half, set2021, AssessorSet.All, on)?.Communes.Select(row => (row.Unit, row.Name, row.Status)));
    }
}
