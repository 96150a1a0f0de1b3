namespace Ntm.Host.PrivateClusters;

/// <summary>Where a private cluster belongs and how it is started; the defaults lose nothing that was committed.</summary>
public sealed record PrivateClusterOptions
{
    /// <summary>The directory the cluster belongs to; it is made when it is missing.</summary>
    public required string Home { get; init; }

    /// <summary>The directory that holds initdb, pg_ctl and postgres; null looks for them.</summary>
    public string? BinDirectory { get; init; }

    /// <summary>How long a start may take, crash recovery included, before it is given up.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Throw-away test clusters only: a crash of the machine may destroy the whole cluster.</summary>
    public bool UnsafeNoFsyncForTests { get; init; }

    /// <summary>NTM_HOME (else .ntm in the user's home) and NTM_PG_BIN, read through <paramref name="variable"/>.</summary>
    public static PrivateClusterOptions FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new PrivateClusterOptions
        {
            Home = Given(variable("NTM_HOME")) ?? Path.Combine(UserHome(variable), ".ntm"),
            BinDirectory = Given(variable("NTM_PG_BIN")),
        };
    }

    private static string UserHome(Func<string, string?> variable) =>
        Given(variable("HOME"))
        ?? Given(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile))
        ?? throw new PrivateClusterException(
            "There is no home directory to keep the database in.", "Set NTM_HOME to a directory that can be written.");

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
