namespace Ntm.Host.Backups;

/// <summary>What a restore was held against, and whether all of it is equal (docs/reference/backup-format.md).</summary>
/// <param name="Program">The version that restored it.</param>
/// <param name="RestoredAt">UTC, six decimals, Z.</param>
public sealed record RestoreCertificate(
    string Format, string Program, string RestoredAt, RestoredFile File, bool Equal, IReadOnlyList<RestoreComparison> Compared)
{
    public const string ThisFormat = "ntm-restore-1";
}

/// <param name="Program">The version that made the backup.</param>
public sealed record RestoredFile(string Name, long Bytes, string Sha256, string Program, string TakenAt);

/// <param name="What">Such as <c>sequence</c>, <c>table mt_events</c> or <c>view finding</c>.</param>
public sealed record RestoreComparison(string What, string? Backup, string? Restored)
{
    internal const string FreshFold = "views that differ from a fresh fold";
    internal const string DamagedFiles = "evidence files whose content is not what was stored";

    public bool Equal => Backup == Restored;
}

/// <summary>What was compared, for people.</summary>
internal static class RestoreWords
{
    internal static string Of(string what) => what switch
    {
        "sequence" => "số mục ghi cuối · last sequence",
        "recordedAt" => "thời điểm ghi cuối · last recorded at",
        "entries" => "số mục ghi · entries",
        RestoreComparison.FreshFold => $"số bảng khác khi tính lại từ đầu · {what}",
        RestoreComparison.DamagedFiles => $"số tệp minh chứng hỏng · {what}",
        _ when what.StartsWith("table ", StringComparison.Ordinal) => $"các dòng của bảng · rows of {what}",
        _ => $"mã tổng của · digest of {what}",
    };
}
