using Ntm.Domain.Access;
using Ntm.Domain.Refusals;
using Ntm.EventStore;
using Ntm.EventStore.Append;
using Ntm.EventStore.Evidence;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.Index;

namespace Ntm.Host.Evidence;

/// <summary>Takes files in and says what is known of them.</summary>
public sealed class EvidenceDesk(EvidenceStore store, Record record, LiveRecord live, Func<DateOnly> today)
{
    /// <param name="name">As whoever hands it in calls it; null where it has none.</param>
    internal async Task<Resolved<EvidenceAnswer>> ReceiveAsync(Stream content, string? name, Act act, CancellationToken cancellation)
    {
        await using var file = await ReceivedFile.ReceiveAsync(content, EvidenceStore.MostBytes, cancellation);
        if (file is null)
            return EvidenceRefusals.TooLarge();
        if (file.Size == 0)
            return EvidenceRefusals.Empty();
        if (await FileSniffing.TypeOfAsync(file.Content, EvidenceName.Clean(name), cancellation) is not { } type)
            return EvidenceRefusals.TypeUnknown();
        var received = new ReceivedEvidence(file.Sha256, file.Size, type.MediaType, EvidenceName.Of(name, type));
        file.Content.Position = 0;
        var isNew = await store.StoreAsync(received, file.Content, act, cancellation);
        return new EvidenceAnswer(received.Sha256, received.Name, received.MediaType, received.Size, !isNew);
    }

    /// <summary>
    /// Why an office may not open a file, which may name people: the account did not hand it in, and no entry of its area, retracted or not,
    /// was recorded on it by the account or office that did. Whoever only cites a hash he has read somewhere opens nothing. Null where it may.
    /// </summary>
    internal async Task<Refusal?> RefusalOfOpeningAsync(string sha256, Act act, CancellationToken cancellation)
    {
        if (act.Office is not { Area: { } area } || !EvidenceHash.TryParse(sha256, out var hash))
            return null;
        await live.CatchUpToHeadAsync(cancellation);
        var (index, day) = (live.Index, today());
        var deposits = await store.DepositsAsync(sha256, cancellation).ToListAsync(cancellation);
        if (deposits.Exists(deposit => deposit.Actor == act.Actor))
            return null;
        foreach (var citation in index.Evidence.Of(hash).Where(citation => Area.Holds(index.Register, area, citation.Unit, day)))
        {
            if (await IsOfADepositorAsync(citation, deposits, cancellation))
                return null;
        }

        return AccessRefusals.EvidenceArea(area);
    }

    private async Task<bool> IsOfADepositorAsync(EvidenceCitation citation, List<EvidenceUse> deposits, CancellationToken cancellation)
    {
        await foreach (var cited in record.ReadAsync(citation.Sequence - 1, citation.Sequence, live.Index.Register.StreamsOf(citation.Unit), cancellation))
        {
            if (deposits.Exists(deposit => deposit.Actor == cited.RecordedBy || IsOf(deposit, cited.RecordedAs)))
                return true;
        }

        return false;
    }

    private static bool IsOf(EvidenceUse deposit, Office? office) =>
        office is not null && deposit.Role == Roles.Names.NameOf(office.Role) && deposit.Area == office.Area?.Value;

    /// <summary>What is known of a file, and which entries rest on it.</summary>
    internal async Task<Resolved<EvidenceCitationsAnswer>> CitationsAsync(string sha256, CancellationToken cancellation)
    {
        if (!EvidenceHash.TryParse(sha256, out var hash))
            return EvidenceRefusals.HashInvalid();
        var head = await live.CatchUpToHeadAsync(cancellation);
        var index = live.Index;
        var citations = index.Evidence.Of(hash).Where(citation => citation.Sequence <= head).ToList();
        var stored = await store.FindAsync(sha256, cancellation);
        if (stored is null && citations.Count == 0)
            return EvidenceRefusals.Unknown(sha256);
        var deposits = stored is null ? [] : await store.DepositsAsync(sha256, cancellation).ToListAsync(cancellation);
        return EvidenceCitationsAnswer.Of(sha256, stored, deposits, citations, index, head);
    }
}
