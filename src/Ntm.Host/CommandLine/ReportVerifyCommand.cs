using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ntm.Host.Pages;
using Ntm.Host.Questions;
using Ntm.Host.Reports;
using Ntm.Host.Reports.Checking;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm report verify FILE</c>: whether a report is what the record gives.</summary>
internal static class ReportVerifyCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string>("file") { Description = "Tệp .xlsx, .docx hoặc .csv · a report" };
        var format = QuestionOptions.Format("table", "json");
        var command = new Command("verify", "Kiểm lại một báo cáo với sổ · hold a report against the record") { file, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                await context.Error.WriteLineAsync($"Không có tệp '{path}' · there is no file '{path}'");
                return ExitCodes.Usage;
            }

            await using var content = File.OpenRead(path);
            if (await FiledReports.ReceiveAsync(content, cancellation) is not { } bytes)
                return await QuestionOptions.RefuseAsync(context, ReportRefusals.FileTooLarge(FiledReports.Limits.FileBytes));
            await using var session = await context.OpenAsync(cancellation);
            var result = await new ReportChecking(session.Reports, session.Record, session.Live).CheckAsync(bytes, cancellation);
            if (result.Value is not { } check)
                return await QuestionOptions.RefuseAsync(context, result.Refusal!);
            if (parsed.GetValue(format) == "json")
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(check, AnswerJson.Written.ReportCheck));
            else
                await WriteAsync(context, check);
            return check.Verdict == ReportCheck.AlteredVerdict ? ExitCodes.Refused : ExitCodes.Done;
        });
        return command;
    }

    private static async Task WriteAsync(CommandContext context, ReportCheck check)
    {
        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{check.Verdict}: {CheckWords.Of(check)} · {CheckWords.InEnglish(check)}"));
        await context.Output.WriteLineAsync($"{check.Report} {check.Unit} {Words.Day(check.On)}, {check.KnownAt.Sequence}; SHA-256 {check.Sha256}");
        foreach (var cell in check.Altered)
            await context.Output.WriteLineAsync($"    {CheckWords.Of(cell)}");
        if (check.AlteredCount > check.Altered.Count)
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"    … {check.AlteredCount - check.Altered.Count}"));
        foreach (var entry in check.SupersededBy)
        {
            await context.Output.WriteLineAsync($"    {CheckWords.Of(entry)}");
            foreach (var cell in entry.Cells)
                await context.Output.WriteLineAsync($"        {CheckWords.Of(cell)}");
        }
    }
}
