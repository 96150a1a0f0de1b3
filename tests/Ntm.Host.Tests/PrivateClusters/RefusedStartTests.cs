using Ntm.Host.PrivateClusters;
using Ntm.Testing;

namespace Ntm.Host.Tests.PrivateClusters;

public sealed class RefusedStartTests
{
    [Fact]
    public async Task A_bin_directory_without_PostgreSQL_is_named()
    {
        await using var home = new TestHome { Options = new PrivateClusterOptions { Home = NewHome(), BinDirectory = "/nowhere/bin" } };

        var refusal = await Assert.ThrowsAsync<PrivateClusterException>(home.StartAsync);

        Assert.StartsWith("NTM_PG_BIN names /nowhere/bin, which does not hold initdb, pg_ctl, postgres.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_PostgreSQL_is_told_with_the_command_that_installs_it()
    {
        var refusal = await Assert.ThrowsAsync<PrivateClusterException>(
            () => ServerBinaries.FindAsync(given: null, dataMajor: 99, TestContext.Current.CancellationToken));

        Assert.Contains("The database was made by PostgreSQL 99", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("sudo apt-get install --no-install-recommends postgresql-99", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_to_programs_that_were_uninstalled_are_not_programs()
    {
        var links = Directory.CreateTempSubdirectory("ntm-links-").FullName;
        foreach (var program in (string[])["initdb", "pg_ctl", "postgres"])
            File.CreateSymbolicLink(Path.Combine(links, program), $"/nowhere/{program}");

        var refusal = await Assert.ThrowsAsync<PrivateClusterException>(
            () => ServerBinaries.FindAsync(links, dataMajor: null, TestContext.Current.CancellationToken));

        Assert.StartsWith($"NTM_PG_BIN names {links}", refusal.Message, StringComparison.Ordinal);
        Directory.Delete(links, recursive: true);
    }

    [Fact]
    public async Task A_home_that_cannot_be_made_is_named()
    {
        await using var home = new TestHome { Options = new PrivateClusterOptions { Home = "/proc/ntm" } };

        var refusal = await Assert.ThrowsAsync<PrivateClusterException>(home.StartAsync);

        Assert.StartsWith("The directory /proc/ntm cannot be made", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("NTM_HOME", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_that_is_gone_is_a_loss_and_not_an_empty_beginning()
    {
        await using var home = new TestHome();
        await (await home.StartAsync()).DisposeAsync();
        var data = Path.Combine(ClusterQuestions.Directory(home.Options), "data");
        Directory.Move(data, $"{data}.away");

        var refusal = await Assert.ThrowsAsync<PrivateClusterException>(home.StartAsync);

        Assert.Contains($"in {data} is gone", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_start_tells_why_and_where_its_log_is()
    {
        await using var home = new TestHome();
        await (await home.StartAsync()).DisposeAsync();
        var directory = ClusterQuestions.Directory(home.Options);
        File.Delete(Path.Combine(directory, "data", "global", "pg_control"));

        var refusal = await Assert.ThrowsAsync<PrivateClusterException>(home.StartAsync);

        Assert.Contains("pg_control", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(directory, "log", "server.log"), refusal.LogFile);
    }

    [Fact]
    public void The_home_is_NTM_HOME_and_else_lies_in_the_home_of_the_user()
    {
        Assert.Equal("/srv/ntm", FromEnvironment(("NTM_HOME", "/srv/ntm"), ("HOME", "/home/lan")).Home);
        Assert.Equal("/home/lan/.ntm", FromEnvironment(("HOME", "/home/lan")).Home);
        Assert.Equal("/opt/pg/bin", FromEnvironment(("HOME", "/home/lan"), ("NTM_PG_BIN", "/opt/pg/bin")).BinDirectory);
    }

    private static PrivateClusterOptions FromEnvironment(params (string Name, string Value)[] variables) =>
        PrivateClusterOptions.FromEnvironment(name => variables.FirstOrDefault(variable => variable.Name == name).Value);

    private static string NewHome() => new TestHome().Options.Home;
}
