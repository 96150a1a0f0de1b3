namespace Ntm.Host.PrivateClusters;

/// <summary>The unprivileged user PostgreSQL runs as when ntm runs as root.</summary>
internal sealed record ServerAccount(string Name, string GroupId)
{
    private static readonly string[] Candidates = ["postgres", "nobody"];

    public IEnumerable<string> SwitchUser => ["setpriv", $"--reuid={Name}", $"--regid={GroupId}", "--init-groups", "--"];

    public static ServerAccount Choose() =>
        Candidates.Select(Find).OfType<ServerAccount>().FirstOrDefault() ?? throw Missing(string.Join(" or ", Candidates));

    public static ServerAccount Named(string name) => Find(name) ?? throw Missing(name);

    private static ServerAccount? Find(string name) =>
        File.ReadLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .Where(fields => fields.Length > 3 && fields[0] == name)
            .Select(fields => new ServerAccount(name, fields[3]))
            .FirstOrDefault();

    private static PrivateClusterException Missing(string names) => new(
        $"PostgreSQL does not run as root, and this machine has no user {names}.",
        "Make one (sudo useradd --system postgres), or run ntm as an ordinary user.");
}
