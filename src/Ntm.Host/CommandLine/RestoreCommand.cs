using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ntm.EventStore.Backup;
using Ntm.Host.Backups;
using Ntm.Host.Database;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm restore FILE</c>: a backup into an empty database, with a certificate of what it was held against.</summary>
internal static class RestoreCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string>("file") { Description = "Bản sao lưu · the backup" };
        var certificate = new Option<string?>("--certificate") { Description = "Ghi giấy xác nhận ra tệp JSON · write the certificate as JSON" };
        var command = new Command("restore", "Khôi phục một bản sao lưu vào cơ sở dữ liệu trống · a backup into an empty database") { file, certificate };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                await context.Error.WriteLineAsync($"Không có tệp '{path}' · there is no file '{path}'");
                return ExitCodes.Usage;
            }

            try
            {
                return await RunAsync(context, path, parsed.GetValue(certificate), cancellation);
            }
            catch (Exception fault) when (fault is BackupDamagedException or DatabaseNotEmptyException)
            {
                await context.Error.WriteLineAsync($"Không khôi phục, không có gì được ghi · Not restored, nothing was written: {fault.Message}");
                return ExitCodes.Refused;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string path, string? certificatePath, CancellationToken cancellation)
    {
        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var progress = new ProgressLine(context);
        progress.Report("đang kiểm tệp · verifying the file");
        var backup = await BackupFile.VerifyAsync(content, cancellation);
        await using var place = await DatabasePlace.ReachAsync(DatabaseChoice.FromEnvironment(context.Variable), context.Logs, context.Time, cancellation);
        var certificate = await new RecordRestoring(place.ConnectionString, context.Logs, context.Time, progress.Report)
            .RunAsync(backup, Path.GetFileName(path), cancellation);
        progress.End();
        if (certificatePath is not null)
        {
            await using var written = new FileStream(certificatePath, FileMode.CreateNew, FileAccess.Write);
            await JsonSerializer.SerializeAsync(written, certificate, BackupJson.Written.RestoreCertificate, cancellation);
        }

        await TellAsync(context, certificate, backup.Manifest.Record);
        return certificate.Equal ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static async Task TellAsync(CommandContext context, RestoreCertificate certificate, BackupRecord record)
    {
        await context.Output.WriteLineAsync("GIẤY XÁC NHẬN KHÔI PHỤC · CERTIFICATE OF RESTORE");
        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"Tệp · file: {certificate.File.Name}, {certificate.File.Bytes} byte, {certificate.File.TakenAt}"));
        await context.Output.WriteLineAsync($"SHA-256: {certificate.File.Sha256}");
        await context.Output.WriteLineAsync($"Chương trình · program: {certificate.Program} ({certificate.RestoredAt})");
        foreach (var comparison in certificate.Compared)
        {
            await context.Output.WriteLineAsync(comparison.Equal
                ? $"  bằng · equal      {RestoreWords.Of(comparison.What)}: {comparison.Restored ?? "–"}"
                : $"  KHÁC · DIFFERENT  {RestoreWords.Of(comparison.What)}: {comparison.Backup ?? "–"} → {comparison.Restored ?? "–"}");
        }

        await context.Output.WriteLineAsync(certificate.Equal
            ? $"Sổ đã khôi phục đến mục ghi {record.Sequence} và đúng với bản sao lưu · the record is restored up to entry {record.Sequence} and equal to the backup"
            : "Sổ đã khôi phục KHÔNG đúng với bản sao lưu; đừng dùng · what was restored is NOT equal to the backup; do not use it");
    }
}
