using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Host.Recording;

namespace Ntm.Host.Tests.Recording;

public sealed class FollowerTests(RecordingDatabase database) : IClassFixture<RecordingDatabase>
{
    [Fact]
    public async Task A_follower_told_to_stop_while_the_record_is_being_closed_stops_quietly()
    {
        for (var round = 0; round < 30; round++)
        {
            var host = await database.OpenHostAsync();
            var follower = new Follower(host.Record, host.Live, TimeProvider.System, NullLogger<Follower>.Instance);
            await follower.StartAsync(CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(round % 10));
            // As when the address is taken: the host is given up without waiting for what it had started.
            follower.Dispose();
            await host.DisposeAsync();

            await Task.WhenAny(follower.ExecuteTask!).WaitAsync(TimeSpan.FromSeconds(10));
            Assert.Null(follower.ExecuteTask!.Exception?.InnerException);
        }
    }

    [Fact]
    public async Task A_follower_brings_in_what_another_program_records()
    {
        await using var host = await database.OpenHostAsync();
        await using var other = await database.OpenHostAsync();
        using var follower = new Follower(host.Record, host.Live, TimeProvider.System, NullLogger<Follower>.Instance);
        await follower.StartAsync(CancellationToken.None);

        foreach (var unit in (string[])["theo-1", "theo-2"])
        {
            var recorded = (await other.RecordAsync(Lines.Established(unit))).Only().Entry.Sequence;
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            while (host.Live.Index.Position < recorded)
                await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
            // The connection it listens on ends; it listens again.
            await database.DoAsync("""
                select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and query like 'listen%'
                """);
        }

        await follower.StopAsync(CancellationToken.None);
    }
}
