namespace Ntm.Domain.Recording;

/// <summary>
/// A set of entry ids that takes little more room than the ids. Immutable: a set with one more shares nearly all of itself with the one
/// before, so a batch is judged on a set of its own that costs nothing.
/// </summary>
internal sealed class EntryIdSet
{
    private const int Branches = 64;

    internal static readonly EntryIdSet Empty = new([]);

    // By bits of the last byte, then of the one before it: each leaf holds what falls there, in no order. Of an id made at random any byte
    // spreads evenly, and of one made in the order of time the last ones do.
    private readonly Guid[]?[]?[] _leaves;

    private EntryIdSet(Guid[]?[]?[] leaves) => _leaves = leaves;

    internal bool Contains(Guid id)
    {
        var (last, before) = BytesOf(id);
        return _leaves.Length > 0 && _leaves[last]?[before]?.AsSpan().Contains(id) == true;
    }

    internal EntryIdSet With(Guid id)
    {
        if (Contains(id))
            return this;
        var (last, before) = BytesOf(id);
        var leaves = _leaves.Length == 0 ? new Guid[]?[]?[Branches] : _leaves.AsSpan().ToArray();
        var branch = leaves[last] is { } grown ? grown.AsSpan().ToArray() : new Guid[]?[Branches];
        branch[before] = [.. branch[before] ?? [], id];
        leaves[last] = branch;
        return new EntryIdSet(leaves);
    }

    private static (int Last, int Before) BytesOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return (bytes[^1] % Branches, bytes[^2] % Branches);
    }
}
