using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Recording;
using Ntm.Domain.Units;
using Ntm.Host.Database;
using Ntm.Host.Recording;

namespace Ntm.Host.Tests.Recording;

/// <summary>However batches are gathered, judged ahead and judged again: each comes to what it comes to when judged after those before it.</summary>
public sealed class InterleavingTests(RecordingDatabase database) : IClassFixture<RecordingDatabase>
{
    private const int Units = 6;
    private static readonly CriteriaCatalog Catalog = CriteriaCatalog.Shipped();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Batches_handed_in_together_come_to_what_they_come_to_one_after_the_other(int seed)
    {
        await using var host = await database.OpenHostAsync();
        await using var other = await database.OpenHostAsync();
        await other.RecordAsync(Lines.Established($"la-{seed}"));
        await host.RecordAsync([.. Enumerable.Range(0, Units).Select(unit => Lines.Established(Unit(seed, unit)))]);
        var batches = Batches(seed, new Random(seed));
        using var recorded = new CancellationTokenSource();
        var between = BetweenAsync(other, $"la-{seed}", recorded.Token);
        var expected = OneAfterTheOther(batches, host.Live.Index.Register, host.Live.Index.Versions.Of);

        // One caller that does not wait: the queue keeps his order.
        var results = await Task.WhenAll(batches.Select(batch => host.RecordAsync(batch)));
        await recorded.CancelAsync();
        await between;

        Assert.Equal(expected, results.Select(Told));
        // And the index holds what the database holds.
        await host.Live.CatchUpToHeadAsync(TestContext.Current.CancellationToken);
        await using var fresh = await database.OpenHostAsync();
        foreach (var unit in Enumerable.Range(0, Units).Select(unit => UnitId.Parse(Unit(seed, unit))))
        {
            Assert.Equal(fresh.Live.Index.Versions.Of(StreamId.Of(unit)), host.Live.Index.Versions.Of(StreamId.Of(unit)));
            Assert.Equal(fresh.Live.Index.Register.Units[unit].RestingEntries, host.Live.Index.Register.Units[unit].RestingEntries);
        }
    }

    // Of another program, about another unit: it changes nothing but the place in the order, again and again.
    private static async Task BetweenAsync(RecordSession other, string unit, CancellationToken recorded)
    {
        while (!recorded.IsCancellationRequested)
        {
            (await other.RecordAsync(Lines.Attained(unit))).Only();
            await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        }
    }

    private static List<string[]> Batches(int seed, Random random)
    {
        var said = new List<(string Unit, Guid Id, string Line)>();
        return [.. Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, random.Next(3) == 0 ? random.Next(200, 900) : random.Next(1, 4))
            .Select(_ => Line(seed, random, said)).ToArray())];
    }

    private static string Line(int seed, Random random, List<(string Unit, Guid Id, string Line)> said)
    {
        var unit = Unit(seed, random.Next(Units));
        var id = Guid.NewGuid();
        var line = random.Next(4_000) switch
        {
            < 2 => Lines.Dissolved(unit, "2021-01-01"),
            < 4 => Lines.Retracted(unit, said.Count == 0 ? id : said[random.Next(said.Count)].Id),
            < 6 when said.Count > 0 => said[random.Next(said.Count)].Line,
            < 8 when said.Count > 0 => Lines.Attained(unit, id: said[random.Next(said.Count)].Id),
            < 10 => Lines.Attained("khong-co"),
            < 14 => Lines.Attained(unit, on: "2022-01-01"),
            _ => Lines.Attained(unit, random.Next(1, 20), $"2019-{random.Next(1, 13):00}-01", id),
        };
        said.Add((unit, id, line));
        return line;
    }

    private static List<string> OneAfterTheOther(List<string[]> batches, Register register, Func<string, long> versionOf)
    {
        var told = new List<string>();
        var stand = new Dictionary<Guid, (Entry Entry, long Version)>();
        var versions = new Dictionary<string, long>();
        foreach (var batch in batches)
        {
            var judged = new BatchJudge(
                register, Catalog, new DateOnly(2026, 1, 1), id => stand.TryGetValue(id, out var entry) ? entry.Entry : null, Guid.NewGuid).Judge(Lines.Read(batch));
            if (judged.Refusals.Count > 0)
            {
                told.Add(string.Join(' ', judged.Refusals.Select(refusal => $"{refusal.Line}:{refusal.Refusal.Code}")));
                continue;
            }

            foreach (var entry in judged.New)
                stand[entry.Id] = (entry.Entry, versions[entry.Stream] = versions.GetValueOrDefault(entry.Stream, versionOf(entry.Stream)) + 1);
            register = judged.After;
            told.Add(string.Join(' ', judged.Outcomes.Select(outcome => $"{outcome.Line}:{outcome.Id}:{outcome.Repeated}:{stand[outcome.Id].Version}")));
        }

        return told;
    }

    private static string Told(RecordingResult result) => result switch
    {
        RecordingResult.Recorded recorded => string.Join(' ', recorded.Lines.Select(line => $"{line.Line}:{line.Entry.Id}:{line.Repeated}:{line.Entry.Version}")),
        RecordingResult.Refused refused => string.Join(' ', refused.Refusals.Select(refusal => $"{refusal.Line}:{refusal.Refusal.Code}")),
        _ => result.ToString(),
    };

    private static string Unit(int seed, int unit) => $"don-vi-{seed}-{unit}";
}
