using System.Collections.Concurrent;
using System.Net;
using Ntm.Host.Tests.Recording;
using Ntm.Testing;

namespace Ntm.Host.Tests.Faults;

/// <summary>SIGTERM and Ctrl-C: what was acknowledged stands, what was not taken in is told so, and the program ends in order.</summary>
public sealed class StoppingTests(RecordingDatabase database) : IClassFixture<RecordingDatabase>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private enum Fate
    {
        Acknowledged,
        ToldNotToBeRecorded,
        ConnectionClosed,
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_host_stopped_under_load_has_kept_all_it_acknowledged_and_told_the_others(string signal)
    {
        var (process, address) = await HostProcess.ServeAsync(database.ConnectionString);
        await using var closing = process;
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 32 }) { BaseAddress = address };
        var fates = new ConcurrentDictionary<Guid, Fate>();
        var callers = Enumerable.Range(0, 32).Select(caller => CallAsync(http, $"{signal.ToLowerInvariant()}-{caller}", fates)).ToList();
        while (fates.Count < 500)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);

        await process.SignalAsync(signal);

        Assert.Equal(0, await process.EndAsync(Soon));
        await Task.WhenAll(callers);
        var standing = await IdsAsync();
        Assert.All(fates.Where(line => line.Value == Fate.Acknowledged), line => Assert.Contains(line.Key, standing));
        Assert.All(fates.Where(line => line.Value == Fate.ToldNotToBeRecorded), line => Assert.DoesNotContain(line.Key, standing));
        // A caller whose connection was closed before the answer asks again with the same ids, and there is at most one such request each.
        Assert.InRange(fates.Count(line => line.Value == Fate.ConnectionClosed), 0, 32);
        Assert.Equal("", process.Error.Trim());
    }

    [Fact]
    public async Task What_was_taken_in_is_answered_and_nothing_more_is_taken()
    {
        var (process, address) = await HostProcess.ServeAsync(database.ConnectionString);
        await using var closing = process;
        using var http = new HttpClient { BaseAddress = address };
        Task<HttpAnswer> taken;
        await using (await database.HoldOrderAsync())
        {
            taken = http.TellAsync(Lines.Established("dang-ghi"));
            await database.UntilWaitingAsync();
            await process.SignalAsync("TERM");
            await Assert.ThrowsAsync<HttpRequestException>(async () =>
            {
                while (true)
                {
                    using var late = new HttpClient { BaseAddress = address };
                    var answer = await late.AskAsync("/healthz");
                    if (answer.Status == HttpStatusCode.ServiceUnavailable)
                        Assert.Equal(["host.stopping"], answer.Codes);
                }
            });
            Assert.False(process.HasExited);
        }

        Assert.Equal(HttpStatusCode.Created, (await taken).Status);
        Assert.Equal(0, await process.EndAsync(Soon));
    }

    [Fact]
    public async Task A_second_signal_ends_the_program_at_once()
    {
        var (process, address) = await HostProcess.ServeAsync(database.ConnectionString);
        await using var closing = process;
        using var http = new HttpClient { BaseAddress = address };
        await using var held = await database.HoldOrderAsync();
        var taken = http.TellAsync(Lines.Established("bo-do"));
        await database.UntilWaitingAsync();
        await process.SignalAsync("TERM");
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        Assert.False(process.HasExited);

        await process.SignalAsync("TERM");

        Assert.Equal(128 + 15, await process.EndAsync(TimeSpan.FromSeconds(5)));
        await Assert.ThrowsAsync<HttpRequestException>(() => taken);
    }

    [Fact]
    public async Task A_record_nobody_gives_back_does_not_keep_the_host_from_ending()
    {
        var (process, address) = await HostProcess.ServeAsync(database.ConnectionString);
        await using var closing = process;
        using var http = new HttpClient { BaseAddress = address };
        await using var held = await database.HoldOrderAsync();
        var taken = http.TellAsync(Lines.Established("khong-tra"));
        await database.UntilWaitingAsync();
        await process.SignalAsync("TERM");

        var answer = await taken;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "order.held"), (answer.Status, answer.Codes.Single()));
        Assert.Equal(0, await process.EndAsync(Soon));
    }

    // Until the host is gone.
    private static async Task CallAsync(HttpClient http, string unit, ConcurrentDictionary<Guid, Fate> fates)
    {
        for (var turn = 0; ; turn++)
        {
            var id = Guid.NewGuid();
            try
            {
                var answer = await http.TellAsync(Lines.Established($"{unit}-{turn}", id: id));
                Assert.True(answer.Status is HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable, answer.Text);
                if (answer.Status == HttpStatusCode.ServiceUnavailable)
                    Assert.Contains(answer.Codes.Single(), (string[])["host.stopping", "store.unavailable"]);
                fates[id] = answer.Status == HttpStatusCode.Created ? Fate.Acknowledged : Fate.ToldNotToBeRecorded;
            }
            catch (HttpRequestException fault)
            {
                // Refused at the door, nothing was handed in.
                fates[id] = fault.HttpRequestError == HttpRequestError.ConnectionError ? Fate.ToldNotToBeRecorded : Fate.ConnectionClosed;
                return;
            }
        }
    }

    private async Task<HashSet<Guid>> IdsAsync()
    {
        await using var session = await database.OpenHostAsync();
        var ids = new HashSet<Guid>();
        await foreach (var entry in session.Record.ReadAsync(0, long.MaxValue, null, TestContext.Current.CancellationToken))
            ids.Add(entry.Id);
        return ids;
    }
}
