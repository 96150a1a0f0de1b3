using System.CommandLine;
using System.Globalization;
using System.Text;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Targets;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Host.Pages;
using Ntm.Host.Questions;
using Ntm.Projections.EntryHistory;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm history UNIT</c>: what was recorded of one unit.</summary>
internal static class HistoryCommand
{
    internal static Command Create(CommandContext context)
    {
        var options = new QuestionOptions();
        var format = QuestionOptions.Format("table", "json", "csv");
        var criterion = new Option<string?>("--criterion") { Description = "Chỉ các mục ghi nói về tiêu chí này · only what speaks of this criterion" };
        var command = new Command("history", "Các mục ghi về một đơn vị, theo thứ tự ghi · what was recorded of one unit")
        {
            options.Unit, options.KnownAt, options.Set, criterion, format,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var resolved = await session.Questions.ResolveKnowledgeAsync(options.ReadKnowledge(parsed), cancellation);
            if (resolved.Value is not { } asked)
                return await QuestionOptions.RefuseAsync(context, resolved.Refusal!);
            var number = session.Questions.ResolveCriterion(parsed.GetValue(criterion), asked.Set);
            if (number.Value is null)
                return await QuestionOptions.RefuseAsync(context, number.Refusal!);

            var unit = parsed.GetRequiredValue(options.Unit);
            var filter = new HistoryFilter(asked.Set?.Id, number.Value.Number);
            if (!UnitId.TryParse(unit, out var id) || await session.Histories.AnswerAsync(id, asked.Sequence, filter, cancellation) is not { } answer)
                return await QuestionOptions.RefuseAsync(context, QuestionRefusals.UnitUnknown(unit, asked.Sequence));

            return await FormattedAnswer.WriteAsync(context, parsed.GetValue(format), answer, AnswerJson.Written.HistoryAnswer, Csv, WriteTable);
        });
        return command;
    }

    private static void WriteTable(CommandContext context, HistoryAnswer answer)
    {
        UnitLines.Write(context, answer.Name ?? answer.Unit, answer.EstablishedOn, answer.EndedOn, answer.Successors, answer.KnownAt.Sequence);
        WriteEntries(context, answer.Entries);
        if (answer.Elsewhere.Count == 0)
            return;
        context.Output.WriteLine("Mục ghi về đơn vị khác có liên quan:");
        WriteEntries(context, answer.Elsewhere);
    }

    private static void WriteEntries(CommandContext context, IReadOnlyList<HistoryEntry> entries)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("Số").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Ngày ghi").NoWrap());
        table.AddColumn(new TableColumn("Hiệu lực").NoWrap());
        table.AddColumn(new TableColumn("Trễ").RightAligned().NoWrap());
        table.AddColumn("Nội dung");
        var sequences = entries.ToDictionary(entry => entry.Recorded.Id, entry => entry.Recorded.Sequence);
        foreach (var (recorded, lagDays, retractedBy) in entries)
        {
            var retracted = retractedBy is { } by ? $" [rút lại bởi số {sequences[by]}]" : "";
            table.AddRow(
                recorded.Sequence.ToString(CultureInfo.InvariantCulture), Words.Day(VietnamCalendar.DayOf(recorded.RecordedAt)),
                recorded.Entry is DatedEntry dated ? Words.Day(dated.EffectiveOn) : "", lagDays?.ToString(CultureInfo.InvariantCulture) ?? "",
                Markup.Escape(EntryWords.Of(recorded.Entry) + retracted));
        }

        TerminalTable.Write(context, table);
    }

    private static string Csv(HistoryAnswer answer)
    {
        var csv = new StringBuilder().Row(
            "sequence", "recordedAt", "stream", "id", "type", "unit", "effectiveOn", "lagDays", "retractedBy", "set", "criterion", "assessedBy", "note");
        foreach (var (recorded, lagDays, retractedBy) in answer.Entries.Concat(answer.Elsewhere).OrderBy(entry => entry.Recorded.Sequence))
        {
            var entry = recorded.Entry;
            var (set, criterion, assessor) = entry switch
            {
                FindingEntry e => (e.Set.Value, e.Criterion.ToString(CultureInfo.InvariantCulture), Assessors.Names.NameOf(e.AssessedBy)),
                IndicatorMeasured e => (e.Set.Value, e.Indicator, Assessors.Names.NameOf(e.AssessedBy)),
                TargetAssigned e => (e.Set.Value, e.Criterion.ToString(CultureInfo.InvariantCulture), null),
                _ => ((string?)null, (string?)null, (string?)null),
            };
            csv.Row(
                recorded.Sequence.ToString(CultureInfo.InvariantCulture), RecordTime.Format(recorded.RecordedAt), recorded.Stream, recorded.Id.ToString("D"),
                EntryTypes.Of(entry).Name, entry.Unit.Value, CsvText.Of((entry as DatedEntry)?.EffectiveOn), lagDays?.ToString(CultureInfo.InvariantCulture),
                retractedBy?.ToString("D"), set, criterion, assessor, entry.Note);
        }

        return csv.ToString();
    }
}
