using System.Globalization;
using System.Security.Cryptography;
using Npgsql;
using Ntm.Domain.Time;
using Ntm.EventStore.Backup;
using Ntm.EventStore.Migrations;
using Ntm.Host.Database;
using Ntm.Host.Evidence;
using Ntm.Host.Views;

namespace Ntm.Host.Backups;

/// <summary>
/// Puts a verified backup into an empty database, then holds what is there against it: every table byte by byte, the entries folded afresh,
/// every file hashed.
/// </summary>
internal sealed class RecordRestoring(string connectionString, ILoggerFactory logs, TimeProvider time, Action<string> report)
{
    /// <exception cref="DatabaseNotEmptyException">Nothing was changed.</exception>
    /// <exception cref="MigrationMismatchException">The backup is of a newer program, or of another history; nothing was changed.</exception>
    internal async Task<RestoreCertificate> RunAsync(BackupFile backup, string name, CancellationToken cancellation)
    {
        RequireKnownHistory(backup.Manifest);
        await new RecordRestore(connectionString).RunAsync(
            [.. backup.Manifest.Tables.Select(table => table.Table)], (table, rows) => backup.CopyAsync(table, rows, report, cancellation), cancellation);

        var compared = new List<RestoreComparison>();
        await CompareTablesAsync(backup.Manifest, compared, cancellation);
        await CompareReplayAsync(backup.Manifest, compared, cancellation);
        return new RestoreCertificate(
            RestoreCertificate.ThisFormat, ProgramVersion.Number, RecordTime.Format(time.GetUtcNow()),
            new RestoredFile(name, backup.File.Length, backup.Sha256, backup.Manifest.Program, backup.Manifest.TakenAt),
            compared.All(comparison => comparison.Equal), compared);
    }

    private static void RequireKnownHistory(BackupManifest manifest)
    {
        foreach (var (migration, place) in manifest.Migrations.Select((migration, place) => (migration, place)))
        {
            if (place >= Migrator.Shipped.Count || Migrator.Shipped[place].Hash != migration.Sha256)
                throw new MigrationMismatchException(
                    $"Bản sao lưu có bước {migration.Name} mà chương trình này không có · the backup has migration {migration.Name}, which this program does not have. Use the program that made it, or a newer one.");
        }
    }

    private async Task CompareTablesAsync(BackupManifest manifest, List<RestoreComparison> compared, CancellationToken cancellation)
    {
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await using var snapshot = await RecordSnapshot.OpenAsync(database, cancellation);
        var record = RecordBackup.Of(snapshot, []);
        compared.Add(new("sequence", Text(manifest.Record.Sequence), Text(record.Sequence)));
        compared.Add(new("recordedAt", manifest.Record.RecordedAt, record.RecordedAt));
        compared.Add(new("entries", Text(manifest.Record.Entries), Text(record.Entries)));
        foreach (var table in manifest.Tables)
        {
            report($"đang so · comparing {table.Table}");
            await using var rows = await snapshot.CopyAsync(table.Table, cancellation);
            compared.Add(new($"table {table.Table}", table.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(rows, cancellation))));
        }
    }

    private async Task CompareReplayAsync(BackupManifest manifest, List<RestoreComparison> compared, CancellationToken cancellation)
    {
        await using var session = await RecordSession.OpenAsync(new DatabaseChoice.Named(connectionString), logs, time, cancellation);
        var check = await new ViewCheck(session).RunAsync(report, cancellation);
        var views = await ViewPosition.ReadAsync(session.ViewConnections, cancellation);
        foreach (var view in manifest.Record.Views)
            compared.Add(new($"view {view.View}", view.Digest, views.SingleOrDefault(standing => standing.Name == view.View)?.Digest.ToString()));
        compared.Add(new(RestoreComparison.FreshFold, "0", Text(check.Differences.Count)));
        var files = await new EvidenceCheck(session.Evidence, session.Live.Index).RunAsync(report, cancellation);
        compared.Add(new(RestoreComparison.DamagedFiles, "0", Text(files.Damaged.Count)));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
