using System.CommandLine;
using System.Globalization;
using System.Text;
using Ntm.Host.Pages;
using Ntm.Host.Plans;
using Ntm.Host.Questions;
using Ntm.Projections.PlanResults;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm plan tasks PLAN</c>: what of a plan's tasks is due, done and overdue.</summary>
internal static class PlanTasksCommand
{
    internal static Command Create(CommandContext context)
    {
        var options = new QuestionOptions();
        var plan = PlanCommand.Recorded();
        var format = QuestionOptions.Format("table", "json", "csv");
        var command = new Command("tasks", "Nhiệm vụ của kế hoạch: đến hạn, đã làm, quá hạn · the tasks of a plan") { plan, options.On, options.KnownAt, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var resolved = await session.Questions.ResolveMomentAsync(parsed.GetValue(options.On), parsed.GetValue(options.KnownAt), null, cancellation);
            if (resolved.Value is not { } asked)
                return await QuestionOptions.RefuseAsync(context, resolved.Refusal!);
            var named = parsed.GetRequiredValue(plan);
            if (PlanResultEndpoints.Find(session.Live, named, asked.Sequence) is not { } document)
                return await QuestionOptions.RefuseAsync(context, QuestionRefusals.PlanUnknown(named, asked.Sequence));
            return await FormattedAnswer.WriteAsync(
                context, parsed.GetValue(format), TaskReading.Answer(session.Live.Index, document, asked.On, asked.Sequence), AnswerJson.Written.TasksAnswer, Csv, WriteTable);
        });
        return command;
    }

    private static void WriteTable(CommandContext context, TasksAnswer answer)
    {
        context.Output.WriteLine($"{answer.Plan} · {Words.Day(answer.On)} · #{answer.KnownAt.Sequence}");
        var table = new Table().Border(TableBorder.Simple).AddColumns("Chỗ", "Nhiệm vụ", "Thời gian", "Kỳ", "Hạn", "Kết quả");
        foreach (var task in answer.Tasks)
        {
            var rows = task.Occurrences.Count == 0 ? [null] : task.Occurrences.Select(TaskOccurrence? (occurrence) => occurrence);
            foreach (var (occurrence, place) in rows.Select((occurrence, place) => (occurrence, place)))
            {
                // Told once for all its occurrences.
                var (where, what, when) = place == 0 ? (task.Place, task.Text, task.Time ?? "") : ("", "", "");
                table.AddRow(
                    Markup.Escape(where), Markup.Escape(what), Markup.Escape(when), occurrence?.Name ?? "",
                    occurrence is null ? "" : Words.Day(occurrence.Due), PlanResultText.Occurrence(task, occurrence));
            }
        }

        TerminalTable.Write(context, table);
    }

    private static string Csv(TasksAnswer answer)
    {
        var csv = new StringBuilder().Row("task", "place", "purpose", "text", "time", "occurrence", "from", "due", "state", "doneOn", "by", "inspected", "toInspect");
        foreach (var task in answer.Tasks)
        {
            if (task.Occurrences.Count == 0)
                csv.Row(task.Task, task.Place, task.Purpose, task.Text, task.Time, null, null, null, null, CsvText.Of(task.DoneOn), null, null, null);
            foreach (var occurrence in task.Occurrences)
            {
                csv.Row(
                    task.Task, task.Place, task.Purpose, task.Text, task.Time, occurrence.Name, CsvText.Of(occurrence.From), CsvText.Of(occurrence.Due), occurrence.State,
                    CsvText.Of(occurrence.DoneOn), occurrence.By?.ToString("D"), occurrence.Inspected?.ToString(CultureInfo.InvariantCulture),
                    occurrence.ToInspect?.ToString(CultureInfo.InvariantCulture));
            }
        }

        return csv.ToString();
    }
}
