using System.CommandLine;
using System.Text.Json;
using Ntm.Host.Pages;
using Ntm.Host.Questions;
using Ntm.Projections.Plans;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm plan list</c>: the plans the record knows; while it knows none, those that come with the program.</summary>
internal static class PlanListCommand
{
    internal static Command Create(CommandContext context)
    {
        var format = QuestionOptions.Format("table", "json");
        var command = new Command("list", "Các kế hoạch sổ đang biết · the plans the record knows") { format };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var listed = session.Plans.List(await session.Live.CatchUpToHeadAsync(cancellation));
            if (listed.AreShipped)
                await PlanCommand.SayShippedAsync(context);
            IReadOnlyList<PlanRow> rows = [.. listed.Plans.Select(PlanRow.Of)];
            if (parsed.GetValue(format) == "json")
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(rows, AnswerJson.Written.IReadOnlyListPlanRow));
            else
                WriteTable(context, rows);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void WriteTable(CommandContext context, IReadOnlyList<PlanRow> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in new[] { "Kế hoạch", "Số", "Ngày", "Nơi ban hành" })
            table.AddColumn(heading);
        foreach (var row in rows)
            table.AddRow(Markup.Escape(row.Id), Markup.Escape(row.Number ?? ""), row.Date is { } date ? Words.Day(date) : "", Markup.Escape(row.Issuer ?? ""));
        TerminalTable.Write(context, table);
    }
}
