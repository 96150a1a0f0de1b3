using System.Buffers;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.EventStore.Append;

/// <summary>The statements of an append and what they answer, whoever holds the transaction.</summary>
internal static class AppendCommands
{
    /// <summary>Runs an append whose first statement reserves the numbers.</summary>
    internal static async Task<(long First, DateTimeOffset LastAt)> ExecuteAsync(NpgsqlBatch batch, CancellationToken cancellation)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var first = reader.GetInt64(0);
        var lastAt = reader.GetFieldValue<DateTimeOffset>(2);
        while (await reader.NextResultAsync(cancellation))
        {
        }

        return (first, lastAt);
    }

    /// <summary>The entries as they stand once appended: each one microsecond after the one before.</summary>
    internal static IReadOnlyList<RecordedEntry> Stamped(IReadOnlyList<EntryToAppend> entries, long first, DateTimeOffset lastAt)
    {
        var recorded = new RecordedEntry[entries.Count];
        for (var index = 0; index < recorded.Length; index++)
        {
            var (entry, version, act) = entries[index];
            var at = lastAt.AddTicks((index - (recorded.Length - 1)) * TimeSpan.TicksPerMicrosecond);
            recorded[index] = new RecordedEntry(first + index, at, entry.Id, entry.Entry, entry.Stream, version, act.Actor);
        }

        return recorded;
    }

    internal static NpgsqlBatchCommand UpsertStreams(IReadOnlyList<EntryToAppend> entries)
    {
        var versions = new Dictionary<string, long>();
        foreach (var entry in entries)
            versions[entry.Entry.Stream] = entry.Version;
        return new NpgsqlBatchCommand(Statements.UpsertStreams)
        {
            Parameters = { Array(NpgsqlDbType.Text, versions.Keys.ToArray()), Array(NpgsqlDbType.Bigint, versions.Values.ToArray()) },
        };
    }

    internal static NpgsqlBatchCommand InsertEvents(long first, IReadOnlyList<EntryToAppend> entries) => new(Statements.InsertEvents)
    {
        Parameters =
        {
            new() { Value = first },
            Array(NpgsqlDbType.Uuid, entries.Select(entry => entry.Entry.Id).ToArray()),
            Array(NpgsqlDbType.Text, entries.Select(entry => entry.Entry.Stream).ToArray()),
            Array(NpgsqlDbType.Bigint, entries.Select(entry => entry.Version).ToArray()),
            Array(NpgsqlDbType.Jsonb, entries.Select(entry => Encoding.UTF8.GetString(LineWriter.WriteStored(entry.Entry.Entry))).ToArray()),
            Array(NpgsqlDbType.Text, entries.Select(entry => EntryTypes.Of(entry.Entry.Entry).Name).ToArray()),
            Array(NpgsqlDbType.Text, entries.Select(entry => EntryTypes.Of(entry.Entry.Entry).DotNetType).ToArray()),
            Array(NpgsqlDbType.Text, entries.Select(entry => entry.Act.Correlation).ToArray()),
            Array(NpgsqlDbType.Jsonb, entries.Select(Headers).ToArray()),
            Array(NpgsqlDbType.Text, entries.Select(entry => entry.Act.Actor).ToArray()),
        },
    };

    private static NpgsqlParameter Array<T>(NpgsqlDbType of, T[] values) => new() { NpgsqlDbType = NpgsqlDbType.Array | of, Value = values };

    internal static string Headers(EntryToAppend entry)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var json = new Utf8JsonWriter(buffer, LineWriter.StoredOptions))
            EntryHeaders.Write(json, entry);

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
