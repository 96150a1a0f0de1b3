using System.Reflection;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.EventStore.Migrations;

namespace Ntm.Bench;

/// <summary>An entry encoded beforehand as the columns of its row.</summary>
internal sealed record EncodedRow(Guid Id, string Stream, string Data, string Type, string DotNetType);

/// <summary>The same client and tables without order, rules or grouping: one statement, one transaction, one entry.</summary>
internal sealed class Rival(NpgsqlDataSource source) : IAsyncDisposable
{
    private static readonly string Append = Read("rival_append.sql");

    internal static async Task<Rival> OpenAsync(string database)
    {
        var (lesser, _) = await StoreConnection.OpenAsync(database, CancellationToken.None);
        await lesser.DisposeAsync();
        var builder = new NpgsqlConnectionStringBuilder(database) { MaxAutoPrepare = 32, AutoPrepareMinUsages = 2 };
        var source = NpgsqlDataSource.Create(builder.ConnectionString);
        await using var command = source.CreateCommand(Read("rival_schema.sql"));
        await command.ExecuteNonQueryAsync();
        return new Rival(source);
    }

    internal static EncodedRow Encode(string line)
    {
        var read = Country.Read(line);
        var type = EntryTypes.Of(read.Entry);
        return new EncodedRow(read.Id ?? Guid.NewGuid(), StreamId.Of((DatedEntry)read.Entry), Encoding.UTF8.GetString(LineWriter.WriteStored(read.Entry)), type.Name, type.DotNetType);
    }

    internal ValueTask<NpgsqlConnection> ConnectAsync() => source.OpenConnectionAsync();

    internal static async Task AppendAsync(NpgsqlConnection connection, EncodedRow row)
    {
        await using var command = new NpgsqlCommand(Append, connection)
        {
            Parameters =
            {
                new() { Value = row.Id }, new() { Value = row.Stream }, new() { NpgsqlDbType = NpgsqlDbType.Text, Value = row.Data }, new() { Value = row.Type },
                new() { Value = row.DotNetType }, new() { Value = "bench" }, new() { NpgsqlDbType = NpgsqlDbType.Text, Value = "{\"client\":\"bench\"}" }, new() { Value = "local" },
            },
        };
        await command.ExecuteNonQueryAsync();
    }

    internal static string Read(string file)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
