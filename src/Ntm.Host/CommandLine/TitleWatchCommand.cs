using System.CommandLine;
using System.Text;
using Ntm.Host.Pages;
using Ntm.Host.Questions;
using Ntm.Projections.Titles;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm titles watch</c>: the titles somebody should look at.</summary>
internal static class TitleWatchCommand
{
    internal static Command Create(CommandContext context)
    {
        var options = new QuestionOptions();
        var under = new Option<string?>("--under") { Description = "Chỉ các đơn vị thuộc đơn vị này (mặc định cả sổ) · only units under this one" };
        var format = QuestionOptions.Format("table", "json", "csv");
        var command = new Command("watch", "Danh hiệu cần xem lại · titles to be looked at") { under, options.On, options.KnownAt, format };
        command.SetAction((parsed, cancellation) => FormattedAnswer.AskAsync(
            context, parsed.GetValue(format),
            session => session.Titles.WatchAsync(parsed.GetValue(under), options.ReadMoment(parsed), cancellation),
            AnswerJson.Written.TitleWatch, Csv, WriteText, cancellation));
        return command;
    }

    private static void WriteText(CommandContext context, TitleWatch answer)
    {
        var output = context.Output;
        output.WriteLine($"{answer.Unit ?? "Cả sổ"} · {Words.Day(answer.On)} · biết đến số {answer.KnownAt.Sequence} · {answer.Titles} đơn vị giữ danh hiệu, {answer.Units.Count} cần xem lại");
        if (answer.Units.Count == 0)
            output.WriteLine("Không có gì cần xem lại · nothing to look at");
        foreach (var unit in answer.Units)
        {
            output.WriteLine();
            output.WriteLine(
                $"{unit.Name ?? unit.Unit} ({unit.Unit}){(unit.EndedOn is { } ended ? $", chấm dứt từ {Words.Day(ended)}" : "")}: {TitleWords.Standing(unit.Standing, unit.EndedOn is not null)} · {string.Join(", ", unit.Reasons.Select(reason => TitleWords.Reason(reason)))}");
            foreach (var stale in unit.Stale)
            {
                output.WriteLine($"  {TitleWords.Step(stale.Step)} {Words.Day(stale.EffectiveOn)}{(stale.Document is { } document ? $" ({TitleWords.Document(document)})" : "")} · hồ sơ {stale.Dossier}");
                TitleLines.WriteStale(output, stale, "  ");
            }

            if (unit.After is { } after)
                TitleLines.WriteAfter(output, after, "  ");
        }
    }

    private static string Csv(TitleWatch answer)
    {
        var csv = new StringBuilder().Row("unit", "name", "endedOn", "standing", "title", "reasons", "stale", "entries");
        foreach (var unit in answer.Units)
        {
            csv.Row(
                unit.Unit, unit.Name, CsvText.Of(unit.EndedOn), unit.Standing, unit.Title, string.Join(' ', unit.Reasons),
                string.Join(' ', unit.Stale.Select(stale => stale.Entry)), string.Join(' ', unit.Stale.SelectMany(stale => stale.Entries).Distinct()));
        }

        return csv.ToString();
    }
}
