using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;

namespace Ntm.Projections.Index;

/// <summary>
/// Every finding per unit, set and criterion, on both clocks. One writer at a time, in record order; any number of readers without
/// locks: what a writer adds lies above the sequence a reader asks for.
/// </summary>
public sealed class FindingTimelines
{
    private readonly ConcurrentDictionary<UnitId, ConcurrentDictionary<(SetId Set, int Criterion), ImmutableArray<Fact<Finding>>>> _units = new();

    private readonly ConcurrentDictionary<long, Guid> _retractions = new();

    public ImmutableArray<Fact<Finding>> Of(UnitId unit, SetId set, int criterion) =>
        _units.TryGetValue(unit, out var timelines) && timelines.TryGetValue((set, criterion), out var facts) ? facts : [];

    /// <summary>The id of the retraction at that sequence, which a finding has as <see cref="Fact{T}.RetractedAt"/>.</summary>
    public Guid RetractionAt(long sequence) => _retractions[sequence];

    /// <summary>The latest day from which a finding on that unit holds, as known at a sequence, and the set it was found under.</summary>
    public (DateOnly On, SetId Set)? LatestOf(UnitId unit, long knownAt) => !_units.TryGetValue(unit, out var timelines)
        ? null
        : timelines.SelectMany(timeline => timeline.Value, (timeline, fact) => (Fact: fact, timeline.Key.Set))
            .Where(found => found.Fact.StandsAt(knownAt))
            .Select(found => ((DateOnly On, SetId Set)?)(found.Fact.EffectiveOn, found.Set))
            .MaxBy(found => found!.Value.On);

    internal void Apply(RecordedEntry recorded)
    {
        switch (recorded.Entry)
        {
            case FindingEntry finding:
                Add(recorded, finding);
                break;
            case EntryRetracted retraction when _units.TryGetValue(retraction.Unit, out var timelines):
                Strike(timelines, retraction.Entry, recorded);
                break;
            default:
                break;
        }
    }

    private void Add(RecordedEntry recorded, FindingEntry finding)
    {
        var timelines = _units.GetOrAdd(finding.Unit, _ => new());
        var fact = new Fact<Finding>(
            recorded.Id, recorded.Sequence, finding.EffectiveOn, new Finding(
                finding.Status, finding.AssessedBy, recorded.RecordedAt, finding.Note?.StartsWith(Finding.SyntheticNote, StringComparison.Ordinal) == true));
        timelines.AddOrUpdate((finding.Set, finding.Criterion), _ => [fact], (_, facts) => facts.Add(fact));
    }

    private void Strike(ConcurrentDictionary<(SetId, int), ImmutableArray<Fact<Finding>>> timelines, Guid entry, RecordedEntry retraction)
    {
        foreach (var (criterion, facts) in timelines)
        {
            if (!facts.Any(fact => fact.Entry == entry))
                continue;
            // First: whoever sees the finding struck finds what struck it.
            _retractions[retraction.Sequence] = retraction.Id;
            timelines[criterion] = Fold.Strike(facts, entry, retraction.Sequence);
        }
    }
}
