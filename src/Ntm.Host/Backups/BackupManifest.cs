using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ntm.Host.Backups;

/// <summary>What a backup holds, and what its record comes to (docs/reference/backup-format.md).</summary>
/// <param name="Program">The version that made it.</param>
/// <param name="TakenAt">By the database's clock; UTC, six decimals, Z.</param>
/// <param name="Tables">In the order in which they are restored.</param>
/// <param name="Parts">Every part of the file before the manifest, in order.</param>
/// <param name="LeftOut">Tables in the schema of the record that are none of this program's.</param>
public sealed record BackupManifest(
    string Format, string Program, string TakenAt, BackupRecord Record, IReadOnlyList<BackupMigration> Migrations, IReadOnlyList<BackupTable> Tables,
    IReadOnlyList<BackupPart> Parts, IReadOnlyList<string> LeftOut)
{
    public const string ThisFormat = "ntm-backup-1";
}

/// <summary>What the record comes to.</summary>
/// <param name="RecordedAt">Of the last entry; null before the first.</param>
/// <param name="Views">The digest of each view as a fresh fold of the entries gives it.</param>
public sealed record BackupRecord(long Sequence, string? RecordedAt, long Entries, IReadOnlyList<BackupDigest> Views);

public sealed record BackupDigest(string View, string Digest);

public sealed record BackupMigration(int Number, string Name, string Sha256);

/// <param name="Sha256">Of its rows as they were copied, over all of its parts.</param>
public sealed record BackupTable(string Table, long Bytes, string Sha256);

public sealed record BackupPart(string Name, long Bytes, string Sha256);

/// <summary>JSON of backups: camelCase, indented.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BackupManifest))]
[JsonSerializable(typeof(RestoreCertificate))]
internal sealed partial class BackupJson : JsonSerializerContext
{
    internal static BackupJson Written { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
