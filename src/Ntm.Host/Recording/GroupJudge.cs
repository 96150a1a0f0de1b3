using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Recording;
using Ntm.EventStore.Append;
using Ntm.Projections.Index;

namespace Ntm.Host.Recording;

/// <summary>Judges the batches of one transaction one after the other, each on what the record and the accepted batches before it say.</summary>
internal sealed class GroupJudge(RecordIndex index, CriteriaCatalog catalog, DateOnly today, IReadOnlyDictionary<Guid, RecordedEntry> stored)
{
    private readonly Dictionary<Guid, Entry> _accepted = [];
    private readonly Dictionary<string, long> _versions = [];
    private Register _register = index.Register;

    internal List<EntryToAppend> ToAppend { get; } = [];

    /// <returns>The result, once it is known under which numbers the entries stand.</returns>
    internal Func<IReadOnlyDictionary<Guid, RecordedEntry>, RecordingResult> Judge(
        IReadOnlyList<SubmittedLine> lines, Act act, IReadOnlyDictionary<string, long> expected)
    {
        var batch = new BatchJudge(_register, catalog, today, Find, Guid.NewGuid).Judge(lines);
        // What stands already rests on no version any more: who lost the answer sends the same again, with the version it had seen then.
        var repeated = batch is { Refusals.Count: 0, New.Count: 0, Outcomes.Count: > 0 };
        if (!repeated && ClashOf(expected) is { } clash)
            return _ => clash;
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

    private RecordingResult.VersionClash? ClashOf(IReadOnlyDictionary<string, long> expected) => expected
        .Where(stream => VersionOf(stream.Key) != stream.Value)
        .Select(stream => new RecordingResult.VersionClash(stream.Key, stream.Value, VersionOf(stream.Key)))
        .FirstOrDefault();

    private long VersionOf(string stream) => _versions.TryGetValue(stream, out var version) ? version : index.Versions.Of(stream);

    private Entry? Find(Guid id) => _accepted.GetValueOrDefault(id) ?? stored.GetValueOrDefault(id)?.Entry;
}
