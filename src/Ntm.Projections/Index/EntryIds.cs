namespace Ntm.Projections.Index;

/// <summary>The id of the entry at every sequence number. One writer, readers without locks.</summary>
internal sealed class EntryIds
{
    private const int PieceBits = 12;
    private const int PieceSize = 1 << PieceBits;

    private Guid[][] _pieces = new Guid[16][];

    internal void Set(long sequence, Guid id)
    {
        var (piece, place) = PlaceOf(sequence);
        if (piece >= _pieces.Length)
        {
            var longer = new Guid[_pieces.Length * 2][];
            _pieces.CopyTo(longer.AsSpan());
            Volatile.Write(ref _pieces, longer);
        }

        _pieces[piece] ??= new Guid[PieceSize];
        _pieces[piece][place] = id;
    }

    internal Guid Of(long sequence)
    {
        var (piece, place) = PlaceOf(sequence);
        return Volatile.Read(ref _pieces)[piece][place];
    }

    private static (int Piece, int Place) PlaceOf(long sequence) => ((int)((sequence - 1) >> PieceBits), (int)((sequence - 1) & (PieceSize - 1)));
}
