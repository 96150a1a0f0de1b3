using Npgsql;

namespace Ntm.EventStore.Tests.Support;

internal static class Sql
{
    public static async Task DoAsync(this NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<T> AskAsync<T>(this NpgsqlDataSource database, string sql, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        return await command.AskAsync<T>();
    }

    public static async Task<T> AskAsync<T>(this NpgsqlCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.IsDBNull(0) ? default! : reader.GetFieldValue<T>(0);
    }

    public static async Task<List<T>> ListAsync<T>(this NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetFieldValue<T>(0));
        return rows;
    }

    /// <summary>The SQLSTATE the statement is refused with.</summary>
    public static async Task<string> RefusalAsync(Func<Task> deed) => (await Assert.ThrowsAsync<PostgresException>(deed)).SqlState;
}
