using Ntm.EventStore.Backup;
using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Backup;

/// <summary>A table nobody thought of would be missing after a restore, and nobody would notice before.</summary>
public sealed class BackupTablesTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    // Whose transaction moved the head last, which is over.
    private static readonly string[] Transactions = ["only_row", "first", "tx", "server"];

    public static TheoryData<string> Held => [.. BackupTables.Held];

    [Fact]
    public async Task Every_table_of_the_schema_is_held_made_again_or_kept_secret() => Assert.Equal(
        BackupTables.Held.Concat(BackupTables.MadeAgain).Concat(BackupTables.Kept).Order(StringComparer.Ordinal),
        await store.Owner.ListAsync<string>("""
            select c.relname::text from pg_class c where c.relnamespace = 'ntm'::regnamespace and c.relkind in ('r', 'p') order by c.relname collate "C"
            """));

    [Theory, MemberData(nameof(Held))]
    public async Task Every_column_of_a_table_is_held(string table)
    {
        var columns = await store.Owner.ListAsync<string>($"""
            select a.attname::text from pg_attribute a where a.attrelid = 'ntm.{table}'::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum
            """);
        var named = string.Join(", ", columns.Where(column => table != "append_head" || !Transactions.Contains(column)));

        Assert.Contains($"(select {named} from ntm.{table}", BackupTables.CopyOut(table), StringComparison.Ordinal);
        Assert.Contains($" ({named}) from stdin", BackupTables.CopyIn(table), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Held))]
    public void The_triggers_of_a_table_are_off_for_a_restore_and_on_again(string table)
    {
        Assert.Contains($"alter table ntm.{table} disable trigger user;", StoreSql.Read("restore_begin.sql"), StringComparison.Ordinal);
        Assert.Contains($"alter table ntm.{table} enable trigger user;", StoreSql.Read("restore_end.sql"), StringComparison.Ordinal);
    }
}
