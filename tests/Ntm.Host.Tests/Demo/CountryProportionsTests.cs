using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Retraction;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Host.Demo.Country;

namespace Ntm.Host.Tests.Demo;

/// <summary>What is promised of the synthetic country, on a twentieth of it.</summary>
public sealed class CountryProportionsTests
{
    private static readonly CriteriaCatalog Catalog = CriteriaCatalog.Shipped();
    private static readonly List<RecordedEntry> Record = [.. new SyntheticCountry(Catalog, CountrySize.At(0.05m)).Record()];

    private static List<FindingEntry> Findings => [.. Record.Select(entry => entry.Entry).OfType<FindingEntry>()];

    [Fact]
    public void The_whole_has_the_size_that_was_promised()
    {
        Assert.Equal((63, 700, 10_000, 2_000_000), (CountrySize.At(1).Provinces, CountrySize.At(1).Districts, CountrySize.At(1).Communes, CountrySize.At(1).Findings));
        Assert.Equal(100_000, Findings.Count);
        Assert.Equal(20 * 100_000, CountrySize.At(0.1m, history: 10).Findings);
        Assert.Equal(CountrySize.At(0.1m).Communes, CountrySize.At(0.1m, history: 10).Communes);
    }

    [Fact]
    public void One_entry_in_twenty_takes_back_another()
    {
        var retractions = Record.Select(entry => entry.Entry).OfType<EntryRetracted>().ToList();

        Assert.InRange((double)retractions.Count / Record.Count, 0.04, 0.06);
        Assert.Contains(retractions, retraction => retraction.ReplacedBy is null);
        Assert.Contains(retractions, retraction => retraction.ReplacedBy is not null);
    }

    [Fact]
    public void Facts_come_up_to_400_days_late_and_never_early()
    {
        var lags = Record.Where(entry => entry.Entry is FindingEntry)
            .Select(entry => VietnamCalendar.DayOf(entry.RecordedAt).DayNumber - ((DatedEntry)entry.Entry).EffectiveOn.DayNumber).ToList();

        Assert.Equal(0, lags.Min());
        Assert.InRange(lags.Max(), 380, 400);
        Assert.InRange(lags.Count(lag => lag > 60) / (double)lags.Count, 0.05, 0.25);
    }

    [Fact]
    public void Every_status_and_every_assessor_is_there_and_more_and_more_is_attained()
    {
        Assert.Equal(Enum.GetValues<FindingStatus>().Where(status => status != FindingStatus.Unassessed).Order(), Findings.Select(finding => finding.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<Assessor>().Order(), Findings.Select(finding => finding.AssessedBy).Distinct().Order());
        Assert.All(Findings, finding => Assert.NotNull(finding.Basis));
        foreach (var set in Catalog.Sets)
        {
            var years = Findings.Where(finding => finding.Set == set.Id && finding.AssessedBy != Assessor.Commune).GroupBy(finding => finding.EffectiveOn.Year).OrderBy(year => year.Key).ToList();
            var first = years[1].Average(finding => finding.Status == FindingStatus.Attained ? 1.0 : 0);
            var last = years[^1].Average(finding => finding.Status == FindingStatus.Attained ? 1.0 : 0);
            Assert.True(last > first + 0.1, $"{set.Id}: {first:0.00} {last:0.00}");
        }
    }

    [Fact]
    public void Communes_merge_a_district_is_dissolved_and_findings_go_on_for_the_successors()
    {
        var mergers = Record.Select(entry => entry.Entry).OfType<UnitsMerged>().ToList();
        var successors = mergers.Select(merger => merger.Unit).ToHashSet();
        var ended = mergers.SelectMany(merger => merger.From.Select(part => (part, merger.EffectiveOn))).ToDictionary(end => end.part, end => end.EffectiveOn);

        Assert.Equal(20, mergers.Count);
        Assert.Contains(Record, entry => entry.Entry is UnitDissolved);
        Assert.Contains(Record, entry => entry.Entry is UnitReparented);
        Assert.Contains(Findings, finding => successors.Contains(finding.Unit));
        Assert.Contains(Findings, finding => ended.TryGetValue(finding.Unit, out var end) && finding.EffectiveOn < end);
    }

    [Fact]
    public void Official_codes_are_used_again_and_identities_never()
    {
        var established = Record.Select(entry => entry.Entry).OfType<UnitEstablished>().ToList();

        Assert.Equal(established.Count, established.Select(unit => unit.Unit).Distinct().Count());
        Assert.Contains(established.Where(unit => unit.Level == UnitLevel.Commune).GroupBy(unit => unit.Code), code => code.Count() > 1);
        Assert.Contains(established.GroupBy(unit => unit.Name), name => name.Count() > 1);
    }

    [Fact]
    public void Every_province_has_its_districts_and_every_district_its_communes()
    {
        var units = Record.TakeWhile(entry => entry.Entry is UnitEstablished).Select(entry => (UnitEstablished)entry.Entry).ToList();
        var below = units.Where(unit => unit.Parent is not null).ToLookup(unit => unit.Parent!.Value);

        Assert.Equal(500, units.Count(unit => unit.Level == UnitLevel.Commune));
        Assert.All(units.Where(unit => unit.Level == UnitLevel.District), district => Assert.InRange(below[district.Unit].Count(), 3, 40));
        Assert.All(units.Where(unit => unit.Level == UnitLevel.Province && unit.Parent is not null), province => Assert.InRange(below[province.Unit].Count(), 8, 15));
    }

    [Fact]
    public void Every_entry_says_that_it_is_made_up() =>
        Assert.All(Record, entry => Assert.StartsWith("[synthetic]", entry.Entry.Note, StringComparison.Ordinal));
}
