using System.Buffers;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.EventStore.Append;

/// <summary>
/// The order, held: nobody else appends until this is committed or disposed. What was decided on <see cref="Missing"/> and
/// <see cref="Stored"/> is therefore decided on the record as it stands.
/// </summary>
public sealed class AppendTransaction : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    internal AppendTransaction(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long head, DateTimeOffset clock,
        IReadOnlyList<RecordedEntry> missing, IReadOnlyDictionary<Guid, RecordedEntry> stored)
    {
        (_connection, _transaction, Head, Clock, Missing, Stored) = (connection, transaction, head, clock, missing, stored);
    }

    /// <summary>The last entry of the record.</summary>
    public long Head { get; }

    /// <summary>The database's clock when the order was taken.</summary>
    public DateTimeOffset Clock { get; }

    /// <summary>Entries the caller had not seen, in order.</summary>
    public IReadOnlyList<RecordedEntry> Missing { get; }

    /// <summary>The entries with the ids asked for, and the replacements of those that are corrections.</summary>
    public IReadOnlyDictionary<Guid, RecordedEntry> Stored { get; }

    /// <summary>Appends and commits: durable on return.</summary>
    /// <exception cref="ClockBehindException"/>
    /// <exception cref="CommitOutcomeUnknownException">The connection broke; the entries may or may not stand.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public async Task<IReadOnlyList<RecordedEntry>> CommitAsync(IReadOnlyList<EntryToAppend> entries, CancellationToken cancellation)
    {
        var committing = false;
        try
        {
            var (first, lastAt) = await WriteAsync(entries, cancellation);
            committing = true;
            // From here on a cancelled caller would no longer know what stands.
            await _transaction.CommitAsync(CancellationToken.None);
            return [.. entries.Select((entry, index) => new RecordedEntry(
                first + index, lastAt.AddMicroseconds(index - (entries.Count - 1)), entry.Entry.Id, entry.Entry.Entry, entry.Entry.Stream, entry.Version, entry.Act.Actor))];
        }
        catch (PostgresException fault)
        {
            throw StoreErrors.Translate(fault);
        }
        catch (NpgsqlException fault) when (committing)
        {
            throw new CommitOutcomeUnknownException(fault);
        }
        catch (NpgsqlException fault)
        {
            throw StoreErrors.Translate(fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task<(long First, DateTimeOffset LastAt)> WriteAsync(IReadOnlyList<EntryToAppend> entries, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(_connection, _transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Statements.BeginAppendNumbered) { Parameters = { new() { Value = (long)entries.Count } } });
        batch.BatchCommands.Add(UpsertStreams(entries));
        // The numbers begin after the head this transaction holds.
        batch.BatchCommands.Add(InsertEvents(Head + 1, entries));

        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var first = reader.GetInt64(0);
        var lastAt = reader.GetFieldValue<DateTimeOffset>(2);
        while (await reader.NextResultAsync(cancellation))
        {
        }

        return first == Head + 1 ? (first, lastAt) : throw new InvalidOperationException($"the append was given {first} and holds {Head}");
    }

    private static NpgsqlBatchCommand UpsertStreams(IReadOnlyList<EntryToAppend> entries)
    {
        var versions = new Dictionary<string, long>();
        foreach (var entry in entries)
            versions[entry.Entry.Stream] = entry.Version;
        return new NpgsqlBatchCommand(Statements.UpsertStreams)
        {
            Parameters = { Array(NpgsqlDbType.Text, versions.Keys.ToArray()), Array(NpgsqlDbType.Bigint, versions.Values.ToArray()) },
        };
    }

    private static NpgsqlBatchCommand InsertEvents(long first, IReadOnlyList<EntryToAppend> entries) => new(Statements.InsertEvents)
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

    private static string Headers(EntryToAppend entry)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("client", entry.Act.Client);
            if (entry.Act.Role is { } role)
                json.WriteString("role", role);
            if (entry.Entry.Origin is { } origin)
            {
                json.WritePropertyName("origin");
                origin.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
