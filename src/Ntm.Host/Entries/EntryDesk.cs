using System.Text.Json.Nodes;
using Ntm.Domain.Access;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Plans;
using Ntm.Domain.Refusals;
using Ntm.Domain.Retraction;
using Ntm.EventStore;
using Ntm.EventStore.Append;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.EntryHistory;

namespace Ntm.Host.Entries;

/// <summary>Where one entry is looked at, and corrected or retracted with a reason: recorded the way everybody records.</summary>
public sealed class EntryDesk(Record record, LiveRecord live, Recorder recorder, QuestionResolver resolver)
{
    private static readonly Dictionary<string, long> NoExpectations = [];

    /// <param name="entry">Its id, as it was asked for.</param>
    /// <param name="knownAt">A sequence the index holds.</param>
    /// <returns>Null where the record has no such entry by then.</returns>
    /// <exception cref="StoreUnavailableException"/>
    public async Task<EntryAnswer?> FindAsync(string entry, long knownAt, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(entry, "D", out var id) || await ReadAsync(id, knownAt, cancellation) is not { } found)
            return null;
        var retraction = await RetractionOfAsync(found, knownAt, cancellation);
        var instead = ((retraction?.Entry ?? found.Entry) as EntryRetracted)?.ReplacedBy is { } other ? await ReadAsync(other, knownAt, cancellation) : null;
        var named = found.Entry is EntryRetracted { Entry: var struck } ? await ReadAsync(struck, knownAt, cancellation) : null;
        return EntryAnswer.Of(live.Index, knownAt, HistoryEntry.Of(found, retraction?.Id)) with
        {
            Retraction = retraction is null ? null : HistoryEntry.Of(retraction, null),
            Replacement = await ToldAsync(instead, knownAt, cancellation),
            Names = named is null ? null : HistoryEntry.Of(named, found.Id),
            Replaces = await ReplacedAsync(found, knownAt, cancellation) is { } replaced ? HistoryEntry.Of(replaced.Entry, replaced.Retraction) : null,
        };
    }

    /// <summary>Why whoever asks may not take it back, or correct it; empty where they may try. What a correction says instead, the recorder judges.</summary>
    public IReadOnlyList<Refusal> Withheld(EntryAnswer answer, Office? office)
    {
        var (recorded, id) = (answer.Entry.Recorded, answer.Entry.Recorded.Id);
        if (recorded.Entry is EntryRetracted)
            return [RuleRefusals.EntryIsRetraction(id)];
        if (answer.Retraction is not null)
            return [RuleRefusals.EntryRetracted(id)];
        if (office is null)
            return [];
        var register = live.Index.Register;
        var retraction = new EntryRetracted { Unit = recorded.Entry.Unit, Entry = id, Reason = "?" };
        var acts = new RecordedActs(_ => new RecordedBy(recorded.RecordedBy, recorded.RecordedAs), _ => []);
        return
        [
            .. new AccessJudge(office, register, register, resolver.Today, named => named == id ? recorded.Entry : null, acts)
                .Judge([new Domain.Recording.NewEntry(1, Guid.Empty, retraction, "", null)]).Select(refusal => refusal.Refusal),
        ];
    }

    /// <summary>Whether its fields can be filled in: what a plan says is corrected by handing in the plan again.</summary>
    public static bool HasFields(Entry entry) => entry is DatedEntry and not PlanEntry;

    /// <param name="line">A retraction or a correction, as a line of the interchange.</param>
    /// <returns>What speaks against it; empty where it stands. Sent again with the same ids it changes nothing.</returns>
    public async Task<IReadOnlyList<Refusal>> RecordAsync(JsonObject line, Act act, CancellationToken cancellation)
    {
        var read = LineReader.Read(1, System.Text.Encoding.UTF8.GetBytes(line.ToJsonString()));
        if (read.Submitted is not { } submitted)
            return read.Refusals;
        return await recorder.RecordAsync([submitted], act, NoExpectations, cancellation) switch
        {
            RecordingResult.Recorded => [],
            RecordingResult.Refused refused => [.. refused.Refusals.Select(refusal => refusal.Refusal)],
            var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
        };
    }

    private async Task<RecordedEntry?> ReadAsync(Guid id, long knownAt, CancellationToken cancellation) =>
        (await record.FindAsync([id], cancellation)).GetValueOrDefault(id) is { Entry: not Tombstone } found && found.Sequence <= knownAt ? found : null;

    private async Task<HistoryEntry?> ToldAsync(RecordedEntry? entry, long knownAt, CancellationToken cancellation) =>
        entry is null ? null : HistoryEntry.Of(entry, (await RetractionOfAsync(entry, knownAt, cancellation))?.Id);

    // A retraction lies in the stream of what it names, after it.
    private async Task<RecordedEntry?> RetractionOfAsync(RecordedEntry entry, long knownAt, CancellationToken cancellation)
    {
        if (entry.Entry is EntryRetracted || !live.Index.Register.IsRetracted(entry.Id))
            return null;
        await foreach (var later in record.ReadAsync(entry.Sequence, knownAt, [entry.Stream], cancellation))
        {
            if (later.Entry is EntryRetracted retraction && retraction.Entry == entry.Id)
                return later;
        }

        return null;
    }

    // The two entries of a correction follow each other.
    private async Task<(RecordedEntry Entry, Guid Retraction)?> ReplacedAsync(RecordedEntry entry, long knownAt, CancellationToken cancellation)
    {
        if (entry.Sequence < 2 || await ReadAsync(live.Index.EntryAt(entry.Sequence - 1), knownAt, cancellation) is not { Entry: EntryRetracted retraction } before)
            return null;
        return retraction.ReplacedBy == entry.Id && await ReadAsync(retraction.Entry, knownAt, cancellation) is { } replaced ? (replaced, before.Id) : null;
    }
}
