using System.Text;
using Npgsql;
using NpgsqlTypes;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.EventStore.Append;

/// <summary>
/// An append in one statement, which is its transaction: the database moves the head, writes the stream and the events, and answers with
/// the last stamp.
/// </summary>
internal static class AppendCall
{
    /// <summary>One entry, as single values: arrays of one cost the database more than the entry does.</summary>
    internal static NpgsqlCommand One(NpgsqlConnection connection, long seenTo, EntryToAppend entry)
    {
        var type = EntryTypes.Of(entry.Entry.Entry);
        return new NpgsqlCommand(Statements.AppendOne, connection)
        {
            Parameters =
            {
                Value(NpgsqlDbType.Bigint, seenTo),
                Value(NpgsqlDbType.Uuid, entry.Entry.Id),
                Value(NpgsqlDbType.Text, entry.Entry.Stream),
                Value(NpgsqlDbType.Bigint, entry.Version),
                Value(NpgsqlDbType.Jsonb, LineWriter.WriteStored(entry.Entry.Entry)),
                Value(NpgsqlDbType.Text, type.Name),
                Value(NpgsqlDbType.Text, type.DotNetType),
                Value(NpgsqlDbType.Text, entry.Act.Correlation),
                Value(NpgsqlDbType.Jsonb, AppendCommands.Headers(entry)),
                Value(NpgsqlDbType.Text, entry.Act.Actor),
            },
        };
    }

    internal static NpgsqlCommand Many(NpgsqlConnection connection, long seenTo, IReadOnlyList<EntryToAppend> entries) => new(Statements.AppendMany, connection)
    {
        Parameters =
        {
            Value(NpgsqlDbType.Bigint, seenTo),
            Array(NpgsqlDbType.Uuid, entries, entry => entry.Entry.Id),
            Array(NpgsqlDbType.Text, entries, entry => entry.Entry.Stream),
            Array(NpgsqlDbType.Bigint, entries, entry => entry.Version),
            Array(NpgsqlDbType.Jsonb, entries, entry => Encoding.UTF8.GetString(LineWriter.WriteStored(entry.Entry.Entry))),
            Array(NpgsqlDbType.Text, entries, entry => EntryTypes.Of(entry.Entry.Entry).Name),
            Array(NpgsqlDbType.Text, entries, entry => EntryTypes.Of(entry.Entry.Entry).DotNetType),
            Array(NpgsqlDbType.Text, entries, entry => entry.Act.Correlation),
            Array(NpgsqlDbType.Jsonb, entries, AppendCommands.Headers),
            Array(NpgsqlDbType.Text, entries, entry => entry.Act.Actor),
        },
    };

    /// <returns>The stamp of the last entry. Once sent, a cancelled caller would no longer know what stands: it cannot be cancelled.</returns>
    internal static async Task<DateTimeOffset> ExecuteAsync(NpgsqlCommand call)
    {
        await using var reader = await call.ExecuteReaderAsync(CancellationToken.None);
        await reader.ReadAsync(CancellationToken.None);
        var lastAt = reader.GetFieldValue<DateTimeOffset>(0);
        // What is checked at the commit is refused after the answer.
        while (await reader.NextResultAsync(CancellationToken.None))
        {
        }

        return lastAt;
    }

    private static NpgsqlParameter<T> Value<T>(NpgsqlDbType type, T value) => new() { NpgsqlDbType = type, TypedValue = value };

    private static NpgsqlParameter<T[]> Array<T>(NpgsqlDbType of, IReadOnlyList<EntryToAppend> entries, Func<EntryToAppend, T> value)
    {
        var values = new T[entries.Count];
        for (var place = 0; place < values.Length; place++)
            values[place] = value(entries[place]);
        return Value(NpgsqlDbType.Array | of, values);
    }
}
