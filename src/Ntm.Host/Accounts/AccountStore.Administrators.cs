using Npgsql;

namespace Ntm.Host.Accounts;

/// <summary>What a change that may take an administrator away came to.</summary>
public enum AccountChange
{
    Done,

    /// <summary>There was nothing to change; nothing is noted.</summary>
    Nothing,

    /// <summary>Nobody would be administrator of the whole record: nothing is changed.</summary>
    LastAdministrator,
}

public sealed partial class AccountStore
{
    /// <param name="day">From which the change holds.</param>
    private async Task<AccountChange> ChangeUnlessLastAsync(NpgsqlBatchCommand change, NpgsqlBatchCommand note, DateOnly day, CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var wait = new NpgsqlCommand(AccountSql.Read("lock_administrators.sql"), connection, transaction))
            await wait.ExecuteNonQueryAsync(cancellation);
        var before = await AdministratorAsync(connection, transaction, day, cancellation);
        await using (var first = new NpgsqlBatch(connection, transaction) { BatchCommands = { change } })
        {
            if (await first.ExecuteNonQueryAsync(cancellation) == 0)
                return AccountChange.Nothing;
        }

        var after = await AdministratorAsync(connection, transaction, day, cancellation);
        if ((before.ThatDay && !after.ThatDay) || (before.WithoutEnd && !after.WithoutEnd))
            return AccountChange.LastAdministrator;
        await using var second = new NpgsqlBatch(connection, transaction) { BatchCommands = { note } };
        await second.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return AccountChange.Done;
    }

    // Both: else two who end one after the other, each before the other's end, would leave nobody.
    private static async Task<(bool ThatDay, bool WithoutEnd)> AdministratorAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, DateOnly day, CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand(AccountSql.Read("administrator_of_the_whole_record.sql"), connection, transaction) { Parameters = { new() { Value = day } } };
        await using var reader = await ask.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetBoolean(0), reader.GetBoolean(1));
    }
}
