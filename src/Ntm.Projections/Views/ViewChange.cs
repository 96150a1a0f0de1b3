namespace Ntm.Projections.Views;

/// <summary>What becomes of one view when the record goes on: the rows that come, those that are closed, and the digest afterwards.</summary>
/// <param name="after">The sequence the view stands at.</param>
/// <param name="room">For how many bytes of rows there is room at first.</param>
public sealed class ViewChange<TRow>(long after, RollingDigest digest, int room = BinaryRows.LittleRoom) where TRow : IViewRow
{
    private readonly BinaryRows _scratch = new();
    private readonly List<TRow> _closed = [];

    public RollingDigest Digest { get; private set; } = digest;

    /// <summary>The rows that come, as COPY takes them, without what a COPY begins and ends with.</summary>
    public BinaryRows Added { get; } = new(room);

    public IReadOnlyList<TRow> Closed => _closed;

    /// <summary>Takes rows as they are now; those that were the same before are passed over.</summary>
    public void Take(IEnumerable<TRow> rows)
    {
        using var hashing = new RowHashing();
        foreach (var row in rows)
        {
            if (row.OpenedAt > after)
                Add(row, hashing);
            else if (row.ClosedAt > after)
                Close(row, hashing);
        }
    }

    private void Add(TRow row, RowHashing hashing)
    {
        var start = Added.Length;
        row.Write(Added);
        Digest = Digest.Plus(hashing.Of(Added.Since(start)));
    }

    private void Close(TRow row, RowHashing hashing)
    {
        _closed.Add(row);
        _scratch.Clear();
        row.Write(_scratch, open: true);
        Digest = Digest.Minus(hashing.Of(_scratch.Since(0)));
        _scratch.Clear();
        row.Write(_scratch);
        Digest = Digest.Plus(hashing.Of(_scratch.Since(0)));
    }
}
