using System.CommandLine;
using System.Globalization;
using System.Text;
using Ntm.Domain.Units;
using Ntm.Host.Pages;
using Ntm.Host.Questions;
using Ntm.Projections.StatusDifference;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm diff UNIT</c>: what of one unit is otherwise at another point, and why.</summary>
internal static class DifferenceCommand
{
    internal static Command Create(CommandContext context)
    {
        var options = new QuestionOptions();
        var format = QuestionOptions.Format("table", "json", "csv");
        var againstOn = new Option<string?>("--against-on") { Description = "Ngày thứ hai (mặc định như ngày thứ nhất) · the second day" };
        var againstKnownAt = new Option<string?>("--against-known-at") { Description = "Điều đã biết thứ hai · the second knowledge" };
        var command = new Command("diff", "Tiêu chí nào khác nhau giữa hai thời điểm, và vì sao · what differs between two points, and why")
        {
            againstOn, againstKnownAt, format,
        };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var resolved = await session.Questions.ResolveAsync(options.Read(parsed), cancellation);
            if (resolved.Value is not { } asked)
                return await QuestionOptions.RefuseAsync(context, resolved.Refusal!);
            var against = await session.Questions.ResolveAgainstAsync(
                asked, parsed.GetValue(againstOn), parsed.GetValue(againstKnownAt), cancellation);
            if (against.Value is not { } there)
                return await QuestionOptions.RefuseAsync(context, against.Refusal!);

            var unit = parsed.GetRequiredValue(options.Unit);
            if (!UnitId.TryParse(unit, out var id) || DifferenceReading.Answer(
                session.Live.Index, id, new(asked.On, asked.Sequence), new(there.On, there.Sequence), asked.Set, asked.Assessors) is not { } answer)
            {
                return await QuestionOptions.RefuseAsync(context, QuestionRefusals.UnitUnknown(unit, Math.Min(asked.Sequence, there.Sequence)));
            }

            return await FormattedAnswer.WriteAsync(context, parsed.GetValue(format), answer, AnswerJson.Written.DifferenceAnswer, Csv, WriteTable);
        });
        return command;
    }

    private static void WriteTable(CommandContext context, DifferenceAnswer answer)
    {
        context.Output.WriteLine($"{answer.Name ?? answer.Against.Name ?? answer.Unit} · {answer.Set}");
        context.Output.WriteLine($"Thời điểm một: {Words.Day(answer.On)}, biết đến số {answer.KnownAt.Sequence}: đạt {answer.Attained}");
        context.Output.WriteLine(
            $"Thời điểm hai: {Words.Day(answer.Against.On)}, biết đến số {answer.Against.KnownAt.Sequence}: đạt {answer.Against.Attained}");
        if (answer.Criteria.Count == 0)
        {
            context.Output.WriteLine("Không tiêu chí nào khác nhau.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("TC").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Một").NoWrap());
        table.AddColumn(new TableColumn("Hai").NoWrap());
        table.AddColumn("Vì mục ghi");
        foreach (var criterion in answer.Criteria)
        {
            table.AddRow(
                criterion.Criterion.ToString(CultureInfo.InvariantCulture), Words.Status(criterion.Status), Words.Status(criterion.Against.Status),
                string.Join('\n', criterion.Entries.Select(entry => Markup.Escape(Words.Reason(entry, criterion.Entries)))));
        }

        TerminalTable.Write(context, table);
    }

    private static string Csv(DifferenceAnswer answer)
    {
        var csv = new StringBuilder().Row(
            "criterion", "status", "since", "againstStatus", "againstSince", "entry", "type", "sequence", "recordedAt", "effectiveOn", "assessedBy", "retracts",
            "counts", "countsAgainst");
        foreach (var criterion in answer.Criteria)
        {
            foreach (var entry in criterion.Entries)
            {
                csv.Row(
                    criterion.Criterion.ToString(CultureInfo.InvariantCulture), criterion.Status, CsvText.Of(criterion.Since), criterion.Against.Status,
                    CsvText.Of(criterion.Against.Since), entry.Entry.ToString("D"), entry.Type, entry.Sequence.ToString(CultureInfo.InvariantCulture),
                    entry.RecordedAt, CsvText.Of(entry.EffectiveOn), entry.AssessedBy, entry.Retracts?.ToString("D"),
                    entry.Counts ? "true" : "false", entry.CountsAgainst ? "true" : "false");
            }
        }

        return csv.ToString();
    }
}
