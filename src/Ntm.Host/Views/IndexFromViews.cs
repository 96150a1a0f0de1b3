using System.Data;
using System.Threading.Channels;
using Npgsql;
using Ntm.Domain.Entries;
using Ntm.EventStore;
using Ntm.EventStore.Scanning;
using Ntm.Projections.Index;
using Ntm.Projections.Views;

namespace Ntm.Host.Views;

/// <summary>
/// Builds an index from the view of findings and the other entries of the record: the rows are narrow, and what was read of them once need
/// not be read out of JSON again. The rows are taken only if they are, to the last byte, those whose digest stands beside them.
/// </summary>
internal sealed class IndexFromViews(NpgsqlDataSource views, Record record)
{
    private const int Piece = 1_000;

    /// <param name="atLeast">Where the view has not come so far there is nothing to gain.</param>
    /// <returns>Null where the view cannot be built from: it is behind, or its rows are not those of its digest.</returns>
    internal async Task<RecordIndex?> LoadAsync(long atLeast, CancellationToken cancellation)
    {
        await using var connection = await views.OpenConnectionAsync(cancellation);
        // Position, digest and rows of one moment, whatever is taken in meanwhile.
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using (var use = new NpgsqlCommand(ViewStatements.UseSchema, connection) { Parameters = { new() { Value = Upkeep.Live } } })
            await use.ExecuteNonQueryAsync(cancellation);
        await using (var follow = new NpgsqlCommand(ViewStatements.FollowKey, connection))
            await follow.ExecuteNonQueryAsync(cancellation);
        await using var standing = new NpgsqlCommand(ViewStatements.Positions, connection);
        if ((await ViewPosition.ReadAsync(standing, cancellation)).FirstOrDefault(view => view.Name == View.Finding.Name) is not { } finding || finding.Position < atLeast)
            return null;

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var others = Channel.CreateUnbounded<List<RecordedEntry>>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadOthersAsync(finding.Position, others.Writer, stopping.Token), CancellationToken.None);
        try
        {
            using var building = new Building(others.Reader);
            await CopiedRows.ReadAsync(connection, ViewStatements.ReadInOrder(View.Finding), row => building.Take(row.Bytes), cancellation);
            building.End();
            return building.Digest == finding.Digest && building.Position == finding.Position ? building.Build() : null;
        }
        // An entry is missing, or a row is none: whatever was done to the view, the record is there.
        catch (Exception fault) when (fault is InvalidOperationException or InvalidDataException or ArgumentOutOfRangeException)
        {
            return null;
        }
        finally
        {
            await stopping.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadOthersAsync(long upTo, ChannelWriter<List<RecordedEntry>> others, CancellationToken cancellation)
    {
        try
        {
            var piece = new List<RecordedEntry>(Piece);
            await record.ScanOthersAsync(0, upTo, scanned =>
            {
                piece.Add(scanned.ToEntry());
                if (piece.Count < Piece)
                    return;
                // They are few beside the findings, and nobody waits for room: two that wait for each other would need a thread each.
                others.TryWrite(piece);
                piece = new List<RecordedEntry>(Piece);
            }, cancellation);
            await others.WriteAsync(piece, cancellation);
            others.Complete();
        }
#pragma warning disable CA1031 // Handed to the reader, who throws it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            others.TryComplete(fault);
        }
    }

    // Puts the two in the order of the record.
    private sealed class Building(ChannelReader<List<RecordedEntry>> others) : IDisposable
    {
        private readonly IndexBuilder _builder = new();
        private List<RecordedEntry> _piece = [];
        private int _next;
        private readonly RowHashing _hashing = new();
        private bool _ended;

        internal RollingDigest Digest { get; private set; }

        internal long Position => _builder.Position;

        internal void Take(ReadOnlySpan<byte> bytes)
        {
            Digest = Digest.Plus(_hashing.Of(bytes));
            var row = new StoredRow(bytes);
            TakeOthersBefore(row.Sequence);
            _builder.TakeFinding(row);
        }

        internal void End() => TakeOthersBefore(long.MaxValue);

        internal RecordIndex Build() => _builder.Build();

        public void Dispose() => _hashing.Dispose();

        private void TakeOthersBefore(long sequence)
        {
            while (_builder.Position + 1 < sequence && TryPeek(out var entry) && entry.Sequence < sequence)
            {
                _builder.Take(entry);
                _next++;
            }
        }

        private bool TryPeek(out RecordedEntry entry)
        {
            while (_next == _piece.Count && !_ended)
            {
                if (others.TryRead(out var piece))
                    (_piece, _next) = (piece, 0);
                else
                    _ended = !others.WaitToReadAsync().AsTask().GetAwaiter().GetResult();
            }

            entry = _next < _piece.Count ? _piece[_next] : null!;
            return _next < _piece.Count;
        }
    }
}
