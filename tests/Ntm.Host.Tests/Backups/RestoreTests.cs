using System.Net;
using System.Text.Json.Nodes;
using Npgsql;
using Ntm.Host.Tests.CommandLine;
using Ntm.Host.Tests.Evidence;
using Ntm.Testing;

namespace Ntm.Host.Tests.Backups;

/// <summary>A record that comes back is the record that was saved.</summary>
public sealed class RestoreTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly string[] Questions =
    [
        "/api/units?on=2018-12-31&knownAt=", "/api/units/van-quan.van-an/status?on=2018-12-31&knownAt=", "/api/units/van-quan/matrix?on=2018-12-31&knownAt=",
        "/api/units/van-quan.van-an/history?knownAt=", "/api/units/van-quan.van-an/periods?knownAt=", "/api/plans?knownAt=",
    ];

    private readonly DemoHost _demo = new(cluster);
    private readonly TestDatabase _other = new(cluster);
    private readonly BackedUp _files = new();

    public async ValueTask InitializeAsync()
    {
        await _demo.InitializeAsync();
        await _other.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _files.Dispose();
        await _other.DisposeAsync();
        await _demo.DisposeAsync();
    }

    [Fact]
    public async Task A_restored_record_gives_every_answer_byte_for_byte_and_goes_on()
    {
        var file = SampleFiles.PdfOf(600_000);
        var hash = SampleFiles.HashOf(file);
        await _demo.Client.HandInAsync(file, "Biên bản.pdf");
        await _demo.Client.GetByteArrayAsync(new Uri($"/api/evidence/{hash}", UriKind.Relative));
        await _demo.Client.TellAsync(EvidenceDraft.Finding(77, hash, new string('b', 64)));
        var head = await _demo.Client.CountAsync();

        var backup = await TypedCommand.RunAsync(_demo.ConnectionString, "backup", _files.Path("a.tar"));
        Assert.True(backup.Exit == 0, backup.Error);
        var restore = await BackedUp.RestoreAsync(_other, _files.Path("a.tar"), "--certificate", _files.Path("a.json"));
        Assert.True(restore.Exit == 0, restore.Output + restore.Error);

        var certificate = JsonNode.Parse(await File.ReadAllTextAsync(_files.Path("a.json"), TestContext.Current.CancellationToken))!;
        Assert.True(certificate["equal"]!.GetValue<bool>());
        Assert.All(certificate["compared"]!.AsArray(), comparison => Assert.True(comparison!["equal"]!.GetValue<bool>()));
        Assert.Contains($"SHA-256: {certificate["file"]!["sha256"]!.GetValue<string>()}\n", backup.Output, StringComparison.Ordinal);

        await using var restored = await ServedSession.OpenAsync(new Host.Database.DatabaseChoice.Named(_other.ConnectionString));
        foreach (var question in Questions)
        {
            foreach (var knownAt in (int[])[head, head / 2, 1])
                Assert.Equal((await _demo.Client.AskAsync(question + knownAt)).Text, (await restored.Client.AskAsync(question + knownAt)).Text);
        }

        foreach (var path in (string[])["/api/entries", $"/api/evidence/{hash}/openings", $"/api/evidence/{hash}/citations"])
            Assert.Equal((await _demo.Client.AskAsync(path)).Text, (await restored.Client.AskAsync(path)).Text);
        Assert.Equal(file, await restored.Client.GetByteArrayAsync(new Uri($"/api/evidence/{hash}", UriKind.Relative)));

        var more = await restored.Client.TellAsync(EvidenceDraft.Finding(78, hash));
        Assert.Equal(HttpStatusCode.Created, more.Status);
        Assert.Equal(head + 1, more.Json["entries"]![0]!["sequence"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.OK, (await restored.Client.HandInAsync(file)).Status);
        Assert.Equal(2, (await restored.Client.AskAsync($"/api/evidence/{hash}/openings")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        await using var owner = NpgsqlDataSource.Create(_other.ConnectionString);
        foreach (var sql in (string[])["delete from ntm.mt_events", "update ntm.evidence set size = 1", "delete from ntm.evidence_opening"])
        {
            await using var command = owner.CreateCommand(sql);
            Assert.Equal("NTM05", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
        }

        Assert.Equal(0, (await TypedCommand.RunAsync(_other.ConnectionString, "check")).Exit);
    }

    [Fact]
    public async Task A_backup_taken_while_others_record_is_one_moment_of_the_record()
    {
        using var stopping = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var number = 1_000;
            while (!stopping.IsCancellationRequested)
                Assert.Equal(HttpStatusCode.Created, (await _demo.Client.TellAsync(EvidenceDraft.Finding(number++))).Status);
        }, TestContext.Current.CancellationToken);
        TypedCommand backup;
        try
        {
            backup = await TypedCommand.RunAsync(_demo.ConnectionString, "backup", _files.Path("b.tar"));
        }
        finally
        {
            await stopping.CancelAsync();
            await writing;
        }

        Assert.Equal(0, backup.Exit);
        var restore = await BackedUp.RestoreAsync(_other, _files.Path("b.tar"));
        Assert.True(restore.Exit == 0, restore.Output + restore.Error);
    }

    [Fact]
    public async Task Accounts_come_back_with_their_offices_and_without_the_keys_of_their_tokens()
    {
        Assert.Equal(0, (await TypedCommand.RunAsync(_demo.ConnectionString, "user", "add", "lan", "--role", "auditor", "--area", "van-quan")).Exit);
        var token = await TypedCommand.RunAsync(_demo.ConnectionString, "token", "lan");
        Assert.Equal(0, (await TypedCommand.RunAsync(_demo.ConnectionString, "backup", _files.Path("d.tar"))).Exit);
        Assert.Equal(0, (await BackedUp.RestoreAsync(_other, _files.Path("d.tar"))).Exit);

        foreach (var told in (string[])["list", "acts"])
        {
            var there = await TypedCommand.RunAsync(_demo.ConnectionString, "user", told);
            var restored = await TypedCommand.RunAsync(_other.ConnectionString, "user", told);
            Assert.Contains("lan", restored.Output, StringComparison.Ordinal);
            Assert.Equal(there.Output, restored.Output);
        }

        Assert.Equal(0, token.Exit);
        await using var served = await ServedSession.OpenAsync(new Host.Database.DatabaseChoice.Named(_other.ConnectionString));
        Assert.Equal(HttpStatusCode.Unauthorized, (await served.Client.AskAsync("/api/units", ("Authorization", $"Bearer {token.Output.Trim()}"))).Status);
    }

    [Fact]
    public async Task A_database_that_holds_a_record_is_left_as_it_is()
    {
        Assert.Equal(0, (await TypedCommand.RunAsync(_demo.ConnectionString, "backup", _files.Path("c.tar"))).Exit);
        // An existing file is somebody's.
        Assert.Equal(1, (await TypedCommand.RunAsync(_demo.ConnectionString, "backup", _files.Path("c.tar"))).Exit);
        var before = (await _demo.Client.AskAsync("/api/entries")).Text;

        var refused = await TypedCommand.RunAsync(_demo.ConnectionString, "restore", _files.Path("c.tar"));

        Assert.Equal(1, refused.Exit);
        Assert.Contains("nothing was written", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, (await _demo.Client.AskAsync("/api/entries")).Text);
        Assert.Equal(2, (await TypedCommand.RunAsync(_demo.ConnectionString, "restore", _files.Path("nowhere.tar"))).Exit);
    }
}
