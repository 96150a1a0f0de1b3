using Ntm.Testing;

namespace Ntm.Host.Tests.Recording;

public sealed class OpeningTests(TestCluster cluster)
{
    [Fact]
    public async Task A_record_that_cannot_be_read_is_told_and_no_connection_stays_behind()
    {
        var database = new RecordingDatabase(cluster);
        await database.InitializeAsync();
        await (await database.OpenHostAsync()).DisposeAsync();
        await database.DoAsync($"""
            insert into ntm.entry_type values ('later_type');
            insert into ntm.mt_streams (id, version) values ('unit-x', 1);
            select ntm.begin_append(1);
            insert into ntm.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('ntm.mt_events_sequence'), gen_random_uuid(), 'unit-x', 1, '{"{}"}', 'later_type', now())
            """);

        await Assert.ThrowsAsync<InvalidDataException>(database.OpenHostAsync);

        // The server takes note of a closed connection a moment later.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (await database.AskAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and application_name = 'ntm'") > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        await database.DisposeAsync();
    }
}
