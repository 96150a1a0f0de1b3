using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;

namespace Ntm.Host.Demo.Country;

/// <summary>
/// A country that does not exist, from 2011 to 2025, in the order its offices would have recorded it: the same for the same size on
/// every machine. Nothing of it is kept while it is told but its units and what is still on its way to the record. Every note says
/// that it is made up.
/// </summary>
public sealed class SyntheticCountry(CriteriaCatalog catalog, CountrySize size)
{
    /// <summary>The unit above all provinces.</summary>
    public const string Root = CountryMap.Root;

    private const ulong Seed = 63_700_10_000;
    private const int LongestLag = 400;
    private const int LongestUnamended = 200;
    private const int LongestWrongDay = 9;

    public static DateOnly FirstDay { get; } = new(2011, 1, 1);

    public static DateOnly LastDay { get; } = new(2025, 12, 31);

    private static DateOnly FirstReform { get; } = new(2012, 1, 1);

    public CountrySize Size => size;

    /// <summary>The record as it would stand had everything been recorded on its day, from 08:00 in Vietnam on.</summary>
    public IEnumerable<RecordedEntry> Record()
    {
        var sequence = 0L;
        var at = DateTimeOffset.MinValue;
        foreach (var (on, id, entry, place) in Entries())
        {
            var opening = new DateTimeOffset(on, new TimeOnly(1, 0), TimeSpan.Zero);
            at = at < opening ? opening : at.AddMicroseconds(1);
            yield return new RecordedEntry(++sequence, at, id, entry, place.Stream, ++place.Version, "local");
        }
    }

    internal IEnumerable<SaidEntry> Entries()
    {
        var dice = new SplitMix(Seed + ((ulong)size.Findings << 20) + (ulong)size.Communes);
        var map = new CountryMap(size, dice);
        var reforms = new CountryReforms(size, map, dice);
        var findings = new CountryFindings(size, map, catalog, dice);
        var underWay = new UnderWay(LongestLag);

        foreach (var (place, entry) in map.Establish())
            yield return new SaidEntry(FirstDay, dice.NextId(), entry, place);
        for (var today = FirstDay; today <= LastDay; today = today.AddDays(1))
        {
            if (today >= FirstReform)
                foreach (var (place, entry) in reforms.RecordedOn(today, today.DayNumber - FirstReform.DayNumber, LastDay.DayNumber - FirstReform.DayNumber + 1))
                    yield return new SaidEntry(today, dice.NextId(), entry, place);
            foreach (var found in findings.FoundOn(today))
                underWay.Add(today, Lag(dice, found.On), new Papers(found, null));
            foreach (var papers in underWay.ArrivingOn(today))
                foreach (var said in Recorded(papers, today, dice, underWay))
                    yield return said;
        }
    }

    private static IEnumerable<SaidEntry> Recorded(Papers papers, DateOnly today, SplitMix dice, UnderWay underWay)
    {
        var found = papers.Found;
        if (papers.Standing is { } standing)
        {
            if (found.Later == Amendment.Retracted)
            {
                yield return new SaidEntry(today, dice.NextId(), CountryEntries.Undo(standing.Entry, standing.Id, "nhập nhầm", null), standing.Place);
                yield break;
            }

            var (id, replacement) = (dice.NextId(), PutRight(found, dice));
            var place = replacement.Commune.By(replacement.On);
            yield return new SaidEntry(today, dice.NextId(), CountryEntries.Undo(standing.Entry, standing.Id, "nhập sai", id), standing.Place);
            yield return new SaidEntry(today, id, CountryEntries.Of(replacement, place.Unit), place);
            yield break;
        }

        // By the time its paper comes the commune may have ended before the day it was found on.
        var commune = found.Commune.By(found.On);
        var said = new SaidEntry(today, dice.NextId(), CountryEntries.Of(found, commune.Unit), commune);
        if (found.Later != Amendment.None)
            underWay.Add(today, Unamended(dice, found.On, today), new Papers(found, said));
        yield return said;
    }

    private static FindingMade PutRight(FindingMade found, SplitMix dice)
    {
        if (dice.Chance(50))
            return found with { Status = found.Status == FindingStatus.Attained ? FindingStatus.NotAttained : FindingStatus.Attained };
        var on = found.On.AddDays(-1 - dice.Next(LongestWrongDay));
        return found with { On = on < found.Commune.Since ? found.Commune.Since : on };
    }

    // Most papers come within weeks, some much later: what was known then and what stood then differ.
    private static int Lag(SplitMix dice, DateOnly on)
    {
        var percent = dice.Next(100);
        var lag = percent < 80 ? 1 + dice.Next(20) : percent < 95 ? 21 + dice.Next(100) : 121 + dice.Next(LongestLag - LongestWrongDay - 120);
        return lag % (LastDay.DayNumber - on.DayNumber + 1);
    }

    // What is put right in the end is no later than anything else.
    private static int Unamended(SplitMix dice, DateOnly on, DateOnly today)
    {
        var left = Math.Min(LongestLag - LongestWrongDay - (today.DayNumber - on.DayNumber), LastDay.DayNumber - today.DayNumber);
        return dice.Next(Math.Min(LongestUnamended, left) + 1);
    }
}
