using Ntm.Host.Tests.CommandLine;
using Ntm.Host.Tests.Reading;
using Ntm.Host.Views;
using Ntm.Projections.Views;
using Ntm.Testing;

namespace Ntm.Host.Tests.Views;

public sealed class RebuildTests(TestCluster cluster)
{
    [Theory]
    [InlineData(11, 1)]
    [InlineData(12, 17)]
    [InlineData(13, 10_000)]
    public async Task Entry_by_entry_in_batches_or_all_at_once_gives_the_same_rows_and_the_same_digest(ulong seed, int atOnce)
    {
        await using var views = await KeptViews.OfAsync(cluster, seed, entries: 250);
        await views.CatchUpAsync(atOnce);
        var (positions, rows) = (await views.PositionsAsync(), await RowsAsync(views));

        var result = await RebuildAsync(views, View.All);

        Assert.Equal(views.Head, Assert.IsType<RebuildResult.Replaced>(result).Position);
        Assert.Empty(((RebuildResult.Replaced)result).Differences);
        Assert.Equal(positions, await views.PositionsAsync());
        Assert.Equal(rows, await RowsAsync(views));
        Assert.Equal([], await views.AskAsync("select nspname from pg_namespace where nspname = 'ntm_rebuild'"));

        // What was put in place goes on as what it replaced.
        await views.RecordAsync(RandomHistory.Create(seed + 100, entries: 60));
        await views.CatchUpAsync(5);
        Assert.Empty((await new ViewCheck(views.Session).RunAsync(_ => { }, TestContext.Current.CancellationToken)).Differences);
    }

    [Fact]
    public async Task The_tables_put_in_place_have_all_that_the_old_ones_had()
    {
        await using var views = await KeptViews.OfAsync(cluster, seed: 14, entries: 60);
        var before = await CatalogueAsync(views);

        await RebuildAsync(views, View.All);

        Assert.Equal(before, await CatalogueAsync(views));
    }

    [Theory]
    [InlineData("finding")]
    [InlineData("finding_period")]
    [InlineData("unit_period")]
    public async Task A_single_view_that_was_altered_is_replaced_and_the_difference_is_told(string view)
    {
        await using var views = await KeptViews.OfAsync(cluster, seed: 15, entries: 120);
        await views.CatchUpAsync();
        await views.Database.DoAsync($"update ntm.projection set digest = decode(repeat('ab', 32), 'hex') where name = '{view}'");
        var column = view == "unit_period" ? "name" : "status";
        await views.Database.DoAsync($"update ntm.{view} set {column} = 'lost' where ctid = (select min(ctid) from ntm.{view})");

        var rebuilt = await TypedCommand.RunAsync(views.Database.ConnectionString, "rebuild", view);

        Assert.Equal(1, rebuilt.Exit);
        Assert.Contains($"{view}: unit ", rebuilt.Error, StringComparison.Ordinal);
        Assert.Contains($"{column}=lost", rebuilt.Error, StringComparison.Ordinal);
        var check = await TypedCommand.RunAsync(views.Database.ConnectionString, "check");
        Assert.Equal((0, ""), (check.Exit, check.Error));
    }

    [Fact]
    public async Task Views_that_cannot_go_on_are_replaced()
    {
        await using var views = await KeptViews.OfAsync(cluster, seed: 16, entries: 120);
        await views.CatchUpAsync();
        await views.Database.DoAsync("update ntm.projection set position = position - 40");
        var rebuilt = await TypedCommand.RunAsync(views.Database.ConnectionString, "rebuild");

        Assert.Equal(1, rebuilt.Exit);
        Assert.Equal(0, (await TypedCommand.RunAsync(views.Database.ConnectionString, "check")).Exit);
    }

    [Fact]
    public async Task Who_does_not_own_the_schema_is_told_so()
    {
        await using var views = await KeptViews.OfAsync(cluster, seed: 17, entries: 60);
        var name = $"lan_{Guid.NewGuid():N}";
        await views.Database.DoAsync($"create role {name} login password 'x' in role ntm_recorder");
        var stranger = new Npgsql.NpgsqlConnectionStringBuilder(views.Database.ConnectionString) { Username = name, Password = "x" }.ConnectionString;

        var refused = await TypedCommand.RunAsync(stranger, "rebuild");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("may not create a schema", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await TypedCommand.RunAsync(stranger, "check")).Exit);
        await views.Database.DoAsync($"drop owned by {name}; drop role {name}");
    }

    [Fact]
    public async Task A_view_of_somebody_else_over_the_table_is_named_instead_of_left_with_the_old_rows()
    {
        await using var views = await KeptViews.OfAsync(cluster, seed: 18, entries: 60);
        await views.Database.DoAsync("create view public.bao_cao as select unit, status from ntm.finding");

        var refused = await TypedCommand.RunAsync(views.Database.ConnectionString, "rebuild");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("bao_cao", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await TypedCommand.RunAsync(views.Database.ConnectionString, "rebuild", "unit_period")).Exit);
    }

    [Fact]
    public async Task Readers_go_on_and_a_reader_that_stays_is_waited_for()
    {
        await using var views = await KeptViews.OfAsync(cluster, seed: 19, entries: 120);
        await using var reading = await views.Session.QuestionConnections.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await reading.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var count = new Npgsql.NpgsqlCommand("select count(*) from ntm.finding", reading);
        await count.ExecuteScalarAsync(TestContext.Current.CancellationToken);

        var rebuilding = RebuildAsync(views, View.All);
        while ((await views.AskAsync("select nspname from pg_namespace where nspname = 'ntm_rebuild'")).Count == 0)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Single(await views.AskAsync("select count(*) from ntm.finding_period"));
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.False(rebuilding.IsCompleted);
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);

        Assert.IsType<RebuildResult.Replaced>(await rebuilding);
    }

    private static Task<RebuildResult> RebuildAsync(KeptViews views, IReadOnlyList<View> chosen) =>
        new Rebuild(views.Session, chosen, _ => { }).RunAsync(TestContext.Current.CancellationToken);

    private static async Task<List<string>> RowsAsync(KeptViews views) =>
    [
        .. await views.AskAsync("select f::text from ntm.finding f order by sequence"),
        .. await views.AskAsync("select p::text from ntm.finding_period p order by sequence, record_from"),
        .. await views.AskAsync("select p::text from ntm.unit_period p order by unit, effect_from, record_from"),
    ];

    private static Task<List<string>> CatalogueAsync(KeptViews views) => views.AskAsync("""
        select format('%s %s %s', c.relname, c.reloptions, c.relacl) || obj_description(c.oid, 'pg_class') || c.relowner::regrole
          from pg_class c where c.relname in ('finding', 'finding_period', 'unit_period')
        union all select format('%s.%s %s %s %s %s', a.attrelid::regclass, a.attname, a.attnum, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attcollation)
             || coalesce(col_description(a.attrelid, a.attnum), '')
          from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relname in ('finding', 'finding_period', 'unit_period') and a.attnum > 0
        union all select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid where c.relname in ('finding', 'finding_period', 'unit_period')
        union all select k.conname || pg_get_constraintdef(k.oid) from pg_constraint k join pg_class c on c.oid = k.conrelid where c.relname in ('finding', 'finding_period', 'unit_period')
        order by 1
        """);
}
