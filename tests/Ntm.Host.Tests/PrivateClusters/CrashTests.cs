using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Host.PrivateClusters;
using Ntm.Testing;

namespace Ntm.Host.Tests.PrivateClusters;

public sealed class CrashTests
{
    [Fact]
    public async Task A_killed_server_recovers_with_its_data_at_the_next_start()
    {
        await using var home = new TestHome();
        await using var first = await home.StartAsync();
        await first.DoAsync("create table kept as select n from generate_series(1, 100000) n");
        ClusterQuestions.Kill(await first.PostmasterAsync());

        // Without waiting: orphaned backends may still be going down.
        await using var second = await home.StartAsync();

        Assert.Equal(100_000L, await second.AskAsync<long>("select count(*) from kept"));
    }

    [Fact]
    public async Task A_process_number_that_went_to_another_program_does_not_keep_the_server_from_starting()
    {
        await using var home = new TestHome();
        string pidFile;
        string[] lines;
        await using (var first = await home.StartAsync())
        {
            pidFile = Path.Combine(await first.SettingAsync("data_directory"), "postmaster.pid");
            lines = await File.ReadAllLinesAsync(pidFile);
        }

        using var foreigner = Process.Start("sleep", "60");
        lines[0] = foreigner.Id.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(pidFile, lines);
        await using var second = await home.StartAsync();

        Assert.Equal(1, await second.AskAsync<int>("select 1"));
        Assert.False(foreigner.HasExited);
        foreigner.Kill();
    }

    [Fact]
    public async Task A_pid_file_of_a_dead_process_does_not_keep_the_server_from_starting()
    {
        await using var home = new TestHome();
        string pidFile;
        await using (var first = await home.StartAsync())
            pidFile = Path.Combine(await first.SettingAsync("data_directory"), "postmaster.pid");

        await File.WriteAllTextAsync(pidFile, "4194303\n/nowhere\n0\n1\n\n\n\nready\n");
        await using var second = await home.StartAsync();

        Assert.Equal(1, await second.AskAsync<int>("select 1"));
    }

    [Fact]
    public async Task An_initialisation_that_was_cut_short_is_done_again()
    {
        await using var home = new TestHome();
        using var cut = new CancellationTokenSource();
        var starting = PrivateCluster.StartAsync(
            home.Options, NullLogger.Instance, TimeProvider.System, cut.Token);
        while (!File.Exists(Path.Combine(home.Options.Home, "cluster.json")))
            await Task.Delay(5);

        var unfinished = "";
        while (unfinished.Length == 0 && !starting.IsCompleted)
        {
            await Task.Delay(5);
            var directory = ClusterQuestions.Directory(home.Options);
            unfinished = Directory.Exists(directory)
                ? Directory.EnumerateDirectories(directory, "initialising-*").FirstOrDefault(made => Directory.Exists(Path.Combine(made, "data", "base"))) ?? ""
                : "";
        }

        await cut.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
        // What a kill leaves and a cancellation takes away.
        Directory.CreateDirectory(Path.Combine(unfinished, "data", "base"));
        await File.WriteAllTextAsync(Path.Combine(unfinished, "data", "PG_VERSION"), "15\n");

        await using var cluster = await home.StartAsync();

        Assert.Equal(1, await cluster.AskAsync<int>("select 1"));
        Assert.False(Directory.Exists(unfinished));
    }

    [Fact]
    public async Task A_server_left_running_by_a_killed_program_is_joined_and_stopped_by_the_next()
    {
        await using var home = new TestHome();
        int postmaster;
        await using (var first = await home.StartAsync())
        {
            postmaster = await first.PostmasterAsync();
            first.LoseLocksAsWhenKilled();
        }

        Assert.True(ClusterQuestions.Lives(postmaster));

        await using (var second = await home.StartAsync())
            Assert.Equal(postmaster, await second.PostmasterAsync());

        Assert.False(ClusterQuestions.Lives(postmaster));
    }
}
