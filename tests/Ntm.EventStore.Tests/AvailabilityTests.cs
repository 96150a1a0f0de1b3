using System.Diagnostics;
using System.Globalization;
using System.Net;
using Npgsql;
using Ntm.EventStore.Migrations;
using Ntm.EventStore.Tests.Support;
using Ntm.Host.PrivateClusters;
using Ntm.Testing;

namespace Ntm.EventStore.Tests;

/// <summary>A server of its own that goes and comes back, behind one address.</summary>
public sealed class AvailabilityTests
{
    [Fact]
    public async Task A_server_that_is_gone_is_told_as_such_and_all_goes_on_when_it_is_back()
    {
        await using var home = new TestHome();
        await using var first = await home.StartAsync();
        await using var line = new CutConnections(first.ConnectionString);
        var (database, _) = await StoreConnection.OpenAsync(line.ConnectionString, TestContext.Current.CancellationToken);
        await using var closing = database;
        var record = new Record(database);
        await record.AppendAsync(Entries.Established("na-sam"));
        await using var order = await record.OpenAppendAsync(0, [], TestContext.Current.CancellationToken);
        await using var following = record.ListenAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
        await following.MoveNextAsync();

        await first.DisposeAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => order.CommitAsync([Entries.Established("tan-lang")], TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => following.MoveNextAsync().AsTask());
        // Connections of the pool that the server closed, and none to be had anew.
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => record.HeadAsync(TestContext.Current.CancellationToken));
            await Assert.ThrowsAsync<StoreUnavailableException>(() => record.ReadAllAsync());
            await Assert.ThrowsAsync<StoreUnavailableException>(() => record.FindAsync([Guid.NewGuid()], TestContext.Current.CancellationToken));
            await Assert.ThrowsAsync<StoreUnavailableException>(
                () => record.AnswerInstantAsync(DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken));
            await Assert.ThrowsAsync<StoreUnavailableException>(() => record.AppendAsync(Entries.Established("tan-lang")));
            await Assert.ThrowsAsync<StoreUnavailableException>(
                () => StoreConnection.OpenAsync(line.ConnectionString, TestContext.Current.CancellationToken));
        }

        await using var second = await home.StartAsync();
        line.Server = AddressOf(second);

        Assert.Equal(2, (await record.AppendAsync(Entries.Established("tan-lang")))[0].Sequence);
    }

    [Fact]
    public async Task A_server_killed_in_the_middle_of_an_append_comes_back_without_it_and_without_a_gap()
    {
        await using var home = new TestHome();
        await using var first = await home.StartAsync();
        var (database, _) = await StoreConnection.OpenAsync(first.ConnectionString, TestContext.Current.CancellationToken);
        await using (database)
        {
            await new Record(database).AppendAsync(Entries.Established("na-sam"));
            await database.DoAsync($"insert into ntm.mt_streams (id, version) values ('{Writer.Stream}', 0)");
            await using var writer = await Writer.BeginAsync(database);
            await writer.ReserveAsync(10);
            await writer.InsertNextAsync(10);
            // Written out, so that the crash leaves the rows and the moved sequence on disk.
            await using (var owner = NpgsqlDataSource.Create(first.ConnectionString))
                await owner.DoAsync("checkpoint");
            await KillAsync(first);
        }

        await using var second = await home.StartAsync();
        var (again, migrated) = await StoreConnection.OpenAsync(second.ConnectionString, TestContext.Current.CancellationToken);
        await using (again)
        {
            Assert.Empty(migrated);
            Assert.Equal(2, (await new Record(again).AppendAsync(Entries.Established("tan-lang")))[0].Sequence);
            Assert.Equal([1, 2], (await new Record(again).ReadAllAsync()).Select(entry => entry.Sequence));
        }
    }

    private static DnsEndPoint AddressOf(PrivateCluster cluster)
    {
        var address = new NpgsqlConnectionStringBuilder(cluster.ConnectionString);
        return new DnsEndPoint(address.Host!, address.Port);
    }

    private static async Task KillAsync(PrivateCluster cluster)
    {
        await using var owner = NpgsqlDataSource.Create(cluster.ConnectionString);
        var data = await owner.AskAsync<string>("select current_setting('data_directory')");
        var postmaster = (await File.ReadAllLinesAsync(Path.Combine(data, "postmaster.pid")))[0];
        using var process = Process.GetProcessById(int.Parse(postmaster, CultureInfo.InvariantCulture));
        process.Kill();
    }
}
