using System.Globalization;

namespace Ntm.Fuzz.Tests;

/// <summary>How many requests a run sends: 100,000 with ./ntm test --full, a few thousand otherwise, or NTM_FUZZ_REQUESTS.</summary>
internal static class FuzzScale
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("NTM_TEST_FULL") == "1";

    public static int Requests { get; } = Number("NTM_FUZZ_REQUESTS") ?? (IsFull ? 100_000 : 3_000);

    /// <summary>At the same time, each on a connection of its own.</summary>
    public const int Callers = 12;

    /// <summary>NTM_FUZZ_SEED sends the same requests again.</summary>
    public static int Seed() => Number("NTM_FUZZ_SEED") ?? Random.Shared.Next();

    /// <summary>NTM_FUZZ_REQUEST sends one request of the seed alone.</summary>
    public static int? Only => Number("NTM_FUZZ_REQUEST");

    private static int? Number(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : null;
}
