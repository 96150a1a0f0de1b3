using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Ntm.Domain.Time;

namespace Ntm.Projections.Views;

/// <summary>Reads a row in the format of binary COPY for people: the text of each column, null for SQL's null.</summary>
public static class RowText
{
    private static readonly DateOnly Epoch = new(2000, 1, 1);

    /// <summary>What the key columns say, as one text.</summary>
    public static string Key(View view, ReadOnlySpan<byte> row)
    {
        var fields = Fields(view, row);
        return string.Join('|', view.Key.Select(place => fields[place]));
    }

    /// <summary>Every column that is not null, with its name.</summary>
    public static string Of(View view, ReadOnlySpan<byte> row) =>
        string.Join(' ', Fields(view, row).Zip(view.Columns).Where(pair => pair.First is not null).Select(pair => $"{pair.Second.Name}={pair.First}"));

    public static string?[] Fields(View view, ReadOnlySpan<byte> row)
    {
        var fields = new string?[view.Columns.Count];
        row = row[sizeof(short)..];
        for (var place = 0; place < fields.Length; place++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(row);
            row = row[sizeof(int)..];
            if (length < 0)
                continue;
            fields[place] = Field(view.Columns[place].Kind, row[..length]);
            row = row[length..];
        }

        return fields;
    }

    private static string Field(ColumnKind kind, ReadOnlySpan<byte> bytes) => kind switch
    {
        ColumnKind.Bigint => BinaryPrimitives.ReadInt64BigEndian(bytes).ToString(CultureInfo.InvariantCulture),
        ColumnKind.Number => BinaryPrimitives.ReadInt32BigEndian(bytes).ToString(CultureInfo.InvariantCulture),
        ColumnKind.Boolean => bytes[0] == 0 ? "false" : "true",
        ColumnKind.Date => Day(BinaryPrimitives.ReadInt32BigEndian(bytes)),
        ColumnKind.Instant => Instant(BinaryPrimitives.ReadInt64BigEndian(bytes)),
        ColumnKind.Uuid => new Guid(bytes, bigEndian: true).ToString("D"),
        ColumnKind.Texts => Texts(bytes),
        _ => Encoding.UTF8.GetString(bytes),
    };

    // Whoever alters a row may write what no entry can say: PostgreSQL's days and instants reach further than ours.
    private static string Day(int days) => (long)Epoch.DayNumber + days is var number && number >= 0 && number <= DateOnly.MaxValue.DayNumber
        ? DateOnly.FromDayNumber((int)number).ToString("O", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{days} days after 2000-01-01");

    private static string Instant(long microseconds)
    {
        var start = new DateTimeOffset(Epoch, TimeOnly.MinValue, TimeSpan.Zero);
        var most = (DateTimeOffset.MaxValue - start).Ticks / TimeSpan.TicksPerMicrosecond;
        return microseconds >= -(start.Ticks / TimeSpan.TicksPerMicrosecond) && microseconds <= most
            ? RecordTime.Format(start.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond))
            : string.Create(CultureInfo.InvariantCulture, $"{microseconds} µs after 2000-01-01");
    }

    private static string Texts(ReadOnlySpan<byte> bytes)
    {
        const int header = 3 * sizeof(int);
        const int dimension = 2 * sizeof(int);
        if (BinaryPrimitives.ReadInt32BigEndian(bytes) == 0)
            return "{}";
        bytes = bytes[(header + dimension)..];
        var texts = new List<string>();
        while (bytes.Length > 0)
        {
            var length = Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(bytes));
            texts.Add(Encoding.UTF8.GetString(bytes.Slice(sizeof(int), length)));
            bytes = bytes[(sizeof(int) + length)..];
        }

        return $"{{{string.Join(',', texts)}}}";
    }
}
