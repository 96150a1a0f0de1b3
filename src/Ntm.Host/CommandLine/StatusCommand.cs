using System.CommandLine;
using System.Globalization;
using System.Text;
using Ntm.Domain.Criteria;
using Ntm.Domain.Units;
using Ntm.Host.Pages;
using Ntm.Host.Questions;
using Ntm.Projections.CommuneStatus;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm status UNIT</c>: every criterion of one unit.</summary>
internal static class StatusCommand
{
    internal static Command Create(CommandContext context)
    {
        var options = new QuestionOptions();
        var format = QuestionOptions.Format("table", "json", "csv");
        var command = new Command("status", "Trạng thái từng tiêu chí của một đơn vị vào một ngày · one unit's criteria on a day") { format };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var resolved = await session.Questions.ResolveAsync(options.Read(parsed), cancellation);
            if (resolved.Value is not { } asked)
                return await QuestionOptions.RefuseAsync(context, resolved.Refusal!);

            var unit = parsed.GetRequiredValue(options.Unit);
            if (!UnitId.TryParse(unit, out var id)
                || StatusReading.Answer(session.Live.Index, id, asked.On, asked.Sequence, asked.Set, asked.Assessors) is not { } answer)
            {
                return await QuestionOptions.RefuseAsync(context, QuestionRefusals.UnitUnknown(unit, asked.Sequence));
            }

            return await FormattedAnswer.WriteAsync(context, parsed.GetValue(format), answer, AnswerJson.Written.StatusAnswer, Csv, (output, status) => WriteTable(output, status, asked.Set));
        });
        return command;
    }

    private static string Csv(StatusAnswer answer)
    {
        var csv = new StringBuilder().Row("criterion", "status", "since", "entry", "recordedAt", "assessedBy");
        foreach (var criterion in answer.Criteria)
        {
            csv.Row(
                criterion.Criterion.ToString(CultureInfo.InvariantCulture), criterion.Status, CsvText.Of(criterion.Since), criterion.Entry?.ToString("D"),
                criterion.RecordedAt, criterion.AssessedBy);
        }

        return csv.ToString();
    }

    private static void WriteTable(CommandContext context, StatusAnswer answer, CriteriaSet set)
    {
        context.Output.WriteLine($"{answer.Name ?? answer.Unit} · {Words.Day(answer.On)} · biết đến số {answer.KnownAt.Sequence} · {set.Title.Vietnamese}");
        if (!answer.Exists)
            context.Output.WriteLine(answer.EndedOn is { } ended ? $"Đã chấm dứt từ {Words.Day(ended)}" : "Chưa thành lập vào ngày này");

        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(new TableColumn("TC").RightAligned());
        table.AddColumns("Tiêu chí", "Trạng thái", "Từ ngày", "Đánh giá bởi");
        foreach (var (criterion, status) in set.Criteria.Zip(answer.Criteria))
        {
            table.AddRow(
                status.Criterion.ToString(CultureInfo.InvariantCulture), Markup.Escape(criterion.Name.Vietnamese), Words.Status(status.Status),
                status.Since is { } since ? Words.Day(since) : "", status.AssessedBy is { } by ? Words.Assessor(by) : "");
        }

        TerminalTable.Write(context, table);
        context.Output.WriteLine($"Đạt {answer.Attained}/{set.Criteria.Count}, kể cả không xét {answer.Fulfilled}/{set.Criteria.Count}");
    }
}
