using System.CommandLine;
using System.Globalization;
using System.Text;
using Ntm.Host.Pages;
using Ntm.Host.Questions;
using Ntm.Projections.Titles;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm dossier DOSSIER</c>: one attempt at a title, step by step.</summary>
internal static class DossierCommand
{
    internal static Command Create(CommandContext context)
    {
        var options = new QuestionOptions();
        var dossier = new Argument<string>("dossier") { Description = "Hồ sơ, ví dụ van-quan.van-an.ntm-2018 · the dossier" };
        var format = QuestionOptions.Format("table", "json", "csv");
        var command = new Command("dossier", "Một hồ sơ xét danh hiệu, từng bước · one dossier, step by step") { dossier, options.On, options.KnownAt, format };
        command.SetAction((parsed, cancellation) => FormattedAnswer.AskAsync(
            context, parsed.GetValue(format),
            session => session.Titles.DossierAsync(parsed.GetRequiredValue(dossier), options.ReadMoment(parsed), cancellation),
            AnswerJson.Written.DossierAnswer, Csv, WriteText, cancellation));
        return command;
    }

    private static void WriteText(CommandContext context, DossierAnswer answer)
    {
        var output = context.Output;
        output.WriteLine($"{answer.Dossier} · {answer.Name ?? answer.Unit} · {TitleWords.Title(answer.Title)} năm {answer.Year}");
        output.WriteLine($"{Words.Day(answer.On)} · biết đến số {answer.KnownAt.Sequence} · {TitleWords.Stage(answer.Stage)}{(answer.Returns > 0 ? $" · trả lại {answer.Returns} lần" : "")}");
        output.WriteLine($"Nợ đọng: {(answer.Debt is { } debt ? $"{TitleWords.Dong(debt.Amount)}, khai ngày {Words.Day(debt.EffectiveOn)} · mục ghi {debt.Entry}" : "chưa khai")}");
        output.WriteLine($"Lấy ý kiến hài lòng: {(answer.Survey is { } survey ? $"{TitleWords.Survey(survey)}, ngày {Words.Day(survey.EffectiveOn)} · mục ghi {survey.Entry}" : "chưa ghi")}");
        foreach (var step in answer.Steps)
            WriteStep(output, step);
        if (answer.Next.Count > 0)
            output.WriteLine("\nBước có thể làm tiếp:");
        foreach (var open in answer.Next)
            WriteOpen(output, open);
    }

    private static void WriteStep(TextWriter output, DossierStepRow step)
    {
        var office = string.Join(", ", new[] { step.By is { } by ? TitleWords.Level(by) : null, step.Team }.OfType<string>());
        output.WriteLine();
        output.WriteLine($"{Words.Day(step.EffectiveOn)}  {TitleWords.Step(step.Step)}{(office.Length > 0 ? $" ({office})" : "")}{(step.IsAnnulled ? " · đã bị bãi bỏ" : "")}");
        output.WriteLine($"  {(step.Document is { } document ? TitleWords.Document(document) : "soạn trong hệ thống")} · ghi {TitleWords.RecordedOn(step.RecordedAt)}, số {step.Sequence} · {TitleWords.Regime(step)}");
        if (step.Votes is { } votes)
            output.WriteLine($"  {TitleWords.Votes(votes)}");
        foreach (var reason in step.Reasons)
            output.WriteLine($"  Lý do: {reason}");
        if (step.SinceReturn is { } moved)
            output.WriteLine(moved.Count == 0 ? "  So với lần trước: không tiêu chí nào khác" : $"  So với lần trước: {string.Join("; ", moved.Select(criterion => TitleWords.Moved(criterion)))}");
        if (step.RestsOn is { } basis)
            output.WriteLine($"  Căn cứ: {TitleWords.Basis(basis)}");
        TitleLines.WriteIrregularities(output, step.Irregularities, "  ");
        if (step.Stale is { } stale)
            TitleLines.WriteStale(output, stale, "  ");
    }

    private static void WriteOpen(TextWriter output, OpenStepRow open)
    {
        output.WriteLine($"  {(open.IsOpen ? "[x]" : "[ ]")} {TitleWords.Step(open.Step)}{(open.By is { } by ? $" ({TitleWords.Level(by)})" : "")}");
        foreach (var condition in open.Conditions.Where(condition => !condition.IsKept))
            TitleLines.WriteIrregularities(output, condition.Against, "      ");
    }

    private static string Csv(DossierAnswer answer)
    {
        var csv = new StringBuilder().Row(
            "entry", "type", "step", "effectiveOn", "sequence", "recordedAt", "documentNumber", "documentDate", "issuer", "regime", "by", "team", "isAnnulled",
            "irregularities", "stale");
        foreach (var step in answer.Steps)
        {
            csv.Row(
                step.Entry.ToString("D"), step.Type, step.Step, CsvText.Of(step.EffectiveOn), step.Sequence.ToString(CultureInfo.InvariantCulture), step.RecordedAt,
                step.Document?.Number, CsvText.Of(step.Document?.Date), step.Document?.Issuer, step.Regime, step.By, step.Team, step.IsAnnulled ? "true" : "false",
                string.Join(' ', step.Irregularities.Select(irregularity => irregularity.Code).Distinct()), step.Stale is null ? "false" : "true");
        }

        return csv.ToString();
    }
}
