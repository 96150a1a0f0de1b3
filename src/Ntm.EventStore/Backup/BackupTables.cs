namespace Ntm.EventStore.Backup;

/// <summary>
/// Which tables a backup holds, and which not and why. A new table has to be entered in one of these lists; a test compares them with the
/// schema.
/// </summary>
public static class BackupTables
{
    /// <summary>In the order in which they are restored: what others refer to comes first.</summary>
    public static IReadOnlyList<string> Held { get; } =
    [
        "append_head", "entry_type", "mt_streams", "mt_events", "evidence", "evidence_piece", "evidence_deposit", "evidence_opening",
        "account", "account_office", "person", "account_act",
    ];

    /// <summary>Made again from what is held, by this program or by Marten's daemon, or by migrating.</summary>
    public static IReadOnlyList<string> MadeAgain { get; } =
        ["finding", "finding_period", "unit_period", "projection", "mt_event_progression", "mt_high_water_skips", "schema_migration"];

    /// <summary>Secrets, which a copy must not spread: after a restore tokens are given and sessions begun anew.</summary>
    public static IReadOnlyList<string> Kept { get; } = ["signing_key", "protection_key"];

    internal static string CopyOut(string table) => StoreSql.Read($"backup_{table}.sql");

    internal static string CopyIn(string table) => StoreSql.Read($"restore_{table}.sql");
}
