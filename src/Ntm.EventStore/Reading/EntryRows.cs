using System.Text;
using Npgsql;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.EventStore.Append;

namespace Ntm.EventStore.Reading;

/// <summary>Reads rows of (seq_id, timestamp, id, type, data, stream_id, version, user_name), and headers where the statement gives them.</summary>
internal static class EntryRows
{
    private const int Headers = 8;

    internal static async Task<List<RecordedEntry>> ReadAllAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var entries = new List<RecordedEntry>();
        while (await reader.ReadAsync(cancellation))
            entries.Add(Read(reader));
        return entries;
    }

    /// <exception cref="InvalidDataException">The row is of a type this program does not know: it never skips one.</exception>
    internal static RecordedEntry Read(NpgsqlDataReader row)
    {
        var sequence = row.GetInt64(0);
        var typeName = row.GetString(3);
        return new RecordedEntry(
            sequence, row.GetFieldValue<DateTimeOffset>(1), row.GetGuid(2), ReadEntry(sequence, typeName, Encoding.UTF8.GetBytes(row.GetString(4))), row.GetString(5), row.GetInt64(6),
            row.IsDBNull(7) ? null : row.GetString(7))
        {
            RecordedAs = row.FieldCount > Headers && !row.IsDBNull(Headers) ? EntryHeaders.ReadOffice(row.GetString(Headers)) : null,
        };
    }

    internal static Entry ReadEntry(long sequence, string typeName, ReadOnlyMemory<byte> content)
    {
        if (typeName == Tombstone.TypeName)
            return new Tombstone { Unit = default };
        var type = EntryTypes.Find(typeName)
            ?? throw new InvalidDataException($"Entry {sequence} of the record is of type '{typeName}', which this program does not know. Use the program that wrote it.");
        try
        {
            return LineReader.ReadStored(type, content);
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"Entry {sequence} of the record: {fault.Message}", fault);
        }
    }
}
