using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Ntm.Domain.Access;
using Ntm.Domain.Entries;
using Ntm.Domain.Units;

namespace Ntm.Host.Accounts;

/// <summary>
/// Accounts in the database. Every change notes who made it, in the same transaction; the notes hold no person's name and are never changed.
/// </summary>
public sealed partial class AccountStore(NpgsqlDataSource dataSource)
{
    public async Task<AccountRoll> ReadAsync(CancellationToken cancellation)
    {
        await using var batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(Command("account_offices.sql"));
        batch.BatchCommands.Add(Command("accounts.sql"));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var offices = new List<(string Account, HeldOffice Office)>();
        while (await reader.ReadAsync(cancellation))
        {
            if (ReadOffice(reader) is { } office)
                offices.Add((reader.GetString(1), office));
        }

        var held = offices.ToLookup(row => row.Account, row => row.Office);
        var accounts = new List<Account>();
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            accounts.Add(ReadAccount(reader, [.. held[reader.GetString(0)]]));
        return new AccountRoll([.. accounts.OrderBy(account => account.Name, StringComparer.Ordinal)]);
    }

    /// <returns>False where the name is taken, by an account that may be closed: names are never reused.</returns>
    public async Task<bool> AddAsync(string actor, string name, string? passwordHash, HeldOffice office, CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var add = new NpgsqlCommand(AccountSql.Read("add_account.sql"), connection, transaction) { Parameters = { new() { Value = name }, Text(passwordHash) } };
        if (await add.ExecuteScalarAsync(cancellation) is null)
            return false;
        await using var note = new NpgsqlBatch(connection, transaction) 
        {
            BatchCommands = { Note(actor, name, "added", null), Give(name, office), Note(actor, name, "office_given", OfficeDetail(office)) },
        };
        await note.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    public Task GiveOfficeAsync(string actor, string account, HeldOffice held, CancellationToken cancellation) => ChangeAsync(
        Give(account, held), Note(actor, account, "office_given", OfficeDetail(held)), cancellation);

    /// <returns>Nothing where the account holds no such office after that day.</returns>
    public Task<AccountChange> EndOfficeAsync(string actor, string account, Guid office, DateOnly to, DateOnly today, CancellationToken cancellation) => ChangeUnlessLastAsync(
        Command("end_office.sql", new() { Value = office }, new() { Value = account }, new() { Value = to }),
        Note(actor, account, "office_ended", Detail(("office", office.ToString("D")), ("to", Domain.Time.VietnamCalendar.Format(to)))), to < today ? today : to, cancellation);

    public Task<bool> SetPasswordAsync(string actor, string account, string hash, CancellationToken cancellation) => ChangeAsync(
        Command("set_password.sql", new() { Value = account }, new() { Value = hash }), Note(actor, account, "password_set", null), cancellation);

    /// <returns>Nothing where it is closed already.</returns>
    public Task<AccountChange> CloseAsync(string actor, string account, DateOnly today, CancellationToken cancellation) => ChangeUnlessLastAsync(
        Command("close_account.sql", [new() { Value = account }]), Note(actor, account, "closed", null), today, cancellation);

    /// <returns>False where it is open already.</returns>
    public Task<bool> OpenAsync(string actor, string account, CancellationToken cancellation) => ChangeAsync(
        Command("open_account.sql", [new() { Value = account }]), Note(actor, account, "opened", null), cancellation);

    public Task LinkAsync(string actor, string account, OutsideIdentity? outside, CancellationToken cancellation) => ChangeAsync(
        Command("link_account.sql", new() { Value = account }, Text(outside?.Issuer), Text(outside?.Subject)), Note(actor, account, outside is null ? "unlinked" : "linked", null), cancellation);

    public Task NamePersonAsync(string actor, string account, Person person, CancellationToken cancellation) => ChangeAsync(
        Command("name_person.sql", new() { Value = account }, new() { Value = person.FullName }, Text(person.Contact)), Note(actor, account, "person_named", null), cancellation);

    /// <summary>What named the person is gone; the account, its offices and every entry stay.</summary>
    /// <returns>False where no person was named.</returns>
    public Task<bool> ErasePersonAsync(string actor, string account, CancellationToken cancellation) => ChangeAsync(
        Command("erase_person.sql", [new() { Value = account }]), Note(actor, account, "person_erased", null), cancellation);

    public Task NoteSignInAsync(string account, string way, string? address, CancellationToken cancellation) => NoteAsync(
        [Command("sign_in_succeeded.sql", [new() { Value = account }]), Note(account, account, "signed_in", Detail(("way", way), ("address", address)))], cancellation);

    /// <param name="attempts">So many in a row lock the account.</param>
    public Task NoteFailureAsync(string account, string? address, int attempts, TimeSpan locked, CancellationToken cancellation) => ChangeAsync(
        Command("sign_in_failed.sql", new() { Value = account }, new() { Value = attempts }, new() { Value = locked }),
        Note(account, account, "sign_in_refused", Detail(("address", address))), cancellation);

    public Task NoteTokenAsync(string actor, string account, string tokenId, CancellationToken cancellation) =>
        NoteAsync([Note(actor, account, "token_given", Detail(("token", tokenId)))], cancellation);

    /// <summary>What was done to accounts, the newest first.</summary>
    /// <param name="account">Null for all.</param>
    public async Task<IReadOnlyList<AccountAct>> ActsAsync(string? account, int atMost, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(AccountSql.Read("account_acts.sql"));
        command.Parameters.Add(Text(account));
        command.Parameters.Add(new() { Value = atMost });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var acts = new List<AccountAct>();
        while (await reader.ReadAsync(cancellation))
            acts.Add(new AccountAct(reader.GetFieldValue<DateTimeOffset>(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), TextOf(reader, 4)));
        return acts;
    }

    public async Task<bool> KnowsAreaAsync(UnitId area, CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(AccountSql.Read("area_is_known.sql"));
        command.Parameters.Add(new() { Value = StreamId.Of(area) });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>Calls at once and whenever accounts may have changed, by whatever program; and after a while in any case.</summary>
    internal async Task ListenAsync(Func<CancellationToken, Task> changed, TimeSpan longestSilence, CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using (var listen = new NpgsqlCommand(AccountSql.Read("listen_accounts.sql"), connection))
            await listen.ExecuteNonQueryAsync(cancellation);
        while (true)
        {
            await changed(cancellation);
            await connection.WaitAsync(longestSilence, cancellation);
        }
    }

    // What changes nothing is not noted either.
    private async Task<bool> ChangeAsync(NpgsqlBatchCommand change, NpgsqlBatchCommand note, CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var first = new NpgsqlBatch(connection, transaction) { BatchCommands = { change } })
        {
            if (await first.ExecuteNonQueryAsync(cancellation) == 0)
                return false;
        }

        await using var second = new NpgsqlBatch(connection, transaction) { BatchCommands = { note } };
        await second.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task NoteAsync(NpgsqlBatchCommand[] commands, CancellationToken cancellation)
    {
        await using var batch = dataSource.CreateBatch();
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static Account ReadAccount(NpgsqlDataReader row, IReadOnlyList<HeldOffice> offices) => new(
        row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), TextOf(row, 2), row.GetGuid(3), InstantOf(row, 4), InstantOf(row, 5),
        TextOf(row, 6) is { } issuer ? new OutsideIdentity(issuer, row.GetString(7)) : null,
        TextOf(row, 8) is { } name ? new Person(name, TextOf(row, 9)) : null, offices);

    // A role or an area this program does not know gives no rights; least of all the whole record.
    private static HeldOffice? ReadOffice(NpgsqlDataReader row)
    {
        UnitId area = default;
        if (!Roles.Names.TryParse(row.GetString(2), out var role) || (TextOf(row, 3) is { } text && !UnitId.TryParse(text, out area)))
            return null;
        var office = new Office(role, row.IsDBNull(3) ? null : area, row.GetFieldValue<int[]>(4), TextOf(row, 5));
        return new HeldOffice(row.GetGuid(0), office, row.GetFieldValue<DateOnly>(6), row.IsDBNull(7) ? null : row.GetFieldValue<DateOnly>(7));
    }

    private static string? TextOf(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? InstantOf(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static NpgsqlBatchCommand Command(string file, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(AccountSql.Read(file));
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    private static NpgsqlBatchCommand Give(string account, HeldOffice held) => Command(
        "give_office.sql", new() { Value = held.Id }, new() { Value = account }, new() { Value = Roles.Names.NameOf(held.Office.Role) },
        Text(held.Office.Area?.Value), new() { Value = held.Office.Criteria.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer },
        Text(held.Office.Name), new() { Value = held.From }, new() { Value = (object?)held.To ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });

    private static NpgsqlBatchCommand Note(string actor, string account, string act, string? detail) => Command(
        "note_account_act.sql", new() { Value = actor }, new() { Value = account }, new() { Value = act },
        new() { Value = (object?)detail ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb });

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static string OfficeDetail(HeldOffice held) => Detail(
        ("office", held.Id.ToString("D")), ("role", Roles.Names.NameOf(held.Office.Role)), ("area", held.Office.Area?.Value),
        ("from", Domain.Time.VietnamCalendar.Format(held.From)), ("to", held.To is { } to ? Domain.Time.VietnamCalendar.Format(to) : null));

    private static string Detail(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                if (value is not null)
                    json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
