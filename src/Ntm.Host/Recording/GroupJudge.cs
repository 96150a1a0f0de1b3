using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Recording;
using Ntm.EventStore.Append;
using Ntm.Projections.Index;

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
    private Register _register;

    internal GroupJudge(RecordIndex index, CriteriaCatalog catalog, DateOnly today, IReadOnlyDictionary<Guid, RecordedEntry> stored)
    {
        (_index, _catalog, _today, _stored) = (index, catalog, today, stored);
        // Read once: the index may go on meanwhile, and what was decided must be told from what was not.
        _register = index.Register;
        DecidedAt = _register.Sequence;
    }

    internal List<EntryToAppend> ToAppend { get; } = [];

    /// <summary>The last entry the decisions rest on.</summary>
    internal long DecidedAt { get; }

    /// <summary>Every line so far was accepted and is new.</summary>
    internal bool AllNew { get; private set; } = true;

    /// <returns>The result, once it is known under which numbers the entries stand.</returns>
    internal Func<IReadOnlyDictionary<Guid, RecordedEntry>, RecordingResult> Judge(
        IReadOnlyList<SubmittedLine> lines, Act act, IReadOnlyDictionary<string, long> expected)
    {
        foreach (var (stream, version) in expected)
        {
            if (VersionOf(stream) != version)
            {
                AllNew = false;
                var clash = new RecordingResult.VersionClash(stream, version, VersionOf(stream));
                return _ => clash;
            }
        }

        var batch = new BatchJudge(_register, _catalog, _today, Find, Guid.NewGuid).Judge(lines);
        AllNew &= batch.Refusals.Count == 0 && batch.Outcomes.All(outcome => !outcome.Repeated);
        if (batch.Refusals.Count > 0)
            return _ => new RecordingResult.Refused(batch.Refusals);

        foreach (var entry in batch.New)
        {
            var version = VersionOf(entry.Stream) + 1;
            _versions[entry.Stream] = version;
            _accepted[entry.Id] = entry.Entry;
            ToAppend.Add(new EntryToAppend(entry, version, act));
        }

        _register = batch.After;
        return recorded => new RecordingResult.Recorded(
            [.. batch.Outcomes.Select(outcome => new RecordedLine(outcome.Line, recorded[outcome.Id], outcome.Repeated))]);
    }

    private long VersionOf(string stream) => _versions.TryGetValue(stream, out var version) ? version : _index.Versions.Of(stream);

    private Entry? Find(Guid id) => _accepted.GetValueOrDefault(id) ?? _stored.GetValueOrDefault(id)?.Entry;
}
