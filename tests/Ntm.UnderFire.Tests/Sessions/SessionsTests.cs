using System.Diagnostics;
using Ntm.Domain.Access;
using Ntm.Host.Demo;
using Ntm.Testing;
using Ntm.UnderFire.Tests.Programs;

namespace Ntm.UnderFire.Tests.Sessions;

/// <summary>A province at work: 500 sessions that ask and 50 that record, each with an account, one host, pages and programs mixed.</summary>
public sealed class SessionsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Five_hundred_ask_and_fifty_record_and_nobody_is_told_an_error()
    {
        var crowd = Crowd.OfThisRun;
        var seed = Scale.Seed();
        Print($"seed {seed}: {crowd.Reading} sessions reading, {crowd.Writing} writing, {crowd.Lasts.TotalSeconds} s");
        await using var server = await DurableServer.StartAsync();
        await using var host = new NtmServe(server.ConnectionString);
        await host.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = host.Address };
        Assert.Equal(201, (int)(await client.TellAsync(DemoRecord.Lines(synthetic: true), HttpQuestions.Ndjson)).Status);
        IReadOnlyList<string> communes = [.. (await client.AskAsync("/api/units?under=van-quan&on=2018-12-31")).Json.AsArray().Select(unit => unit!["unit"]!.GetValue<string>())];
        var (asking, recording) = (await Offices.OpenAsync(server.ConnectionString, Role.Auditor, 50), await Offices.OpenAsync(server.ConnectionString, Role.AppraisalTeam, crowd.Writing));
        client.DefaultRequestHeaders.Authorization = new("Bearer", asking[0]);
        // A host hears of accounts a moment after they are made.
        for (var look = 0; look < 100 && (int)(await client.AskAsync("/api/units?on=2018-12-31")).Status != 200; look++)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        var before = await client.CountAsync();

        var durations = new Durations();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        List<Session> sessions = [.. Enumerable.Range(0, crowd.Reading + crowd.Writing).Select(number => new Session(
            number, host.Address, number < crowd.Reading ? asking[number % asking.Count] : recording[number - crowd.Reading], seed, durations))];
        await sessions[0].WarmUpAsync(communes);
        var watch = Stopwatch.StartNew();
        stop.CancelAfter(crowd.Lasts);
        var reading = sessions.Take(crowd.Reading).Select(session => session.ReadAsync(communes, stop.Token)).ToList();
        var recorded = await Task.WhenAll(sessions.Skip(crowd.Reading).Select(session => session.WriteAsync(communes, stop.Token)));
        await Task.WhenAll(reading);
        sessions.ForEach(session => session.Dispose());

        Print($"seed {seed}: {recorded.Sum()} entries recorded in {watch.Elapsed.TotalSeconds:N0} s; memory of the host at most {host.PeakMemory}\n{durations}");
        Assert.True(durations.Errors.Count == 0, $"{durations.Errors.Count} errors, first of all:\n{string.Join('\n', durations.Errors.Take(10))}");
        Assert.Equal(before + recorded.Sum(), await client.CountAsync());
    }

    private void Print(FormattableString line)
    {
        var text = FormattableString.Invariant(line);
        output.WriteLine(text);
        Console.WriteLine(text);
    }
}
