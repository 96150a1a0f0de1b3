using System.Globalization;
using System.Text;

namespace Ntm.Fuzz.Tests.Requests;

internal enum Intent
{
    Valid,
    NearlyValid,
    Hostile,
}

internal enum Ending
{
    /// <summary>Waits for the answer.</summary>
    Waits,

    /// <summary>Says that nothing more will come, and waits for the answer.</summary>
    HalfCloses,

    /// <summary>Hangs up.</summary>
    HangsUp,
}

/// <summary>Bytes, and how long nothing comes after them.</summary>
internal sealed record Piece(byte[] Bytes, TimeSpan Pause = default);

/// <summary>A request as it goes over the line.</summary>
/// <param name="What">What is meant by it, for whoever reads that it failed.</param>
internal sealed record FuzzRequest(Intent Intent, string What, IReadOnlyList<Piece> Pieces)
{
    private const int Shown = 1_500;

    public int Number { get; init; }

    public Ending Ending { get; init; }

    /// <summary>The connection may be closed without a word: it was no request, or the answer to it is lost with what was not read.</summary>
    public bool MayGoUnanswered { get; init; }

    public bool IsHead { get; init; }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var value in Pieces.SelectMany(piece => piece.Bytes).Take(Shown))
            text.Append(value is >= 0x20 and < 0x7f or (byte)'\n' ? ((char)value).ToString() : string.Create(CultureInfo.InvariantCulture, $"\\x{value:x2}"));
        var length = Pieces.Sum(piece => (long)piece.Bytes.Length);
        return $"request {Number.ToString(CultureInfo.InvariantCulture)} ({Intent}: {What}), {length.ToString(CultureInfo.InvariantCulture)} bytes:\n{text}";
    }
}
