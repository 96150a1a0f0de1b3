using Npgsql;

namespace Ntm.Host.PrivateClusters;

/// <summary>The database ntm in a running cluster.</summary>
internal static class ClusterDatabase
{
    private const string Name = "ntm";

    public static string ConnectionString(int port, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "ntm",
        Password = password,
        Database = Name,
        // The loopback needs neither, and asking for them costs a round trip for each connection.
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>Makes the database when it is missing, and sees that the server is the one of <paramref name="places"/>.</summary>
    public static async Task EnsureAsync(string connectionString, ClusterPlaces places, CancellationToken ct)
    {
        try
        {
            await using var connection = await OpenOrCreateAsync(connectionString, ct);
            await using var question = new NpgsqlCommand("show data_directory", connection);
            if (await question.ExecuteScalarAsync(ct) is not string answer || answer != places.Data)
                throw new PrivateClusterException(
                    $"The server at port {connection.Port} is not the one of {places.Data}.", "Try again.", places.Log);
        }
        catch (NpgsqlException e)
        {
            throw new PrivateClusterException(
                $"PostgreSQL runs but does not answer as it should: {e.Message}", "See the end of the log.", places.Log, e);
        }
    }

    private static async Task<NpgsqlConnection> OpenOrCreateAsync(string connectionString, CancellationToken ct)
    {
        try
        {
            return await OpenAsync(connectionString, Name, ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await using (var maintenance = await OpenAsync(connectionString, "postgres", ct))
            await using (var create = new NpgsqlCommand($"create database {Name}", maintenance))
                await create.ExecuteNonQueryAsync(ct);

            return await OpenAsync(connectionString, Name, ct);
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, string database, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Database = database, Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
