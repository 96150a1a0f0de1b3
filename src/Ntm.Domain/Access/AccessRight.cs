namespace Ntm.Domain.Access;

/// <summary>What a route or a command asks of whoever calls it.</summary>
public enum AccessRight
{
    /// <summary>Nothing: it tells nothing of the record.</summary>
    Open,

    /// <summary>To hold the database: commands that only read, or keep the installation. No account is asked for.</summary>
    HoldTheDatabase,

    /// <summary>To read the record. Every office reads all of it: answers are the same bytes for everybody (contract of docs/reference/http.md).</summary>
    Read,

    /// <summary>To record; which entries, <see cref="RecordingRights"/> says line by line.</summary>
    Record,

    /// <summary>To store a file that entries shall rest on.</summary>
    StoreEvidence,

    /// <summary>To open such a file: it may name people. Only where an entry of the area rests on it, and for who stored it.</summary>
    ReadEvidence,

    /// <summary>To see who opened which file.</summary>
    ReadOpenings,

    /// <summary>One's own session and password.</summary>
    OwnAccount,

    /// <summary>Accounts and offices, inside the administrator's area.</summary>
    KeepAccounts,
}

/// <summary>Which roles hold which right.</summary>
public static class AccessRights
{
    private static readonly IReadOnlyList<Role> Everyone = Roles.Names.Values;
    private static readonly IReadOnlyList<Role> Recorders = [.. Roles.Names.Values.Where(role => role != Role.Administrator)];

    public static IReadOnlyList<(AccessRight Right, IReadOnlyList<Role> Roles)> All { get; } =
    [
        (AccessRight.Open, Everyone),
        (AccessRight.HoldTheDatabase, Everyone),
        (AccessRight.Read, Everyone),
        (AccessRight.Record, Recorders),
        (AccessRight.StoreEvidence, Recorders),
        (AccessRight.ReadEvidence, Recorders),
        (AccessRight.ReadOpenings, [Role.Auditor, Role.Administrator]),
        (AccessRight.OwnAccount, Everyone),
        (AccessRight.KeepAccounts, [Role.Administrator]),
    ];

    public static IReadOnlyList<Role> Holding(AccessRight right) => All.First(row => row.Right == right).Roles;

    public static bool Holds(this Office office, AccessRight right) => Holding(right).Contains(office.Role);
}
