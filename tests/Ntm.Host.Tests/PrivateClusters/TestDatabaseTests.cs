using Npgsql;
using Ntm.Testing;

namespace Ntm.Host.Tests.PrivateClusters;

public sealed class TestDatabaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_test_class_gets_an_empty_database_of_its_own()
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from pg_tables where schemaname = 'public'", connection);

        Assert.Equal(0L, await command.ExecuteScalarAsync());
        Assert.StartsWith("test_", connection.Database, StringComparison.Ordinal);
    }
}
