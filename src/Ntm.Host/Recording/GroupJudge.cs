using System.Collections.Immutable;
using Ntm.Domain.Access;
using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.EventStore.Append;
using Ntm.Projections.Index;
using Ntm.Projections.Titles;

namespace Ntm.Host.Recording;

/// <summary>Judges the batches of one transaction one after the other, each on what the record and the accepted batches before it say.</summary>
internal sealed class GroupJudge
{
    private readonly RecordIndex _index;
    private readonly CriteriaCatalog _catalog;
    private readonly DateOnly _today;
    private readonly IReadOnlyDictionary<Guid, RecordedEntry> _stored;
    private readonly Dictionary<Guid, Entry> _accepted = [];
    private readonly Dictionary<string, long> _versions = [];
    private readonly List<EntryToAppend> _toAppend = [];
    private readonly OwnFindings _own;
    private GroupJudge? _before;
    private Register _register;

    /// <summary>Judges on the record as the index holds it.</summary>
    /// <param name="stored">Entries the lines name, by id.</param>
    internal GroupJudge(RecordIndex index, CriteriaCatalog catalog, DateOnly today, IReadOnlyDictionary<Guid, RecordedEntry> stored)
    {
        (_index, _catalog, _today, _stored, _own) = (index, catalog, today, stored, new OwnFindings(index, stored));
        // Read once: the index may go on meanwhile, and what was decided must be told from what was not.
        _register = index.Register;
        DecidedAt = _register.Sequence;
    }

    private GroupJudge(GroupJudge before, DateOnly today)
    {
        (_index, _catalog, _today, _stored) = (before._index, before._catalog, today, before._stored);
        _own = before._own.Ahead();
        _register = before._register;
        DecidedAt = _register.Sequence;
        _before = before;
        // That one stands in the index by now. Kept, each would keep the one before it.
        before._before = null;
    }

    internal IReadOnlyList<EntryToAppend> ToAppend => _toAppend;

    /// <summary>The last entry the decisions rest on.</summary>
    internal long DecidedAt { get; }

    /// <summary>Every line of every batch so far was accepted and is new.</summary>
    internal bool AllNew { get; private set; } = true;

    /// <summary>What rests on who recorded something was judged without knowing it.</summary>
    internal bool NeedsOrder => _own.NeedsOrder;

    /// <summary>
    /// Judges on the record as it will be once what this one let pass is appended. It holds only if that is what happens, and only while
    /// the index stands at what this one rests on or at what it leads to.
    /// </summary>
    internal GroupJudge Ahead(DateOnly today) => new(this, today);

    internal JudgedSubmission Judge(Submission submission)
    {
        // Whoever comes after it has to know, and a fault is no acceptance.
        submission.IsHeldBack = true;
        if (submission.FollowsWhatIsHeldBack)
            return Held(submission, new RecordingResult.NotReached());

        var batch = new BatchJudge(_register, _catalog, _today, Find, Guid.NewGuid) { Findings = FindingsOf }.Judge(submission.Lines);
        // What stands already rests on no version any more: who lost the answer sends the same again, with the version it had seen then.
        var repeated = batch is { Refusals.Count: 0, New.Count: 0, Outcomes.Count: > 0 };
        if (!repeated && ClashOf(submission.Expected) is { } clash)
            return Held(submission, clash);
        IReadOnlyList<LineRefusal> refusals = submission.Act.Office is { } office
            ? [.. batch.Refusals, .. AccessTo(office, submission.Act.Actor, batch).Judge(batch.Accepted)]
            : batch.Refusals;
        if (refusals.Count > 0)
            return Held(submission, new RecordingResult.Refused(refusals));

        _accepted.EnsureCapacity(_accepted.Count + batch.New.Count);
        _toAppend.EnsureCapacity(_toAppend.Count + batch.New.Count);
        foreach (var entry in batch.New)
        {
            var version = VersionOf(entry.Stream) + 1;
            _versions[entry.Stream] = version;
            _accepted[entry.Id] = entry.Entry;
            _toAppend.Add(new EntryToAppend(entry, version, submission.Act));
            _own.Say(_toAppend[^1]);
        }

        _register = batch.After;
        AllNew &= batch.Outcomes.All(outcome => !outcome.Repeated);
        submission.IsHeldBack = false;
        return new JudgedSubmission(submission, null, batch.Outcomes);
    }

    private AccessJudge AccessTo(Office office, string actor, JudgedBatch batch)
    {
        return new AccessJudge(office, _register, batch.After, _today, id => batch.Accepted.FirstOrDefault(entry => entry.Id == id)?.Entry ?? Find(id),
            new RecordedActs(RecorderOf, finding => _own.Of(actor, finding, batch.After)));
    }

    private RecordedBy? RecorderOf(Guid id)
    {
        if (_stored.GetValueOrDefault(id) is { } stored)
            return new RecordedBy(stored.RecordedBy, stored.RecordedAs);
        return _toAppend.FirstOrDefault(entry => entry.Entry.Id == id) is { } said ? new RecordedBy(said.Act.Actor, said.Act.Office) : null;
    }

    private JudgedSubmission Held(Submission submission, RecordingResult why)
    {
        AllNew = false;
        return new JudgedSubmission(submission, why, []);
    }

    private RecordingResult.VersionClash? ClashOf(IReadOnlyDictionary<string, long> expected) => expected
        .Where(stream => VersionOf(stream.Key) != stream.Value)
        .Select(stream => new RecordingResult.VersionClash(stream.Key, stream.Value, VersionOf(stream.Key)))
        .FirstOrDefault();

    private long VersionOf(string stream) => _versions.TryGetValue(stream, out var version) || _before?._versions.TryGetValue(stream, out version) == true
        ? version
        : _index.Versions.Of(stream);

    // What the index does not have yet, numbered as it will be; what it has of that by now is the same entry.
    private ImmutableArray<Fact<FoundStatus>> FindingsOf(UnitId unit, SetId set, int criterion) =>
    [
        .. TitleGrounds.FindingsOf(_index)(unit, set, criterion)
            .Concat(_before?.AcceptedOn(unit, set, criterion) ?? []).Concat(AcceptedOn(unit, set, criterion)).DistinctBy(found => found.Entry),
    ];

    private IEnumerable<Fact<FoundStatus>> AcceptedOn(UnitId unit, SetId set, int criterion) => _accepted
        .Select((accepted, place) => (accepted.Key, Finding: accepted.Value as FindingEntry, Sequence: DecidedAt + place + 1))
        .Where(accepted => accepted.Finding is { } finding && finding.Unit == unit && finding.Set == set && finding.Criterion == criterion)
        .Select(accepted => new Fact<FoundStatus>(
            accepted.Key, accepted.Sequence, accepted.Finding!.EffectiveOn, new(accepted.Finding.Status, accepted.Finding.AssessedBy)));

    private Entry? Find(Guid id) =>
        _accepted.GetValueOrDefault(id) ?? _before?._accepted.GetValueOrDefault(id) ?? _stored.GetValueOrDefault(id)?.Entry;
}
