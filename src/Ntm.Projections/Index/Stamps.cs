using System.Buffers.Binary;
using System.Numerics;

namespace Ntm.Projections.Index;

/// <summary>
/// The record time of every sequence number, in microseconds, as the database stamps them. Kept in pieces, each time as its distance from the first of its piece in as many bytes as the
/// longest of them needs: one where a file was imported, five where an office recorded over days. One writer, readers without locks.
/// </summary>
internal sealed class Stamps
{
    private const int PieceBits = 6;
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

        var microseconds = recordedAt.UtcTicks / TimeSpan.TicksPerMicrosecond;
        if (place == 0)
            _pieces[piece] = new Piece(microseconds, new byte[Piece.Room(1)]);
        _pieces[piece].Set(place, microseconds);
    }

    /// <summary>Null at 0, before the first entry.</summary>
    internal DateTimeOffset? Of(long sequence)
    {
        if (sequence == 0)
            return null;
        var (piece, place) = PlaceOf(sequence);
        return new DateTimeOffset(Volatile.Read(ref _pieces)[piece].Of(place) * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
    }

    private static (int Piece, int Place) PlaceOf(long sequence) => ((int)((sequence - 1) >> PieceBits), (int)((sequence - 1) & (PieceSize - 1)));

    private struct Piece(long first, byte[] empty)
    {
        private readonly long _first = first;

        // How wide they are, their number tells: a reader who has the bytes knows how to read them.
        private byte[] _distances = empty;

        // What is read is eight bytes, of which so many count.
        internal static int Room(int width) => (PieceSize * width) + sizeof(ulong) - width;

        internal void Set(int place, long microseconds)
        {
            var distance = checked((ulong)(microseconds - _first));
            var needed = Math.Max(1, sizeof(ulong) - (BitOperations.LeadingZeroCount(distance) / 8));
            var distances = needed <= WidthOf(_distances) ? _distances : Widened(needed);
            Write(distances, place, distance);
            if (distances != _distances)
                Volatile.Write(ref _distances, distances);
        }

        internal long Of(int place) => _first + (long)Read(Volatile.Read(ref _distances), place);

        private readonly byte[] Widened(int width)
        {
            var wider = new byte[Room(width)];
            for (var place = 0; place < PieceSize; place++)
                Write(wider, place, Read(_distances, place));
            return wider;
        }

        private static int WidthOf(byte[] distances) => (distances.Length - sizeof(ulong)) / (PieceSize - 1);

        private static ulong Read(byte[] distances, int place)
        {
            var width = WidthOf(distances);
            var read = BinaryPrimitives.ReadUInt64LittleEndian(distances.AsSpan(place * width));
            return width == sizeof(ulong) ? read : read & ((1UL << (width * 8)) - 1);
        }

        private static void Write(byte[] distances, int place, ulong distance)
        {
            var width = WidthOf(distances);
            Span<byte> bytes = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, distance);
            bytes[..width].CopyTo(distances.AsSpan(place * width));
        }
    }
}
