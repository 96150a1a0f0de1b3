using System.Buffers.Binary;

namespace Ntm.Projections.Index;

/// <summary>
/// The record time of every sequence number. Kept in pieces, each time as its distance from the first of its piece in as many bytes as the
/// longest of them needs: two where a file was imported, five where an office recorded over days. One writer, readers without locks.
/// </summary>
internal sealed class Stamps
{
    private const int PieceBits = 8;
    private const int PieceSize = 1 << PieceBits;

    private Piece[] _pieces = new Piece[16];

    internal void Set(long sequence, DateTimeOffset recordedAt)
    {
        var (piece, place) = PlaceOf(sequence);
        if (piece >= _pieces.Length)
        {
            var longer = new Piece[_pieces.Length * 2];
            _pieces.CopyTo(longer.AsSpan());
            Volatile.Write(ref _pieces, longer);
        }

        _pieces[piece] ??= new Piece(recordedAt.UtcTicks);
        _pieces[piece].Set(place, recordedAt.UtcTicks);
    }

    /// <summary>Null at 0, before the first entry.</summary>
    internal DateTimeOffset? Of(long sequence)
    {
        if (sequence == 0)
            return null;
        var (piece, place) = PlaceOf(sequence);
        return new DateTimeOffset(Volatile.Read(ref _pieces)[piece].TicksOf(place), TimeSpan.Zero);
    }

    private static (int Piece, int Place) PlaceOf(long sequence) => ((int)((sequence - 1) >> PieceBits), (int)((sequence - 1) & (PieceSize - 1)));

    private sealed class Piece(long first)
    {
        private Distances _distances = new(1);

        internal void Set(int place, long ticks)
        {
            // The database stamps microseconds; whatever is finer is kept as it is told.
            var distance = checked((ulong)(ticks - first));
            var distances = _distances.WideEnoughFor(distance);
            distances[place] = distance;
            if (distances != _distances)
                Volatile.Write(ref _distances, distances);
        }

        internal long TicksOf(int place) => first + (long)Volatile.Read(ref _distances)[place];
    }

    private sealed class Distances(int width)
    {
        // What is read is eight bytes, of which so many count.
        private readonly byte[] _bytes = new byte[(PieceSize * width) + sizeof(ulong) - width];
        private readonly ulong _counting = width == sizeof(ulong) ? ulong.MaxValue : (1UL << (width * 8)) - 1;

        internal ulong this[int place]
        {
            get => BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(place * width)) & _counting;
            set
            {
                Span<byte> bytes = stackalloc byte[sizeof(ulong)];
                BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
                bytes[..width].CopyTo(_bytes.AsSpan(place * width));
            }
        }

        internal Distances WideEnoughFor(ulong distance)
        {
            if (distance <= _counting)
                return this;
            var needed = sizeof(ulong) - (System.Numerics.BitOperations.LeadingZeroCount(distance) / 8);
            var wider = new Distances(needed);
            for (var place = 0; place < PieceSize; place++)
                wider[place] = this[place];
            return wider;
        }
    }
}
