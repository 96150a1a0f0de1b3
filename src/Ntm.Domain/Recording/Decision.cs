using Ntm.Domain.Entries;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Recording;

/// <summary>An entry the rules let pass, with its id; sequence and record time are given at the append.</summary>
public sealed record ProposedEntry(Guid Id, Entry Entry);

/// <summary>What a handler returns: the entries to append, or everything that speaks against them.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    public sealed record Accepted(IReadOnlyList<ProposedEntry> Entries) : Decision;

    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : Decision;

    internal static Decision Of(List<Refusal> refusals, Guid id, Entry entry) => Of(refusals, [new ProposedEntry(id, entry)]);

    internal static Decision Of(List<Refusal> refusals, IReadOnlyList<ProposedEntry> entries) =>
        refusals.Count == 0 ? new Accepted(entries) : new Refused(refusals);
}
