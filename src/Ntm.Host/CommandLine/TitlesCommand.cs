using System.CommandLine;
using System.Globalization;
using System.Text;
using Ntm.Host.Pages;
using Ntm.Host.Questions;
using Ntm.Projections.Titles;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm titles UNIT</c>: the titles of one unit, how it came by them and what became of them.</summary>
internal static class TitlesCommand
{
    internal static Command Create(CommandContext context)
    {
        var options = new QuestionOptions();
        var format = QuestionOptions.Format("table", "json", "csv");
        var command = new Command("titles", "Danh hiệu của một đơn vị · a unit's titles") { options.Unit, options.On, options.KnownAt, format };
        command.Subcommands.Add(TitleWatchCommand.Create(context));
        command.SetAction((parsed, cancellation) => FormattedAnswer.AskAsync(
            context, parsed.GetValue(format),
            session => session.Titles.TitlesAsync(parsed.GetRequiredValue(options.Unit), options.ReadMoment(parsed), cancellation),
            AnswerJson.Written.TitlesAnswer, Csv, WriteText, cancellation));
        return command;
    }

    private static void WriteText(CommandContext context, TitlesAnswer answer)
    {
        var output = context.Output;
        output.WriteLine($"{answer.Name ?? answer.Unit} · {Words.Day(answer.On)} · biết đến số {answer.KnownAt.Sequence} · {TitleWords.Standing(answer.Standing, answer.EndedOn is not null)}");
        if (answer.EndedOn is { } ended)
            output.WriteLine($"Chấm dứt từ {Words.Day(ended)}, {Words.Successors(answer.Successors!)}");
        if (answer.Merger is { } merger)
        {
            output.WriteLine($"Hình thành từ sáp nhập {Words.Day(merger.On)}; danh hiệu không tự chuyển sang:");
            foreach (var part in merger.Parts)
                output.WriteLine($"  {part.Name ?? part.Unit}: {TitleWords.Titles(part.Titles)}");
        }

        foreach (var title in answer.Titles)
            WriteTitle(output, title, answer.EndedOn is not null);
        if (answer.Dossiers.Count == 0)
        {
            output.WriteLine("Chưa có hồ sơ nào · no dossier");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("Hồ sơ", "Danh hiệu", "Năm", "Đang ở", "Trả lại");
        foreach (var dossier in answer.Dossiers)
        {
            table.AddRow(
                dossier.Dossier, TitleWords.Title(dossier.Title), dossier.Year.ToString(CultureInfo.InvariantCulture), TitleWords.Stage(dossier.Stage),
                dossier.Returns.ToString(CultureInfo.InvariantCulture));
        }

        TerminalTable.Write(context, table);
    }

    private static void WriteTitle(TextWriter output, TitleRow title, bool hasEnded)
    {
        output.WriteLine();
        output.WriteLine($"{TitleWords.Title(title.Title)}: {TitleWords.Standing(title.Standing, hasEnded)} · hồ sơ {title.Dossier}");
        output.WriteLine($"  Năm đạt chuẩn {title.Year} · quyết định {Words.Day(title.Decision.EffectiveOn)}{(title.Decision.Document is { } document ? $" ({TitleWords.Document(document)})" : "")}");
        output.WriteLine($"  Công bố {(title.AnnouncedOn is { } announced ? Words.Day(announced) : "chưa ghi")} · ghi vào sổ {TitleWords.RecordedOn(title.Decision.RecordedAt)}, số {title.Decision.Sequence}");
        if (title.EndedBy is { } endedBy)
            output.WriteLine($"  Chấm dứt bởi quyết định {Words.Day(endedBy.EffectiveOn)}{(endedBy.Document is { } ending ? $" ({TitleWords.Document(ending)})" : "")}, số {endedBy.Sequence}");
        TitleLines.WriteIrregularities(output, title.Irregularities, "  ");
        if (title.Stale is { } stale)
            TitleLines.WriteStale(output, stale, "  ");
        if (title.After is { } after)
            TitleLines.WriteAfter(output, after, "  ");
    }

    private static string Csv(TitlesAnswer answer)
    {
        var csv = new StringBuilder().Row(
            "unit", "title", "dossier", "year", "standing", "decision", "decidedOn", "recordedAt", "announcedOn", "endedBy", "irregularities", "stale", "verdict");
        foreach (var title in answer.Titles)
        {
            csv.Row(
                answer.Unit, title.Title, title.Dossier, title.Year.ToString(CultureInfo.InvariantCulture), title.Standing, title.Decision.Entry.ToString("D"),
                CsvText.Of(title.Decision.EffectiveOn), title.Decision.RecordedAt, CsvText.Of(title.AnnouncedOn), title.EndedBy?.Entry.ToString("D"),
                string.Join(' ', title.Irregularities.Select(irregularity => irregularity.Code).Distinct()), title.Stale is null ? "false" : "true",
                title.After?.Revocation?.Verdict);
        }

        return csv.ToString();
    }
}
