using System.Text;
using Npgsql;

namespace Ntm.CritterStack.Tests;

/// <summary>Everything of ours in schema ntm, as text: tables, columns, constraints, indexes, triggers, sequences, rights, functions, and every row.</summary>
internal static class CatalogSnapshot
{
    private const string Tables = "'mt_streams', 'mt_events', 'mt_event_progression', 'mt_high_water_skips', 'append_head', 'schema_migration'";

    private static readonly string[] Definitions =
    [
        $"""
        select format('column %s.%s %s %s null=%s default=%s', c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
          from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
         where c.relnamespace = 'ntm'::regnamespace and c.relname in ({Tables}) and a.attnum > 0
        """,
        $"""
        select format('table %s %s %s owner=%s rights=%s', relname, relkind, relpersistence, relowner::regrole, relacl)
          from pg_class where relnamespace = 'ntm'::regnamespace and relname in ({Tables}, 'mt_events_sequence')
        """,
        $"select format('constraint %s %s', n.conname, pg_get_constraintdef(n.oid)) from pg_constraint n join pg_class c on c.oid = n.conrelid where c.relnamespace = 'ntm'::regnamespace and c.relname in ({Tables})",
        $"select format('index %s', indexdef) from pg_indexes where schemaname = 'ntm' and tablename in ({Tables})",
        $"""
        select format('trigger %s enabled=%s', pg_get_triggerdef(t.oid), t.tgenabled)
          from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'ntm'::regnamespace and c.relname in ({Tables}) and not t.tgisinternal
        """,
        "select format('sequence %s %s', s.seqrelid::regclass, to_jsonb(s) - 'seqrelid') from pg_sequence s",
        "select format('sequence value %s %s', last_value, is_called) from ntm.mt_events_sequence",
        """
        select format('function %s %s rights=%s', oid::regprocedure, md5(pg_get_functiondef(oid)), proacl)
          from pg_proc where pronamespace = 'ntm'::regnamespace and proname not like 'mt\_%'
           or pronamespace = 'ntm'::regnamespace and proname in ('mt_events_open', 'mt_events_stamp', 'mt_events_immutable')
        """,
        "select format('schema %s rights=%s', nspname, nspacl) from pg_namespace where nspname = 'ntm'",
        "select format('row %s %s %s', tableoid::regclass, xmin, e) from ntm.mt_events e",
        "select format('row %s %s %s', tableoid::regclass, xmin, s) from ntm.mt_streams s",
        "select format('row %s %s %s', tableoid::regclass, xmin, h) from ntm.append_head h",
        "select format('row %s %s %s', tableoid::regclass, xmin, m) from ntm.schema_migration m",
        "select format('row %s %s %s', tableoid::regclass, xmin, p) from ntm.mt_event_progression p",
        "select format('row %s %s %s', tableoid::regclass, xmin, k) from ntm.mt_high_water_skips k",
    ];

    public static async Task<string> TakeAsync(NpgsqlDataSource database)
    {
        var text = new StringBuilder();
        foreach (var definition in Definitions)
        {
            await using var command = database.CreateCommand($"select line from ({definition}) l(line) order by line collate \"C\"");
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                text.Append(reader.GetString(0)).Append('\n');
        }

        return text.ToString();
    }
}
