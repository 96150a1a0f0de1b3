using System.CommandLine;
using System.Globalization;
using System.Text;
using Ntm.Host.Inspections;
using Ntm.Host.Pages;
using Ntm.Host.Questions;
using Ntm.Projections.Inspections;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm inspections UNIT</c>: what is inspected under a unit, and what is to be put right.</summary>
internal static class InspectionsCommand
{
    internal static Command Create(CommandContext context)
    {
        var options = new QuestionOptions();
        var format = QuestionOptions.Format("table", "json", "csv");
        var state = new Option<string?>("--state") { Description = $"Chỉ xem · only: {string.Join(" | ", InspectionsReading.States)}" };
        var command = new Command("inspections", "Kiểm tra và khắc phục ở các đơn vị trực thuộc · inspections and remedies under a unit")
        {
            options.Unit, options.On, options.KnownAt, state, format,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var resolved = await new InspectionQuestions(session.Questions, session.Live, session.Catalog).AnswerUnderAsync(
                parsed.GetRequiredValue(options.Unit), parsed.GetValue(state), parsed.GetValue(options.On), parsed.GetValue(options.KnownAt), null, cancellation);
            return resolved.Value is { } answer
                ? await FormattedAnswer.WriteAsync(context, parsed.GetValue(format), answer, AnswerJson.Written.InspectionListAnswer, Csv, WriteTable)
                : await QuestionOptions.RefuseAsync(context, resolved.Refusal!);
        });
        return command;
    }

    private static void WriteTable(CommandContext context, InspectionListAnswer answer)
    {
        context.Output.WriteLine($"{answer.Under} · {Words.Day(answer.On)} · #{answer.KnownAt.Sequence}");
        context.Output.WriteLine(InspectionWords.Totals(answer.Totals));
        if (answer.Units.Count == 0)
        {
            context.Output.WriteLine("Không có gì để xem · Nothing to tell");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("Đơn vị", "Việc", "Tiêu chí", "Hạn", "Tình trạng");
        foreach (var unit in answer.Units)
        {
            var name = Markup.Escape(unit.Name ?? unit.Unit);
            foreach (var row in unit.Inspections)
                table.AddRow(name, Markup.Escape($"Kiểm tra{(row.Team is { } team ? $" ({team})" : "")}"), InspectionWords.Criteria(row.Inspected.Count > 0 ? row.Inspected : row.Planned), Day(row.DueBy), InspectionWords.State(row));
            foreach (var row in unit.Remedies)
                table.AddRow(name, Markup.Escape($"Khắc phục: {row.Conclusion}"), Number(row.Criterion), Day(row.DueBy), InspectionWords.State(row));
            if (unit.Uninspected.Count > 0)
                table.AddRow(name, "Tiêu chí đang đạt", InspectionWords.Criteria(unit.Uninspected), "", InspectionWords.State("uninspected"));
        }

        TerminalTable.Write(context, table);
    }

    private static string Csv(InspectionListAnswer answer)
    {
        var csv = new StringBuilder().Row("unit", "kind", "state", "set", "criterion", "entry", "dueBy", "doneOn", "overdueDays");
        foreach (var unit in answer.Units)
        {
            foreach (var row in unit.Inspections)
                csv.Row(unit.Unit, "inspection", row.State, null, null, (row.Held ?? row.Schedule)?.ToString("D"), CsvText.Of(row.DueBy), CsvText.Of(row.HeldOn), Number(row.OverdueDays));
            foreach (var row in unit.Remedies)
                csv.Row(unit.Unit, "remedy", row.State, row.Set, Number(row.Criterion), row.Inspection.ToString("D"), CsvText.Of(row.DueBy), CsvText.Of(row.ReportedOn), Number(row.OverdueDays));
            foreach (var row in unit.Uninspected)
                csv.Row(unit.Unit, "criterion", "uninspected", row.Set, Number(row.Criterion), null, null, null, null);
        }

        return csv.ToString();
    }

    private static string Day(DateOnly? day) => day is { } known ? Words.Day(known) : "";

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
