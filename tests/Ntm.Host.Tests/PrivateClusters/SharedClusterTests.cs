using Ntm.Testing;

namespace Ntm.Host.Tests.PrivateClusters;

public sealed class SharedClusterTests
{
    [Fact]
    public async Task A_second_start_joins_the_server_and_the_last_to_leave_stops_it()
    {
        await using var home = new TestHome();
        await using var first = await home.StartAsync();
        await using var second = await home.StartAsync();
        var postmaster = await second.PostmasterAsync();
        Assert.Equal(first.ConnectionString, second.ConnectionString);

        await first.DisposeAsync();
        Assert.Equal(1, await second.AskAsync<int>("select 1"));

        await second.DisposeAsync();
        Assert.False(ClusterQuestions.Lives(postmaster));
    }

    [Fact]
    public async Task Programs_that_start_at_once_get_one_server()
    {
        await using var home = new TestHome();

        var clusters = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(home.StartAsync)));

        Assert.Single(clusters.Select(cluster => cluster.ConnectionString).Distinct());
        foreach (var cluster in clusters)
            await cluster.DisposeAsync();
    }

    [Fact]
    public async Task Leaving_twice_is_leaving_once()
    {
        await using var home = new TestHome();
        var first = await home.StartAsync();
        await using var second = await home.StartAsync();

        await first.DisposeAsync();
        await first.DisposeAsync();

        Assert.Equal(1, await second.AskAsync<int>("select 1"));
    }

    [Fact]
    public async Task What_was_written_is_there_at_the_next_start()
    {
        await using var home = new TestHome();
        await using (var first = await home.StartAsync())
            await first.DoAsync("create table kept as select 'Vân Mộng' as name");

        await using var second = await home.StartAsync();

        Assert.Equal("Vân Mộng", await second.AskAsync<string>("select name from kept"));
    }

    [Fact]
    public async Task A_home_made_anew_gets_a_new_cluster()
    {
        await using var home = new TestHome();
        string id, directory;
        await using (var first = await home.StartAsync())
        {
            await first.DoAsync("create table kept ()");
            id = ClusterQuestions.Identity(home.Options).GetProperty("id").GetString()!;
            directory = ClusterQuestions.Directory(home.Options);
        }

        Directory.Delete(home.Options.Home, recursive: true);
        await using var second = await home.StartAsync();

        Assert.NotEqual(id, ClusterQuestions.Identity(home.Options).GetProperty("id").GetString());
        Assert.False(await second.AskAsync<bool>("select to_regclass('kept') is not null"));
        if (Directory.Exists(directory) && directory != ClusterQuestions.Directory(home.Options))
            Directory.Delete(directory, recursive: true);
    }
}
