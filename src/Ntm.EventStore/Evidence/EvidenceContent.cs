using System.Buffers;
using Npgsql;

namespace Ntm.EventStore.Evidence;

/// <summary>
/// The bytes of a stored file, fetched piece after piece as they are read: a slow reader holds no connection, and any place can be read from.
/// For one reader, asynchronously.
/// </summary>
internal sealed class EvidenceContent(NpgsqlDataSource database, StoredEvidence file) : Stream
{
    private readonly byte[] _piece = ArrayPool<byte>.Shared.Rent(EvidencePieces.Bytes);
    private int _place = -1;
    private int _length;
    private long _position;
    private bool _isReturned;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Size;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= file.Size || buffer.Length == 0)
            return 0;
        var (place, offset) = ((int)(_position / EvidencePieces.Bytes), (int)(_position % EvidencePieces.Bytes));
        if (place != _place)
        {
            _length = await TakeAsync(place, cancellationToken);
            _place = place;
        }

        var read = Math.Min(buffer.Length, _length - offset);
        if (read <= 0)
            throw new InvalidDataException($"Piece {place} of the file {file.Sha256} is shorter than it was.");
        _piece.AsMemory(offset, read).CopyTo(buffer);
        _position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => file.Size + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isReturned)
        {
            _isReturned = true;
            ArrayPool<byte>.Shared.Return(_piece);
        }

        base.Dispose(disposing);
    }

    private async Task<int> TakeAsync(int place, CancellationToken cancellation)
    {
        try
        {
            return await EvidencePieces.ReadAsync(database, file.Sha256, place, _piece, cancellation);
        }
        catch (NpgsqlException fault)
        {
            throw StoreErrors.Translate(fault);
        }
    }
}
