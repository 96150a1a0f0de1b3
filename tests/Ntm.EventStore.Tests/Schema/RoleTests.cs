using System.Globalization;
using Npgsql;
using Ntm.EventStore.Migrations;
using Ntm.EventStore.Tests.Support;
using Ntm.Host.PrivateClusters;
using Ntm.Testing;

namespace Ntm.EventStore.Tests.Schema;

/// <summary>Who may migrate, and as whom the host runs afterwards. A server of its own: roles belong to the whole server.</summary>
public sealed class RoleTests : IAsyncLifetime
{
    private readonly TestHome home = new();
    private PrivateCluster cluster = null!;
    private NpgsqlDataSource superuser = null!;

    public async ValueTask InitializeAsync()
    {
        cluster = await home.StartAsync();
        superuser = NpgsqlDataSource.Create(cluster.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await superuser.DisposeAsync();
        await cluster.DisposeAsync();
        await home.DisposeAsync();
    }

    [Fact]
    public async Task A_superuser_migrates_and_the_host_runs_as_the_lesser_role()
    {
        var database = await DatabaseAsync("one");

        Assert.Equal("ntm_recorder", await RunsAsAsync(database));
        Assert.Equal("ntm_recorder", await RunsAsAsync(database));
    }

    [Fact]
    public async Task Who_may_make_roles_migrates_and_the_host_runs_as_the_lesser_role()
    {
        var database = await DatabaseAsync("one", "lan", "createrole");

        Assert.Equal("ntm_recorder", await RunsAsAsync(database));
        Assert.Equal("ntm_recorder", await RunsAsAsync(database));
    }

    [Fact]
    public async Task Who_may_not_make_roles_migrates_and_the_host_runs_as_itself()
    {
        var database = await DatabaseAsync("one", "lan");

        Assert.Equal("lan", await RunsAsAsync(database));
        Assert.Equal("lan", await RunsAsAsync(database));
    }

    [Fact]
    public async Task Who_may_not_make_roles_migrates_beside_a_database_whose_role_is_there()
    {
        await RunsAsAsync(await DatabaseAsync("one"));
        var database = await DatabaseAsync("two", "lan");

        Assert.Equal("lan", await RunsAsAsync(database));
    }

    [Fact]
    public async Task A_role_made_later_for_another_database_has_no_say_in_this_one()
    {
        var mine = await DatabaseAsync("one", "lan");
        Assert.Equal("lan", await RunsAsAsync(mine));
        await RunsAsAsync(await DatabaseAsync("two"));
        await superuser.DoAsync("grant ntm_recorder to lan");

        Assert.Equal("lan", await RunsAsAsync(mine));
        // A superuser may take the role everywhere, and in this database the role may do nothing.
        var who = new NpgsqlConnectionStringBuilder(cluster.ConnectionString);
        Assert.Equal(who.Username, await RunsAsAsync(As(mine, who)));
    }

    [Fact]
    public async Task Who_may_only_record_finds_a_migrated_database_ready()
    {
        var database = await DatabaseAsync("one");
        await RunsAsAsync(database);
        await superuser.DoAsync("create role minh login password 'x' in role ntm_recorder");

        Assert.Equal("ntm_recorder", await RunsAsAsync(As(database, new NpgsqlConnectionStringBuilder { Username = "minh", Password = "x" })));
    }

    [Fact]
    public async Task Who_may_only_read_cannot_append_through_the_functions_of_the_host()
    {
        var database = await DatabaseAsync("one");
        await RunsAsAsync(database);
        await superuser.DoAsync("create role reader login password 'x'");
        await using (var owner = NpgsqlDataSource.Create(database))
            await owner.DoAsync("grant usage on schema ntm to reader; grant select on all tables in schema ntm to reader");
        await using var reader = NpgsqlDataSource.Create(As(database, new NpgsqlConnectionStringBuilder { Username = "reader", Password = "x" }));
        var record = new Record(reader);

        foreach (var entries in (Append.EntryToAppend[][])[[Entries.Established("mot")], [Entries.Established("hai"), Entries.Established("ba")]])
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Sql.RefusalAsync(() => record.TryAppendAfterAsync(2, entries, TestContext.Current.CancellationToken)));
        Assert.Equal(2, await record.HeadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_may_only_record_and_knows_a_type_the_record_does_not_take_is_told_to_have_it_registered()
    {
        var database = await DatabaseAsync("one");
        await RunsAsAsync(database);
        await superuser.DoAsync("create role minh login password 'x' in role ntm_recorder");
        await using (var owner = NpgsqlDataSource.Create(database))
            await owner.DoAsync("delete from ntm.entry_type where name = 'remedy_done'");

        var fault = await Assert.ThrowsAsync<MigrationMismatchException>(
            () => RunsAsAsync(As(database, new NpgsqlConnectionStringBuilder { Username = "minh", Password = "x" })));
        Assert.Contains("remedy_done", fault.Message, StringComparison.Ordinal);
        Assert.Equal("ntm_recorder", await RunsAsAsync(database));
        Assert.Equal("ntm_recorder", await RunsAsAsync(As(database, new NpgsqlConnectionStringBuilder { Username = "minh", Password = "x" })));
    }

    [Fact]
    public async Task Databases_of_one_server_migrated_at_once_share_the_role()
    {
        var databases = new List<string>();
        await superuser.DoAsync("create role lan login password 'x' createrole");
        for (var number = 0; number < 6; number++)
            databases.Add(await DatabaseAsync($"db{number}", "lan", attributes: null));

        var roles = await Task.WhenAll(databases.Select(database => Task.Run(() => RunsAsAsync(database))));

        Assert.All(roles, role => Assert.Equal("ntm_recorder", role));
    }

    // Opens as the host does, appends, reads, and tells as whom.
    private static async Task<string> RunsAsAsync(string connectionString)
    {
        var (dataSource, _) = await StoreConnection.OpenAsync(connectionString, TestContext.Current.CancellationToken);
        await using var closing = dataSource;
        var record = new Record(dataSource);
        var recorded = await record.AppendAsync(Entries.Established($"xa-{Guid.NewGuid():N}"));
        recorded = (await record.TryAppendAfterAsync(recorded[0].Sequence, [Entries.Established($"xa-{Guid.NewGuid():N}")], TestContext.Current.CancellationToken))!;
        Assert.Equal(recorded[0].Id, (await record.ReadAllAsync())[^1].Id);
        Assert.NotNull(await record.AnswerInstantAsync(recorded[0].RecordedAt, TestContext.Current.CancellationToken));
        return await dataSource.AskAsync<string>("select current_user::text");
    }

    /// <param name="user">Who opens it: a new role with the right to make schemas there; null for the superuser.</param>
    private async Task<string> DatabaseAsync(string name, string? user = null, string? attributes = "")
    {
        await superuser.DoAsync(string.Create(CultureInfo.InvariantCulture, $"create database {name}"));
        var connection = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = name };
        if (user is null)
            return connection.ConnectionString;
        if (attributes is not null)
            await superuser.DoAsync($"create role {user} login password 'x' {attributes}");
        await superuser.DoAsync($"grant create on database {name} to {user}");
        return As(connection.ConnectionString, new NpgsqlConnectionStringBuilder { Username = user, Password = "x" });
    }

    private static string As(string database, NpgsqlConnectionStringBuilder who) =>
        new NpgsqlConnectionStringBuilder(database) { Username = who.Username, Password = who.Password }.ConnectionString;
}
