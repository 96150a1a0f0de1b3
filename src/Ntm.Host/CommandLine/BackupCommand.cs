using System.CommandLine;
using System.Globalization;
using Ntm.EventStore.Migrations;
using Ntm.Host.Backups;
using Ntm.Host.Database;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm backup FILE</c>: the whole record in one file, while hosts go on.</summary>
internal static class BackupCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string>("file") { Description = "Tệp để ghi · the file to write" };
        var command = new Command("backup", "Sao lưu toàn bộ sổ vào một tệp · the whole record in one file") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            await using var place = await DatabasePlace.ReachAsync(DatabaseChoice.FromEnvironment(context.Variable), context.Logs, context.Time, cancellation);
            var (database, _) = await StoreConnection.OpenAsync(place.ConnectionString, cancellation);
            await using var closing = database;
            var progress = new ProgressLine(context);
            BackupResult result;
            var output = Open(path);
            try
            {
                await using (output)
                {
                    result = await new RecordBackup(database, progress.Report).WriteAsync(output, cancellation);
                    output.Flush(flushToDisk: true);
                }
            }
            catch
            {
                // A part would look like the whole.
                File.Delete(path);
                throw;
            }

            progress.End();
            var record = result.Manifest.Record;
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"Đã sao lưu {record.Entries} mục ghi đến số {record.Sequence} · backed up {record.Entries} entries up to {record.Sequence}"));
            await context.Output.WriteLineAsync($"SHA-256: {result.Sha256}");
            if (result.Manifest.LeftOut.Count > 0)
                await context.Error.WriteLineAsync($"Không có trong bản sao lưu · not in the backup: {string.Join(", ", result.Manifest.LeftOut)}");
            return ExitCodes.Done;
        });
        return command;
    }

    // An existing file is somebody's; this one holds everything there is, and is for its owner only.
    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
