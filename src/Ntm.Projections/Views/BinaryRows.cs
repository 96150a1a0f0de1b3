using System.Buffers.Binary;
using System.Text;

namespace Ntm.Projections.Views;

/// <summary>Rows in the format of PostgreSQL's binary COPY: what is sent, what is hashed, and what is compared are the same bytes.</summary>
/// <param name="room">For how many bytes there is room at first; it grows.</param>
public sealed class BinaryRows(int room = BinaryRows.LittleRoom)
{
    internal const int LittleRoom = 4096;

    private const int TextType = 25;
    private static readonly long EpochTicks = new DateTime(2000, 1, 1).Ticks;
    private static readonly int EpochDay = new DateOnly(2000, 1, 1).DayNumber;

    private byte[] _bytes = new byte[room];

    /// <summary>What a COPY begins with: its signature, no flags, no extension.</summary>
    public static ReadOnlySpan<byte> Header => [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>What a COPY ends with.</summary>
    public static ReadOnlySpan<byte> Trailer => [0xFF, 0xFF];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>The bytes from that place on.</summary>
    public ReadOnlySpan<byte> Since(int start) => _bytes.AsSpan(start, Length - start);

    internal void Begin(short columns) => BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), columns);

    internal void Bigint(long? value)
    {
        if (value is not { } number)
        {
            Null();
            return;
        }

        var field = Field(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(field, number);
    }

    internal void Integer(int value) => BinaryPrimitives.WriteInt32BigEndian(Field(sizeof(int)), value);

    internal void Boolean(bool value) => Field(1)[0] = value ? (byte)1 : (byte)0;

    internal void Date(DateOnly? value)
    {
        if (value is { } day)
            Integer(day.DayNumber - EpochDay);
        else
            Null();
    }

    internal void Instant(DateTimeOffset value) => Bigint((value.UtcTicks - EpochTicks) / TimeSpan.TicksPerMicrosecond);

    internal void Uuid(Guid? value)
    {
        const int length = 16;
        if (value is { } id)
            id.TryWriteBytes(Field(length), bigEndian: true, out _);
        else
            Null();
    }

    internal void Text(string? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        var start = Length;
        Take(sizeof(int));
        Reserve(Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, _bytes.AsSpan(Length));
        Length += length;
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(start), length);
    }

    internal void Texts(IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            Null();
            return;
        }

        var start = Length;
        Take(sizeof(int));
        Plain(values.Count == 0 ? 0 : 1);
        Plain(0);
        Plain(TextType);
        if (values.Count > 0)
        {
            Plain(values.Count);
            Plain(1);
        }

        foreach (var value in values)
            Text(value);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(start), Length - start - sizeof(int));
    }

    private void Null() => Plain(-1);

    private void Plain(int value) => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), value);

    private Span<byte> Field(int length)
    {
        Plain(length);
        return Take(length);
    }

    private Span<byte> Take(int length)
    {
        Reserve(length);
        var taken = _bytes.AsSpan(Length, length);
        Length += length;
        return taken;
    }

    private void Reserve(int length)
    {
        if (_bytes.Length - Length < length)
            Array.Resize(ref _bytes, Math.Max(checked(_bytes.Length * 2), checked(Length + length)));
    }
}
