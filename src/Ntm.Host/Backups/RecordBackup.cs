using Npgsql;
using Ntm.Domain.Time;
using Ntm.EventStore;
using Ntm.EventStore.Backup;
using Ntm.Host.Recording;
using Ntm.Projections.Views;

namespace Ntm.Host.Backups;

/// <summary>What a backup came to.</summary>
/// <param name="Sha256">Of the whole file.</param>
internal sealed record BackupResult(BackupManifest Manifest, string Sha256);

/// <summary>Writes the whole record into one file, as it stands at one moment, while hosts go on.</summary>
internal sealed class RecordBackup(NpgsqlDataSource database, Action<string> report)
{
    internal async Task<BackupResult> WriteAsync(Stream file, CancellationToken cancellation)
    {
        await using var writing = new BackupWriting(file, report);
        var snapshot = await RecordSnapshot.OpenAsync(database, cancellation);
        await using (snapshot)
        {
            foreach (var table in BackupTables.Held)
            {
                await using var rows = await snapshot.CopyAsync(table, cancellation);
                await writing.AddAsync(table, rows, cancellation);
            }
        }

        // Entries up to a number never change: they need no snapshot.
        var views = await FoldAsync(snapshot.Sequence, cancellation);
        BackupManifest? manifest = null;
        var sha256 = await writing.EndAsync((tables, parts) => manifest = new BackupManifest(
            BackupManifest.ThisFormat, ProgramVersion.Number, RecordTime.Format(snapshot.TakenAt), Of(snapshot, views),
            [.. snapshot.Migrations.Select(applied => new BackupMigration(applied.Number, applied.Name, applied.Sha256))], [.. tables], parts, snapshot.OtherTables), cancellation);
        return new BackupResult(manifest!, sha256);
    }

    internal static BackupRecord Of(RecordSnapshot snapshot, IReadOnlyList<BackupDigest> views) =>
        new(snapshot.Sequence, snapshot.RecordedAt is { } at ? RecordTime.Format(at) : null, snapshot.Entries, views);

    private async Task<IReadOnlyList<BackupDigest>> FoldAsync(long sequence, CancellationToken cancellation)
    {
        report("đang tính bảng · folding the views");
        var fold = new RecordFold();
        await RecordScanning.ReadAsync(new Record(database), sequence, fold, cancellation);
        return [.. FreshRows.DigestsOf(fold, cancellation).Select(view => new BackupDigest(view.View.Name, view.Digest.ToString()))];
    }
}
