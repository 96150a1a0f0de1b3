using System.CommandLine;
using System.Globalization;
using System.Text;
using Ntm.Domain.Units;
using Ntm.Host.Pages;
using Ntm.Host.Questions;
using Ntm.Projections.FindingPeriods;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm periods UNIT</c>: from when to when each finding on one unit decided.</summary>
internal static class PeriodsCommand
{
    internal static Command Create(CommandContext context)
    {
        var options = new QuestionOptions();
        var format = QuestionOptions.Format("table", "json", "csv");
        var command = new Command("periods", "Các giai đoạn của từng tiêu chí · from when to when each finding decided")
        {
            options.Unit, options.KnownAt, options.Set, options.AssessedBy, format,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var resolved = await session.Questions.ResolveKnowledgeAsync(options.ReadKnowledge(parsed), cancellation);
            if (resolved.Value is not { } asked)
                return await QuestionOptions.RefuseAsync(context, resolved.Refusal!);

            var unit = parsed.GetRequiredValue(options.Unit);
            if (!UnitId.TryParse(unit, out var id)
                || PeriodsReading.Answer(session.Live.Index, id, asked.Sequence, session.Catalog.Sets, asked.Set, asked.Assessors) is not { } answer)
            {
                return await QuestionOptions.RefuseAsync(context, QuestionRefusals.UnitUnknown(unit, asked.Sequence));
            }

            return await FormattedAnswer.WriteAsync(context, parsed.GetValue(format), answer, AnswerJson.Written.PeriodsAnswer, Csv, WriteTable);
        });
        return command;
    }

    private static void WriteTable(CommandContext context, PeriodsAnswer answer)
    {
        UnitLines.Write(context, answer.Name ?? answer.Unit, answer.EstablishedOn, answer.EndedOn, answer.Successors, answer.KnownAt.Sequence);
        foreach (var set in answer.Periods.GroupBy(period => period.Set))
        {
            context.Output.WriteLine(set.Key);
            var table = new Table().Border(TableBorder.Simple);
            table.AddColumn(new TableColumn("TC").RightAligned());
            table.AddColumns("Từ", "Đến trước", "Trạng thái", "Đánh giá bởi");
            foreach (var period in set)
            {
                table.AddRow(
                    period.Criterion.ToString(CultureInfo.InvariantCulture), Words.Day(period.From), period.To is { } to ? Words.Day(to) : "",
                    Words.Status(period.Status), Words.Assessor(period.AssessedBy));
            }

            TerminalTable.Write(context, table);
        }

        if (answer.Periods.Count == 0)
            context.Output.WriteLine("Chưa có kết quả nào.");
    }

    private static string Csv(PeriodsAnswer answer)
    {
        var csv = new StringBuilder().Row("set", "criterion", "from", "to", "status", "assessedBy", "openedBy", "closedBy");
        foreach (var period in answer.Periods)
        {
            csv.Row(
                period.Set, period.Criterion.ToString(CultureInfo.InvariantCulture), CsvText.Of(period.From), CsvText.Of(period.To), period.Status,
                period.AssessedBy, period.OpenedBy.ToString("D"), period.ClosedBy?.ToString("D"));
        }

        return csv.ToString();
    }
}
