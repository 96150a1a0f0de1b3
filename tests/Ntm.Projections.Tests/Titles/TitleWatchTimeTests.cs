using System.Diagnostics;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Units;
using Ntm.Projections.Index;
using Ntm.Projections.Titles;
using Ntm.Testing;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Titles;

/// <summary>Times are taken with nothing beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Timed
{
    internal const string Name = "timed";
}

[Collection(Timed.Name)]
public sealed class TitleWatchTimeTests
{
    // The best of some rounds: what else the machine did can only have added to it. Beside other suites a time says little.
    [Fact]
    public void Ten_thousand_communes_are_watched_from_memory()
    {
        const int Communes = 10_000;
        var index = CountryOf(Communes);
        var spent = TimeSpan.MaxValue;
        TitleWatch? watch = null;
        for (var round = 0; round < 8; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            watch = TitleWatchReading.Answer(index, LangSon, Day(2024, 1, 1), index.Position, Catalog);
            spent = TimeSpan.FromTicks(Math.Min(spent.Ticks, Stopwatch.GetElapsedTime(begun).Ticks));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{spent.TotalMilliseconds:0} ms");
        Assert.Equal((Communes, Communes / 10), (watch!.Titles, watch.Units.Count));
        Assert.True(spent < TimeSpan.FromMilliseconds(Environment.GetEnvironmentVariable("NTM_TEST_FULL") == "1" ? 200 : 2_000), $"{spent}");
    }

    // Every commune has its nineteen findings and its title; every tenth lost a criterion before it, which was recorded since.
    private static RecordIndex CountryOf(int communes)
    {
        var entries = new List<Entry> { Established(LangSon, level: UnitLevel.Province).Entry };
        var units = Enumerable.Range(0, communes).Select(number => UnitId.Parse($"xa-{number:D5}")).ToList();
        entries.AddRange(units.Select(unit => Established(unit, under: LangSon).Entry));
        foreach (var unit in units)
        {
            entries.AddRange(Criteria2016.Criteria.Select(criterion => Attained(unit, Day(2018, 9, 1), criterion.Number).Entry));
            entries.Add(DossierSteps.Step(StepKind.Granted, Day(2018, 10, 31), dossier: $"{unit.Value}.ntm").Issued() with { Unit = unit });
        }

        entries.AddRange(units.Where((_, place) => place % 10 == 0).Select(unit => Lost(unit, Day(2018, 10, 1), 17).Entry));
        var stream = new Dictionary<UnitId, long>();
        return IndexOf(entries.Select((entry, place) => new RecordedEntry(
            place + 1, Start.AddSeconds(place), Id(place + 1), entry, StreamId.Of(entry.Unit), stream[entry.Unit] = stream.GetValueOrDefault(entry.Unit) + 1, "local")));
    }
}
