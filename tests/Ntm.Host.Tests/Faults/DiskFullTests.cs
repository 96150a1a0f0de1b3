using System.Net;
using System.Text;
using Npgsql;
using Ntm.Host.Database;
using Ntm.Host.Tests.PrivateClusters;
using Ntm.Host.Tests.Recording;
using Ntm.Testing;

namespace Ntm.Host.Tests.Faults;

/// <summary>The disk of the database is full: told as such, nothing half-written, and on it goes when there is room again.</summary>
public sealed class DiskFullTests
{
    private const int Megabytes = 256;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);
    private static readonly string Note = new('x', 2_000);

    [Fact]
    public async Task A_full_disk_is_told_questions_are_answered_and_recording_goes_on_by_itself()
    {
        await using var disk = await SmallDisk.CreateAsync(Megabytes);
        await using var host = await ServedSession.OpenAsync(new DatabaseChoice.Private(disk.Home.Options));
        var sent = new List<Guid> { await TellUnitAsync(host) };
        disk.Fill();

        HttpAnswer answer;
        string line;
        do
        {
            sent.Add(Guid.NewGuid());
            line = Lines.Attained("xa-day", id: sent[^1], note: Note);
            answer = await host.Client.TellAsync(line);
        }
        while (answer.Status == HttpStatusCode.Created);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "store.full"), (answer.Status, answer.Codes.Single()));
        Assert.NotNull(answer.Response.Headers.RetryAfter);
        Assert.Contains("đã đầy", answer.Text, StringComparison.Ordinal);
        var english = await host.Client.TellAsync(Encoding.UTF8.GetBytes(line), HttpQuestions.Ndjson, ("Accept-Language", "en"));
        Assert.Contains("disk of the database is full", english.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.AskAsync("/api/units/xa-day/status?on=2020-12-31&set=ntm-2016-2020")).Status);
        Assert.StartsWith($"ready at {sent.Count - 1}\n", (await host.Client.AskAsync("/readyz")).Text, StringComparison.Ordinal);

        disk.Free();
        Assert.Equal(HttpStatusCode.Created, (await host.Client.TellAsync(line)).Status);
        Assert.Equal(sent, await host.Client.IdsInOrderAsync());
    }

    [Fact]
    public async Task A_server_that_fell_for_want_of_room_for_its_log_is_started_again_when_there_is_room()
    {
        await using var disk = await SmallDisk.CreateAsync(Megabytes);
        await using var host = await ServedSession.OpenAsync(new DatabaseChoice.Private(disk.Home.Options));
        var lines = new List<(Guid Id, string Line)>();
        var unit = await TellUnitAsync(host);
        var postmaster = await host.Session.Cluster!.PostmasterAsync();
        disk.Fill();

        // Each needs a segment of the log of its own.
        HttpAnswer answer;
        do
        {
            var id = Guid.NewGuid();
            lines.Add((id, Lines.Attained("xa-day", id: id)));
            answer = await host.Client.TellAsync(lines[^1].Line);
            await TryAsync(() => host.Session.Cluster!.DoAsync("select pg_switch_wal()"));
        }
        while (answer.Status == HttpStatusCode.Created);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains(answer.Codes.Single(), (string[])["store.full", "store.unavailable", "commit.outcome_unknown"]);
        // A table may have wanted room before the log did, and that fells no server.
        using var filling = new CancellationTokenSource(Soon);
        while ((await host.Client.AskAsync("/readyz")).Status == HttpStatusCode.OK)
        {
            filling.Token.ThrowIfCancellationRequested();
            await TryAsync(() => host.Session.Cluster!.DoAsync("select pg_logical_emit_message(true, 'full', 'full'), pg_switch_wal()"));
        }
        // What was known before needs no database.
        Assert.Equal(HttpStatusCode.OK, (await host.Client.AskAsync("/api/units/xa-day/status?on=2020-12-31&set=ntm-2016-2020&knownAt=1")).Status);

        disk.Free();
        using var patience = new CancellationTokenSource(Soon);
        while ((await host.Client.AskAsync("/readyz")).Status != HttpStatusCode.OK)
            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
        Assert.NotEqual(postmaster, await host.Session.Cluster!.PostmasterAsync());
        foreach (var (_, line) in lines)
            Assert.True((await host.Client.TellAsync(line)).Status is HttpStatusCode.OK or HttpStatusCode.Created);
        Assert.Equal([unit, .. lines.Select(line => line.Id)], await host.Client.IdsInOrderAsync());
    }

    private static async Task<Guid> TellUnitAsync(ServedSession host)
    {
        var id = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.Created, (await host.Client.TellAsync(Lines.Established("xa-day", id: id))).Status);
        return id;
    }

    private static async Task TryAsync(Func<Task> deed)
    {
        try
        {
            await deed();
        }
        catch (NpgsqlException)
        {
            // The server is gone already.
        }
    }
}
