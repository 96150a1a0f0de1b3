using System.Buffers.Binary;
using System.Text;
using Ntm.Domain.Findings;
using Ntm.Domain.Interchange;

namespace Ntm.Projections.Index;

/// <summary>A row of the view of findings as COPY sends it, read where it lies (the columns of <c>View.Finding</c>, in their order).</summary>
public readonly ref struct StoredRow
{
    private const short Columns = 11;

    // Microseconds from here, and days, in PostgreSQL.
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="bytes">With the number of its columns before them.</param>
    /// <exception cref="InvalidDataException">It is no such row.</exception>
    public StoredRow(ReadOnlySpan<byte> bytes)
    {
        if (BinaryPrimitives.ReadInt16BigEndian(bytes) != Columns)
            throw new InvalidDataException("A row of the view of findings has other columns.");
        var rest = bytes[sizeof(short)..];
        Sequence = BinaryPrimitives.ReadInt64BigEndian(Next(ref rest));
        RecordedAt = Epoch.AddTicks(BinaryPrimitives.ReadInt64BigEndian(Next(ref rest)) * TimeSpan.TicksPerMicrosecond);
        Next(ref rest);
        Entry = new Guid(Next(ref rest), bigEndian: true);
        EffectiveOn = DateOnly.FromDateTime(Epoch.UtcDateTime).AddDays(BinaryPrimitives.ReadInt32BigEndian(Next(ref rest)));
        Criterion = BinaryPrimitives.ReadInt32BigEndian(Next(ref rest));
        IsSynthetic = Next(ref rest)[0] != 0;
        Unit = Next(ref rest);
        Set = Next(ref rest);
        AssessedBy = ValueOf(Assessors.Names, Next(ref rest));
        Status = ValueOf(FindingStatuses.Names, Next(ref rest));
    }

    public long Sequence { get; }

    public DateTimeOffset RecordedAt { get; }

    public Guid Entry { get; }

    public DateOnly EffectiveOn { get; }

    public int Criterion { get; }

    public bool IsSynthetic { get; }

    /// <summary>In UTF-8.</summary>
    public ReadOnlySpan<byte> Unit { get; }

    /// <summary>In UTF-8.</summary>
    public ReadOnlySpan<byte> Set { get; }

    public Assessor AssessedBy { get; }

    public FindingStatus Status { get; }

    private static ReadOnlySpan<byte> Next(scoped ref ReadOnlySpan<byte> rest)
    {
        var length = Math.Max(BinaryPrimitives.ReadInt32BigEndian(rest), 0);
        var field = rest.Slice(sizeof(int), length);
        rest = rest[(sizeof(int) + length)..];
        return field;
    }

    private static T ValueOf<T>(WireNames<T> names, ReadOnlySpan<byte> name) where T : struct, Enum
    {
        foreach (var value in names.Values)
        {
            if (Ascii.Equals(name, names.NameOf(value)))
                return value;
        }

        throw new InvalidDataException($"'{Encoding.UTF8.GetString(name)}' in the view of findings is unknown.");
    }
}
