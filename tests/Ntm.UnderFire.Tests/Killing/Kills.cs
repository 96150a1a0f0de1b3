using Ntm.UnderFire.Tests.Programs;

namespace Ntm.UnderFire.Tests.Killing;

/// <summary>Kills hosts and PostgreSQL with SIGKILL at places of the run nobody chose, and starts them again.</summary>
internal sealed class Kills(Run run)
{
    private readonly Random _dice = new(run.Seed);

    public async Task KillAllAsync()
    {
        foreach (var (due, hostToo) in Places())
        {
            while (run.Acknowledged.Count < due)
                await Task.Delay(TimeSpan.FromMilliseconds(2), run.Stopped);
            // Not always right after an answer.
            await PauseAsync(30);
            if (hostToo)
                await KillHostAsync(run.Hosts[_dice.Next(run.Hosts.Count)]);
            else
                await KillServerAsync();
        }
    }

    /// <summary>A host that ended and was not killed is a finding of its own.</summary>
    public async Task WatchHostsAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            foreach (var host in run.Hosts.Where(host => host.EndedByItself))
                run.Wrong($"the host at {host.Address} ended by itself:\n{host.Said}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private (int Due, bool Host)[] Places()
    {
        var places = Enumerable.Range(0, run.Scale.HostKills + run.Scale.ServerKills)
            .Select(kill => (Due: _dice.Next(run.Scale.Entries / 50, run.Scale.Entries * 49 / 50), Host: kill < run.Scale.HostKills)).ToArray();
        Array.Sort(places);
        return places;
    }

    private async Task KillHostAsync(NtmServe host)
    {
        await host.KillAsync();
        run.Tally.HostKilled();
        await PauseAsync(200);
        await host.StartAsync(run.Stopped);
    }

    private async Task KillServerAsync()
    {
        await run.Server.KillAsync(run.Stopped);
        run.Tally.ServerKilled();
        await PauseAsync(200);
        await run.Server.RestartAsync(run.Stopped);
    }

    private Task PauseAsync(int milliseconds) => Task.Delay(TimeSpan.FromMilliseconds(_dice.Next(milliseconds)), run.Stopped);
}
