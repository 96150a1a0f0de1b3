using Ntm.UnderFire.Tests.Following;
using Ntm.UnderFire.Tests.Saying;

namespace Ntm.UnderFire.Tests.Examining;

/// <summary>Reads everything in the end: nothing lost, nothing twice, no gap, times growing, each stream counted through.</summary>
internal sealed class RecordExamination(Run run)
{
    private readonly WhatIsSaid _said = new(run.Seed, run.Scale.Each);
    private readonly Dictionary<string, long> _versions = [];
    private readonly bool[][] _found = [.. Enumerable.Range(0, run.Scale.Writers).Select(_ => new bool[run.Scale.Each])];
    private readonly HashSet<int> _foreign = [];
    private int _units;

    /// <summary>The stamps in order; the first is of sequence 1.</summary>
    public List<long> Stamps { get; } = [];

    public async Task ExamineAsync(Follower follower)
    {
        await foreach (var line in Feed.ReadAsync(run.Client, run.Hosts[0].Address, 0, run.Stopped))
        {
            Examined.Holds(line.Sequence == Stamps.Count + 1, () => $"a gap: after {Stamps.Count} comes {line}");
            Examined.Holds(Stamps.Count == 0 || line.Stamp > Stamps[^1], () => $"not later than the entry before it: {line}");
            Examined.Holds(line.Version == _versions.GetValueOrDefault(line.Stream) + 1, () => $"its stream was at {_versions.GetValueOrDefault(line.Stream)}: {line}");
            Examined.Holds(Stamps.Count >= follower.Seen.Count || follower.Seen[Stamps.Count] == (line.Id, line.Stamp), () => $"the follower saw another entry in the place of {line}");
            _versions[line.Stream] = line.Version;
            Stamps.Add(line.Stamp);
            Recognise(line);
        }

        for (var writer = 0; writer < run.Scale.Writers; writer++)
            Examined.Holds(Array.TrueForAll(_found[writer], found => found), () => $"lost: {LineId.Of(run.Seed, writer, Array.IndexOf(_found[writer], false))}");
        Assert.Equal(Country.Units, _units);
        Assert.Empty(run.Held.Committed.Except(_foreign));
        Assert.Equal(run.Scale.Entries + Country.Units + _foreign.Count, Stamps.Count);
        Assert.InRange(follower.Seen.Count, run.Acknowledged.Newest, Stamps.Count);
    }

    private void Recognise(FeedLine line)
    {
        switch (LineId.Parse(run.Seed, line.Id))
        {
            case null:
                _units += line.Type == "unit_established" ? 1 : 0;
                break;
            case (LineId.Foreign, var number):
                Examined.Holds(_foreign.Add(number) && (run.Held.Committed.Contains(number) || run.Held.Unknown.Contains(number)), () => $"nobody committed {line}");
                break;
            case var (writer, number):
                Examined.Holds(!_found[writer][number], () => $"twice: {line}");
                _found[writer][number] = true;
                Examined.Holds(run.Acknowledged.Of(writer, number) == (line.Sequence, line.Stamp), () => $"acknowledged at {run.Acknowledged.Of(writer, number)}: {line}");
                Assert.Equal(_said.Entry(writer, number), new SaidEntry(line.Type, line.Unit, line.EffectiveOn));
                break;
        }
    }
}
