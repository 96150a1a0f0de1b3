using System.Diagnostics;
using System.Globalization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;
using Ntm.Host.Demo.Country;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.Index;

namespace Ntm.Bench;

/// <summary>The synthetic country in memory: what a finding takes, and how long a question about all of it.</summary>
internal static class CountryInMemory
{
    internal static readonly UnitId Root = UnitId.Parse(SyntheticCountry.Root);

    internal static Task MeasureMemoryAsync(BenchServer server, ResultTable table, bool quick)
    {
        var country = new SyntheticCountry(CriteriaCatalog.Shipped(), CountrySize.At(quick ? 0.05m : 1));
        // What the same country takes when nothing was ever found in it: its units, their names, who lies under whom.
        var (nothingFound, units) = Held(() => Read(Renumbered(country.Record().Where(recorded => recorded.Entry is not (FindingEntry or EntryRetracted)))));
        var (whole, read) = Held(() => Read(country.Record()));
        table.Add("memory of the findings, with their ids and record times", "the findings held", whole - nothingFound, read.Findings, "bytes", "at most 32");
        GC.KeepAlive(units);
        return Task.CompletedTask;
    }

    private static (long Bytes, T Kept) Held<T>(Func<T> make)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var kept = make();
        return (GC.GetTotalMemory(forceFullCollection: true) - before, kept);
    }

    private static IEnumerable<RecordedEntry> Renumbered(IEnumerable<RecordedEntry> record) =>
        record.Select((recorded, place) => recorded with { Sequence = place + 1 });

    internal static (RecordIndex Index, long Findings) Read(IEnumerable<RecordedEntry> record)
    {
        var index = new RecordIndex();
        var findings = 0L;
        index.Apply(record.Select(recorded =>
        {
            findings += recorded.Entry is FindingEntry ? 1 : 0;
            return recorded;
        }));
        return (index, findings);
    }

    /// <summary>Random days, sequences and assessors: the same for everybody who asks with the same seed.</summary>
    internal static IEnumerable<CountryQuestion> Questions(CriteriaCatalog catalog, long head, int seed)
    {
        var random = new Random(seed);
        while (true)
        {
            var set = catalog.Sets[random.Next(catalog.Sets.Count)];
            var on = set.From.AddDays(random.Next(set.To.DayNumber - set.From.DayNumber));
            var assessors = random.Next(3) switch { 0 => AssessorSet.Official, 1 => AssessorSet.All, _ => AssessorSet.Of(Assessor.District, Assessor.Commune) };
            yield return new CountryQuestion(on, 1 + random.NextInt64(head), set, assessors);
        }
    }

    internal static double MillisecondsOfMatrix(RecordIndex index, IEnumerable<CountryQuestion> questions, int count)
    {
        var times = new List<double>();
        foreach (var question in questions.Take(count))
        {
            var started = Stopwatch.GetTimestamp();
            var answer = MatrixReading.Answer(index, Root, question.On, question.KnownAt, question.Set, question.Assessors, question.On);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (answer is { Communes.Count: 0 })
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"no commune on {question.On:O} at {question.KnownAt}"));
        }

        return times.Order().ElementAt(times.Count / 2);
    }
}

internal sealed record CountryQuestion(DateOnly On, long KnownAt, CriteriaSet Set, AssessorSet Assessors);
