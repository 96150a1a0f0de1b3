using System.Buffers.Binary;

namespace Ntm.EventStore.Scanning;

/// <summary>One row of a binary COPY: its fields one after the other, each with its length before it.</summary>
public readonly ref struct CopiedRow
{
    private const int Null = -1;
    private const byte JsonbVersion = 1;

    // Microseconds from here, in PostgreSQL.
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private CopiedRow(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The whole row as it was sent, how many fields it has before them; its own only until whoever takes it returns.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>False where the bytes do not hold a whole row, or hold the end of the rows.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> bytes, out CopiedRow row, out int length)
    {
        row = default;
        length = sizeof(short);
        if (bytes.Length < sizeof(short))
            return false;
        for (var fields = BinaryPrimitives.ReadInt16BigEndian(bytes); fields != 0; fields--)
        {
            if (fields < 0 || bytes.Length - length < sizeof(int))
                return false;
            var field = BinaryPrimitives.ReadInt32BigEndian(bytes[length..]);
            length += sizeof(int) + (field == Null ? 0 : field);
            if (bytes.Length < length)
                return false;
        }

        row = new CopiedRow(bytes[..length]);
        return true;
    }

    internal Fields Read() => new(Bytes[sizeof(short)..]);

    /// <summary>Reads the fields of a row in their order.</summary>
    internal ref struct Fields(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> _rest = rest;

        internal long Bigint() => BinaryPrimitives.ReadInt64BigEndian(Next());

        internal Guid Uuid() => new(Next(), bigEndian: true);

        internal DateTimeOffset Instant() => Epoch.AddTicks(BinaryPrimitives.ReadInt64BigEndian(Next()) * TimeSpan.TicksPerMicrosecond);

        internal ReadOnlySpan<byte> Text() => Next();

        internal ReadOnlySpan<byte> Jsonb()
        {
            var field = Next();
            return field[0] == JsonbVersion ? field[1..] : throw new InvalidDataException($"jsonb of version {field[0]} cannot be read.");
        }

        private ReadOnlySpan<byte> Next()
        {
            var length = Math.Max(BinaryPrimitives.ReadInt32BigEndian(_rest), 0);
            var field = _rest.Slice(sizeof(int), length);
            _rest = _rest[(sizeof(int) + length)..];
            return field;
        }
    }
}
