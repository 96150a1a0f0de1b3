using System.Globalization;

namespace Ntm.UnderFire.Tests;

/// <summary>How large a run under fire is: the figures that prove something with ./ntm test --full, a taste of them otherwise.</summary>
/// <param name="Each">Entries of each writer.</param>
/// <param name="HostKills">Times a host is killed, and <paramref name="ServerKills"/> times PostgreSQL.</param>
/// <param name="Held">How long a foreign transaction is held open, <paramref name="HeldTimes"/> times.</param>
internal sealed record Scale(
    int Hosts, int Writers, int Each, int Readers, int HostKills, int ServerKills, int HeldTimes, TimeSpan Held, TimeSpan AtMost)
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("NTM_TEST_FULL") == "1";

    public static Scale OneHost { get; } = IsFull
        ? new(1, 32, 31_250, 16, 10, 10, 4, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(45))
        : new(1, 8, 500, 4, 1, 1, 1, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(3));

    public static Scale TwoHosts { get; } = IsFull
        ? new(2, 32, 5_000, 16, 6, 2, 2, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(15))
        : new(2, 8, 250, 4, 1, 0, 0, TimeSpan.Zero, TimeSpan.FromMinutes(3));

    /// <summary>Nobody is killed; 32 write and 32 ask for as long as they write, without much of a pause.</summary>
    public static Scale Load { get; } = new(1, 32, IsFull ? 450 : 100, 32, 0, 0, 0, TimeSpan.Zero, TimeSpan.FromMinutes(IsFull ? 20 : 3)) { LongestPause = 12 };

    /// <summary>Milliseconds a reader waits between two questions, at most.</summary>
    public int LongestPause { get; private init; } = 120;

    public int Entries => Writers * Each;

    /// <summary>NTM_FIRE_SEED repeats a run: the same lines, batches, questions and places to kill at, though never the same interleaving.</summary>
    public static int Seed() => Environment.GetEnvironmentVariable("NTM_FIRE_SEED") is { Length: > 0 } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : Random.Shared.Next();
}
