using System.Globalization;
using Npgsql;

namespace Ntm.Testing;

/// <summary>An empty database of its own for a test class (class fixture) or a test, dropped at the end.</summary>
public sealed class TestDatabase(TestCluster cluster) : IAsyncLifetime
{
    private readonly string _name = "test_" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = _name }.ConnectionString;

    public async ValueTask InitializeAsync() => await ExecuteAsync($"create database {_name}");

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);

        await ExecuteAsync($"drop database if exists {_name} with (force)");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
