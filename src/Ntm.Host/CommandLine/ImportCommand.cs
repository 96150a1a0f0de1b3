using System.CommandLine;
using Ntm.EventStore;
using Ntm.Host.Recording;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm import FILE</c>: checks the whole file, then records it in chunks; run again, it goes on where it stopped.</summary>
internal static class ImportCommand
{
    private const int RefusalsShown = 50;

    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string>("file") { Description = "Tệp NDJSON · a file of lines" };
        var skipRefused = new Option<string?>("--skip-refused")
        {
            Description = "Ghi các dòng bị từ chối vào tệp này và nhập phần còn lại · write refused lines to this file and record the rest",
        };
        var command = new Command("import", "Nhập một tệp mục ghi vào sổ · record a file of entries") { file, skipRefused };
        command.Subcommands.Add(ImportUnitsCommand.Create(context));
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                await context.Error.WriteLineAsync($"Không có tệp '{path}' · there is no file '{path}'");
                return ExitCodes.Usage;
            }

            await using var session = await context.OpenAsync(cancellation);
            if (await context.ActAsync(session) is not { } act)
                return ExitCodes.Refused;
            var import = new FileImport(session.Record, session.Live, session.Recorder, session.Catalog, () => session.Questions.Today, session.Time);
            await using var skipped = parsed.GetValue(skipRefused) is { } output
                ? new SkippedLinesFile(new FileStream(output, FileMode.CreateNew, FileAccess.Write))
                : null;
            var progress = new ImportReport(context);
            try
            {
                return await ReportAsync(context, await import.RunAsync(() => File.OpenRead(path), act, progress, cancellation, skipped));
            }
            catch (Exception fault) when (fault is StoreUnavailableException or CommitOutcomeUnknownException or ClockBehindException)
            {
                await context.Error.WriteLineAsync(Resumption(progress.LastRecorded));
                throw;
            }
        });
        command.Subcommands.Add(ImportTableCommand.Create(context));
        command.Subcommands.Add(ImportTemplateCommand.Create(context));
        return command;
    }

    internal static async Task<int> ReportAsync(CommandContext context, ImportResult result)
    {
        foreach (var (line, refusal) in result.Refusals.Take(RefusalsShown))
            await context.Error.WriteLineAsync($"dòng · line {line}: {refusal.Code}: {refusal.Vietnamese} · {refusal.English}");
        if (result.Refusals.Count > RefusalsShown)
            await context.Error.WriteLineAsync($"… và {result.Refusals.Count - RefusalsShown} lỗi nữa · and more");

        var summary = $"{result.Recorded} mục ghi mới, {result.Repeated} đã có từ trước · {result.Recorded} recorded, {result.Repeated} stood before";
        if (result.Skipped > 0)
            summary += $"; {result.Skipped} dòng bị từ chối được bỏ qua · {result.Skipped} refused lines passed over";
        if (result.Stopped)
            await context.Error.WriteLineAsync($"Đã dừng theo yêu cầu · Stopped as asked. {Resumption(result.LastLine)}");
        await context.Output.WriteLineAsync(result.Refusals.Count == 0
            ? summary
            : $"Bị từ chối; dòng cuối đã ghi: {result.LastLine}. {summary}");
        return result.Refusals.Count == 0 && !result.Stopped ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static string Resumption(int lastLine) =>
        $"Dòng cuối đã ghi: {lastLine}; chạy lại cùng lệnh để ghi tiếp · Last line recorded: {lastLine}; run the same command again to go on";
}
