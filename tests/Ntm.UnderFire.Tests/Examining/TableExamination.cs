using Ntm.UnderFire.Tests.Programs;

namespace Ntm.UnderFire.Tests.Examining;

/// <summary>The same asked of the tables themselves, past every program of ours.</summary>
internal static class TableExamination
{
    public static async Task ExamineAsync(DurableServer server, long entries, CancellationToken cancellation)
    {
        await using var connection = await server.ConnectAsync(cancellation);
        async Task Counts(long expected, string what) => Assert.Equal(expected, await DurableServer.AskAsync<long>(connection, what));

        await Counts(entries, "select count(*) from ntm.mt_events");
        await Counts(entries, "select count(distinct id) from ntm.mt_events");
        await Counts(1, "select min(seq_id) from ntm.mt_events");
        await Counts(entries, "select max(seq_id) from ntm.mt_events");
        await Counts(entries, "select seq from ntm.append_head");
        await Counts(0, """
            select count(*) from (select timestamp <= lag(timestamp) over (order by seq_id) as wrong from ntm.mt_events) neighbours where wrong
            """);
        await Counts(0, """
            select count(*) from (
              select version <> row_number() over (partition by stream_id order by seq_id) as wrong from ntm.mt_events) numbered where wrong
            """);
        await Counts(0, """
            select count(*) from ntm.mt_streams s
              full join (select stream_id, count(*) as written from ntm.mt_events group by stream_id) e on e.stream_id = s.id
             where s.version is distinct from e.written
            """);
    }
}
