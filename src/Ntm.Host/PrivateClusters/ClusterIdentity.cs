using System.Security.Cryptography;
using System.Text.Json;

namespace Ntm.Host.PrivateClusters;

/// <summary>What makes a cluster the one of its home; lies in the home, so that a home made anew gets a cluster of its own.</summary>
internal sealed record ClusterIdentity
{
    private const string OrdinaryDirectory = "cluster";
    private const string RootParent = "/var/lib/ntm";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public required string Id { get; init; }

    /// <summary>Relative to the home for an ordinary user, so that a home may be moved; absolute for root.</summary>
    public required string Directory { get; init; }

    /// <summary>The user the server runs as; null for the user of ntm.</summary>
    public string? Account { get; init; }

    public required string Password { get; init; }

    /// <summary>Once true, missing data is a loss and not a beginning.</summary>
    public bool Initialised { get; init; }

    public static ClusterIdentity ReadOrCreate(ClusterHome home)
    {
        if (!File.Exists(home.IdentityFile))
            return Create(home);

        var identity = Read(home);
        if (Environment.IsPrivilegedProcess != (identity.Account is not null))
            throw new PrivateClusterException(
                $"The cluster of {home.Path} was made by {(identity.Account is null ? "an ordinary user" : "root")}.",
                "Run ntm as that user, or set NTM_HOME to another directory.");

        return identity;
    }

    public void Save(ClusterHome home)
    {
        try
        {
            PrivateFiles.Replace(home.IdentityFile, JsonSerializer.Serialize(this, Json));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PrivateClusterException(
                $"{home.IdentityFile} cannot be written: {e.Message}", "Set NTM_HOME to a directory that can be written.", inner: e);
        }
    }

    private static ClusterIdentity Read(ClusterHome home)
    {
        try
        {
            return JsonSerializer.Deserialize<ClusterIdentity>(File.ReadAllText(home.IdentityFile), Json)
                ?? throw new JsonException("null");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new PrivateClusterException(
                $"{home.IdentityFile} cannot be read: {e.Message}",
                "Restore it from a copy: it holds the only password of the database.",
                inner: e);
        }
    }

    private static ClusterIdentity Create(ClusterHome home)
    {
        if (Path.Exists(Path.Combine(home.Path, OrdinaryDirectory)))
            throw new PrivateClusterException(
                $"{home.Path} holds a cluster, but {home.IdentityFile} with its password is gone.",
                $"Restore that file, or move {OrdinaryDirectory} away to begin with an empty database.");

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var account = Environment.IsPrivilegedProcess ? ServerAccount.Choose() : null;
        var identity = new ClusterIdentity
        {
            Id = id,
            Directory = account is null ? OrdinaryDirectory : Path.Combine(RootParent, id),
            Account = account?.Name,
            Password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)),
        };
        identity.Save(home);
        return identity;
    }
}
