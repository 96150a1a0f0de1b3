using Ntm.UnderFire.Tests.Asking;
using Ntm.UnderFire.Tests.Examining;
using Ntm.UnderFire.Tests.Following;
using Ntm.UnderFire.Tests.Killing;
using Ntm.UnderFire.Tests.Programs;
using Ntm.UnderFire.Tests.Saying;

namespace Ntm.UnderFire.Tests;

/// <summary>
/// The promise of the record, held while everything that can go down goes down: writers, readers and a follower over HTTP, a foreign
/// writer that holds its transaction open, and SIGKILL to the host and to PostgreSQL.
/// </summary>
public sealed class UnderFireTests(ITestOutputHelper output)
{
    [Fact]
    public Task Nothing_is_lost_doubled_or_answered_twice_differently_while_host_and_database_are_killed() => RunAsync(Scale.OneHost);

    [Fact]
    public Task Two_hosts_on_one_database_are_one_record_while_they_are_killed() => RunAsync(Scale.TwoHosts);

    private async Task RunAsync(Scale scale)
    {
        var seed = Scale.Seed();
        // First of all, so that it stands there however the run ends.
        Print($"seed {seed}: {scale.Entries} entries of {scale.Writers} writers, {scale.Hosts} hosts, {scale.HostKills} host kills, {scale.ServerKills} PostgreSQL kills");
        await using var server = await DurableServer.StartAsync();
        await using var hosts = new Hosts(scale.Hosts, server.ConnectionString);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(scale.AtMost);
        await hosts.StartAsync(stop.Token);
        using var run = new Run(scale, seed, server, hosts.All, stop);
        await Country.EstablishAsync(run);

        var follower = new Follower(run);
        var readers = Enumerable.Range(0, scale.Readers).Select(number => new Reader(run, number)).ToList();
        await BurnAsync(run, follower, readers);
        await ExamineAsync(run, follower, readers, hosts);
    }

    private async Task BurnAsync(Run run, Follower follower, List<Reader> readers)
    {
        using var enough = new CancellationTokenSource();
        var kills = new Kills(run);
        var watching = kills.WatchHostsAsync(enough.Token);
        List<Task> writing = [.. Enumerable.Range(0, run.Scale.Writers).Select(number => run.Beside(new Writer(run, number).WriteAllAsync))];
        var all = Task.WhenAll(
        [
            .. writing, run.Beside(kills.KillAllAsync), run.Beside(() => run.Held.HoldAsync(run)), run.Beside(follower.FollowAsync),
            .. readers.Select(reader => run.Beside(reader.AskAllAsync)),
        ]);
        try
        {
            await Task.WhenAll(writing);
            Print($"seed {run.Seed}: {run.Scale.Entries} entries in {run.Watch.Elapsed.TotalSeconds:N0} s, {run.Scale.Entries / run.Watch.Elapsed.TotalSeconds:N0} entries/s; {run.Tally}");
            await all;
        }
        catch (Exception fault) when (run.Stopped.IsCancellationRequested)
        {
            run.AssertNothingWrong();
            Assert.Fail($"seed {run.Seed}: not done after {run.Scale.AtMost}, at {run.Acknowledged.Count} entries; {run.Tally}\n{fault}");
        }
        finally
        {
            // Nobody may start a host any more when the hosts are ended.
            await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await enough.CancelAsync();
            await watching;
        }

        run.AssertNothingWrong();
        Assert.Equal(run.Scale.HostKills + run.Scale.ServerKills, run.Tally.Kills);
    }

    private async Task ExamineAsync(Run run, Follower follower, List<Reader> readers, Hosts hosts)
    {
        // Nothing of what was answered may rest on what a host has in memory.
        await hosts.StartAgainAsync(run.Stopped);
        var examination = new RecordExamination(run);
        await examination.ExamineAsync(follower);
        await TableExamination.ExamineAsync(run.Server, examination.Stamps.Count, run.Stopped);
        var answers = readers.SelectMany(reader => reader.Kept).ToList();
        var compared = await new AnswersExamination(run, examination.Stamps).ExamineAsync(answers);
        var inside = readers.Sum(reader => reader.InsideHeld);
        // In a short run the one question for such an instant may be the one a kill leaves without an answer.
        Assert.True(answers.Count > 0 && (inside > 0 || !Scale.IsFull), "no question fell where it should");
        Print($"seed {run.Seed}: {examination.Stamps.Count} entries stand, 0 lost, 0 twice, 0 gaps; {answers.Count} answers, {inside} of them for instants inside {run.Held.Committed.Count / HeldAppends.Entries} held transactions, asked again {compared} times and byte-equal; {run.Watch.Elapsed.TotalSeconds:N0} s");
    }

    private void Print(FormattableString line)
    {
        var text = FormattableString.Invariant(line);
        output.WriteLine(text);
        Console.WriteLine(text);
    }
}
