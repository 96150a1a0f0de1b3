using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ntm.Domain.Interchange;
using Ntm.Host.Pages;
using Ntm.Host.Plans;
using Ntm.Host.Questions;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm plan import FILE</c>: records a plan with its targets, all or nothing; of a plan issued before, what is different.</summary>
internal static class PlanImportCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = PlanCommand.File();
        var dryRun = new Option<bool>("--dry-run") { Description = "Chỉ cho xem sẽ ghi gì · only show what would be recorded" };
        var format = QuestionOptions.Format("table", "json", "ndjson");
        var command = new Command("import", "Ghi một kế hoạch cùng các chỉ tiêu của nó · record a plan with its targets") { file, dryRun, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
                return await PlanValidateCommand.RefuseMissingAsync(context, path);
            await using var session = await context.OpenAsync(cancellation);
            if (await context.ActAsync(session, parsed.GetValue(dryRun)) is not { } act)
                return ExitCodes.Refused;
            var (answer, result) = await PlanValidateCommand.RunAsync(session, path, parsed.GetValue(dryRun), act, cancellation);
            switch (parsed.GetValue(format))
            {
                case "json":
                    await context.Output.WriteLineAsync(JsonSerializer.Serialize(answer, AnswerJson.Written.PlanFileAnswer));
                    break;
                case "ndjson":
                    await PlanValidateCommand.WriteFaultsAsync(context, answer);
                    await WriteLinesAsync(context, result);
                    break;
                default:
                    await PlanValidateCommand.WriteFaultsAsync(context, answer);
                    await WriteAsync(context, answer, parsed.GetValue(dryRun));
                    break;
            }

            return answer.IsClear ? ExitCodes.Done : ExitCodes.Refused;
        });
        return command;
    }

    // The lines in the form of the interchange, as a file that could be imported elsewhere.
    private static async Task WriteLinesAsync(CommandContext context, PlanImportResult? result)
    {
        foreach (var line in result?.Lines ?? [])
        {
            var buffer = new ArrayBufferWriter<byte>();
            LineWriter.WriteSaid(buffer, line.Id!.Value, line.Entry);
            await context.Output.WriteLineAsync(Encoding.UTF8.GetString(buffer.WrittenSpan));
        }
    }

    private static async Task WriteAsync(CommandContext context, PlanFileAnswer answer, bool isTrial)
    {
        if (!answer.IsClear)
        {
            await context.Output.WriteLineAsync("Bị từ chối; không có gì được ghi · refused, nothing was recorded");
            return;
        }

        await context.Output.WriteLineAsync(answer.Plan + ": " + answer.Entry switch
        {
            "plan_issued" => "ban hành · issued",
            "plan_revised" => "điều chỉnh · revised",
            _ => "như sổ đang ghi · as the record says",
        });
        if (answer.Entry == "plan_revised")
            await WriteStatementsAsync(context, answer);
        if (isTrial)
            WriteTargets(context, answer);
        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{answer.Added.Count} chỉ tiêu giao, {answer.Withdrawn.Count} rút · {answer.Added.Count} targets assigned, {answer.Withdrawn.Count} withdrawn"));
        await context.Output.WriteLineAsync(answer.Recorded is { } recorded
            ? string.Create(CultureInfo.InvariantCulture, $"{recorded} mục ghi mới · {recorded} recorded")
            : "Chưa ghi gì · nothing recorded");
    }

    private static async Task WriteStatementsAsync(CommandContext context, PlanFileAnswer answer)
    {
        foreach (var (word, ids) in new[] { ("thêm · added", answer.Statements.Added), ("bỏ · removed", answer.Statements.Removed), ("đổi · changed", answer.Statements.Changed) })
        {
            if (ids.Count > 0)
                await context.Output.WriteLineAsync($"  {word}: {string.Join(", ", ids)}");
        }
    }

    private static void WriteTargets(CommandContext context, PlanFileAnswer answer)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in new[] { "", "Đơn vị", "Tiêu chí", "Chỉ tiêu", "Chậm nhất", "Phát biểu" })
            table.AddColumn(heading);
        foreach (var (sign, target) in answer.Withdrawn.Select(target => ("-", target)).Concat(answer.Added.Select(target => ("+", target))))
        {
            table.AddRow(
                sign, Markup.Escape(target.Unit), target.Criterion.ToString(CultureInfo.InvariantCulture),
                target.Kind == "attain" ? "phấn đấu đạt" : "duy trì", Words.Day(target.Due), target.Statement ?? "");
        }

        if (table.Rows.Count > 0)
            TerminalTable.Write(context, table);
    }
}
