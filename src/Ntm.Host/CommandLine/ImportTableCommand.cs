using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ntm.Host.Questions;
using Ntm.Host.Tables;
using Ntm.Projections.Tables;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm import table FILE.xlsx</c>: the table offices keep, as findings; nothing is recorded while anything is doubtful.</summary>
internal static class ImportTableCommand
{
    private const int CellsShown = 20;

    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string>("file") { Description = "Tệp .xlsx · a workbook" };
        var options = new TableOptions();
        var dryRun = new Option<bool>("--dry-run") { Description = "Chỉ cho xem sẽ ghi gì · only show what would be recorded" };
        var format = QuestionOptions.Format("table", "json");
        var command = new Command("table", "Nhập bảng xã × tiêu chí từ tệp Excel · record a table of communes × criteria") { file, dryRun, format };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                await context.Error.WriteLineAsync($"Không có tệp '{path}' · there is no file '{path}'");
                return ExitCodes.Usage;
            }

            await using var session = await context.OpenAsync(cancellation);
            if (await context.ActAsync(session, parsed.GetValue(dryRun)) is not { } act)
                return ExitCodes.Refused;
            var import = new TableImport(session.Record, session.Live, session.Recorder, session.Catalog, () => session.Questions.Today);
            try
            {
                var result = await import.RunAsync(
                    await ReadAsync(path, cancellation), options.Read(parsed), parsed.GetValue(dryRun), act, cancellation);
                return result.Value is { } answer
                    ? await ReportAsync(context, answer, parsed.GetValue(format) == "json")
                    : await QuestionOptions.RefuseAsync(context, result.Refusal!);
            }
            catch (UnreadableWorkbookException unreadable)
            {
                return await QuestionOptions.RefuseAsync(context, new QuestionRefusal(StatusCodes.Status422UnprocessableEntity, unreadable.Refusal));
            }
        });
        return command;
    }

    // A file beyond the limit is not read to its end before it is refused.
    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellation) =>
        new FileInfo(path).Length > WorkbookLimits.Default.FileBytes
            ? throw new UnreadableWorkbookException(WorkbookRefusals.FileTooLarge(WorkbookLimits.Default.FileBytes))
            : await File.ReadAllBytesAsync(path, cancellation);

    private static async Task<int> ReportAsync(CommandContext context, TableAnswer answer, bool asJson)
    {
        if (asJson)
        {
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(answer, AnswerJson.Written.TableAnswer));
        }
        else
        {
            WriteRows(context, answer);
            await WriteSummaryAsync(context, answer);
            foreach (var doubt in answer.Doubts)
                await WriteDoubtAsync(context, doubt);
        }

        return answer.IsClear ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static void WriteRows(CommandContext context, TableAnswer answer)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in new[] { "Ô", "Trong bảng", "Đơn vị", "Sổ đang ghi", "Bảng ghi" })
            table.AddColumn(heading);
        foreach (var row in answer.Rows)
            table.AddRow(Markup.Escape(row.Cell), Markup.Escape(row.Label), Markup.Escape(row.Unit), row.Before, row.Findings);
        TerminalTable.Write(context, table);
    }

    private static async Task WriteSummaryAsync(CommandContext context, TableAnswer answer)
    {
        var counts = answer.Counts;
        await context.Output.WriteLineAsync(Pages.Words.Legend() + " · '·' không ghi gì");
        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{answer.Rows.Count} xã, {counts.Findings} kết quả: {counts.First} lần đầu, {counts.Changed} khác với sổ, {counts.Same} như sổ ({counts.Lost} ghi là mất); {counts.Blank} ô trống không ghi gì"));
        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{answer.Rows.Count} communes, {counts.Findings} findings: {counts.First} first, {counts.Changed} changes, {counts.Same} as the record says ({counts.Lost} recorded as lost); nothing recorded of {counts.Blank} blank cells"));
        foreach (var sheet in answer.Sheets)
        {
            var passedOver = sheet.PassedOver.Count == 0 ? "" : $"; bỏ qua · passed over: {string.Join(", ", sheet.PassedOver.Select(row => $"{row.Cell} '{Short(row.Text)}'"))}";
            var formulas = sheet.Formulas == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {sheet.Formulas} ô công thức · formulas");
            await context.Output.WriteLineAsync(sheet.HeadingRow is null
                ? $"{sheet.Sheet}: không đọc · not read"
                : string.Create(CultureInfo.InvariantCulture, $"{sheet.Sheet} → {sheet.Unit}: {sheet.Communes} xã · communes{formulas}{passedOver}"));
        }

        await context.Output.WriteLineAsync(answer switch
        {
            { Recorded: { } recorded, IsClear: true } => $"{recorded.New} mục ghi mới, {recorded.Repeated} đã có từ trước · {recorded.New} recorded, {recorded.Repeated} stood before",
            { Recorded: { } recorded } => $"Dừng giữa chừng: {recorded.New} mục ghi mới · stopped on the way: {recorded.New} recorded",
            { IsClear: true } => "Không có gì nghi vấn; chưa ghi gì · nothing doubtful; nothing recorded",
            _ => $"{answer.Doubts.Count} điều nghi vấn; chưa ghi gì · {answer.Doubts.Count} doubts; nothing recorded",
        });
    }

    private static async Task WriteDoubtAsync(CommandContext context, TableDoubtAnswer doubt)
    {
        await context.Error.WriteLineAsync($"{doubt.Code}: {doubt.Message} · {doubt.MessageEn}");
        if (doubt.Cells.Count > 1)
            await context.Error.WriteLineAsync($"    {string.Join(", ", doubt.Cells.Take(CellsShown))}{(doubt.Cells.Count > CellsShown ? ", …" : "")}");
        foreach (var unit in doubt.Suggestions)
            await context.Error.WriteLineAsync($"    ? {unit.Name} = {unit.Unit}{(unit.Parent is { } parent ? $" ({parent})" : "")}");
    }

    private static string Short(string text) => text.Length <= 30 ? text : text[..29] + "…";
}
