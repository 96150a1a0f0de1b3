using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ntm.Domain.Names;
using Ntm.Domain.Units;
using Ntm.Host.Database;
using Ntm.Host.Pages;
using Ntm.Host.Questions;
using Ntm.Projections.CommuneMatrix;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm matrix UNIT</c>: every commune under a unit.</summary>
internal static class MatrixCommand
{
    internal static Command Create(CommandContext context)
    {
        var options = new QuestionOptions();
        var format = QuestionOptions.Format("table", "json", "csv", "xlsx");
        var boundary = new Option<string?>("--boundary") { Description = "Ngày của bản đồ địa giới (mặc định ngày hỏi) · the day whose map draws the rows" };
        var command = new Command("matrix", "Bảng xã × tiêu chí của một đơn vị vào một ngày · communes × criteria on a day") { boundary, format };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(format) == "xlsx" && context.IsTerminal)
            {
                await context.Error.WriteLineAsync("Tệp XLSX không hiện được trên màn hình; hãy chuyển vào tệp: ntm matrix … --format xlsx > bang.xlsx · redirect it to a file");
                return ExitCodes.Usage;
            }

            await using var session = await context.OpenAsync(cancellation);
            var resolved = await session.Questions.ResolveAsync(options.Read(parsed, parsed.GetValue(boundary)), cancellation);
            if (resolved.Value is not { } asked)
                return await QuestionOptions.RefuseAsync(context, resolved.Refusal!);

            var unit = parsed.GetRequiredValue(options.Unit);
            if (!UnitId.TryParse(unit, out var id)
                || MatrixReading.Answer(session.Live.Index, id, asked.On, asked.Sequence, asked.Set, asked.Assessors, asked.Boundary) is not { } answer)
            {
                return await QuestionOptions.RefuseAsync(context, QuestionRefusals.UnitUnknown(unit, asked.Sequence));
            }

            switch (parsed.GetValue(format))
            {
                case "json":
                    await context.Output.WriteLineAsync(JsonSerializer.Serialize(answer, AnswerJson.Written.MatrixAnswer));
                    break;
                case "csv":
                    await context.Output.WriteAsync(MatrixCsv.Write(answer));
                    break;
                case "xlsx":
                    await using (var output = context.OpenBytes())
                        await output.WriteAsync(MatrixWorkbook.Write(answer, asked.Set, NameOf(session, id, asked)), cancellation);
                    break;
                default:
                    WriteTable(context, answer);
                    break;
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static string? NameOf(RecordSession session, UnitId unit, Question asked) =>
        session.Live.Index.Register.Find(unit)?.NameOn(asked.Boundary, asked.Sequence);

    private static void WriteTable(CommandContext context, MatrixAnswer answer)
    {
        context.Output.WriteLine($"{answer.Unit} · {Words.Day(answer.On)} · biết đến số {answer.KnownAt.Sequence} · {answer.Set}");
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("Xã");
        foreach (var criterion in answer.ByCriterion)
            table.AddColumn(new TableColumn(criterion.Criterion.ToString(CultureInfo.InvariantCulture)).Centered().Padding(0, 0));
        table.AddColumn(new TableColumn("Đạt").RightAligned());
        foreach (var row in answer.Communes.OrderBy(row => row.Name ?? row.Unit, VietnameseNames.Order))
        {
            string[] cells = [Markup.Escape(row.Name ?? row.Unit), .. row.Status.Select(letter => letter.ToString()), row.Fulfilled.ToString(CultureInfo.InvariantCulture)];
            table.AddRow(cells);
        }

        TerminalTable.Write(context, table);
        if (answer.Average is { } average)
            context.Output.WriteLine($"Bình quân {Words.Number(average)} tiêu chí/xã · {Words.Bands(answer.Bands)}");
        context.Output.WriteLine(Words.Legend());
    }
}
