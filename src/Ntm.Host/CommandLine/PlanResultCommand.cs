using System.CommandLine;
using System.Globalization;
using System.Text;
using Ntm.Host.Pages;
using Ntm.Host.Plans;
using Ntm.Host.Questions;
using Ntm.Projections.PlanResults;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm plan result PLAN</c>: each target and each number of a plan of the record against what was found.</summary>
internal static class PlanResultCommand
{
    internal static Command Create(CommandContext context)
    {
        var options = new QuestionOptions();
        var plan = PlanCommand.Recorded();
        var format = QuestionOptions.Format("table", "json", "csv");
        var command = new Command("result", "Kế hoạch so với kết quả đến một ngày · a plan against its result on a day") { plan, options.On, options.KnownAt, options.AssessedBy, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var resolved = await session.Questions.ResolveAssessedMomentAsync(
                new QuestionText(parsed.GetValue(options.On), parsed.GetValue(options.KnownAt), AssessedBy: parsed.GetValue(options.AssessedBy)), cancellation);
            if (resolved.Value is not { } asked)
                return await QuestionOptions.RefuseAsync(context, resolved.Refusal!);
            var named = parsed.GetRequiredValue(plan);
            if (PlanResultEndpoints.Find(session.Live, named, asked.Sequence) is not { } document)
                return await QuestionOptions.RefuseAsync(context, QuestionRefusals.PlanUnknown(named, asked.Sequence));
            return await FormattedAnswer.WriteAsync(
                context, parsed.GetValue(format), PlanResultEndpoints.Result(session.Live, document, asked, session.Catalog), AnswerJson.Written.PlanResultAnswer, Csv, WriteTables);
        });
        return command;
    }

    private static void WriteTables(CommandContext context, PlanResultAnswer answer)
    {
        context.Output.WriteLine($"{answer.Plan} · {Words.Day(answer.On)} · #{answer.KnownAt.Sequence}");
        context.Output.WriteLine(answer.Targets.Count == 0
            ? "Kế hoạch chưa giao chỉ tiêu nào · no target"
            : string.Join(" · ", answer.ByState.Select(state => string.Create(CultureInfo.InvariantCulture, $"{PlanResultWords.State(state.State).Vietnamese}: {state.Count}"))));
        var targets = new Table().Border(TableBorder.Simple).AddColumn("Xã").AddColumn(new TableColumn("TC").RightAligned()).AddColumns("Loại", "Hạn", "Kết quả", "Từ ngày");
        foreach (var target in answer.Targets)
        {
            targets.AddRow(
                Markup.Escape(target.Name ?? target.Unit), target.Criterion.ToString(CultureInfo.InvariantCulture), PlanResultWords.TargetKind(target.Kind).Vietnamese, Words.Day(target.Due),
                PlanResultWords.State(target.State).Vietnamese, target.Since is { } since ? Words.Day(since) : "");
        }

        if (answer.Targets.Count > 0)
            TerminalTable.Write(context, targets);
        if (answer.Numbers.Count == 0)
            return;
        var numbers = new Table().Border(TableBorder.Simple).AddColumns("Chỗ", "Nội dung", "Đơn vị").AddColumn(new TableColumn("Kế hoạch").RightAligned())
            .AddColumn(new TableColumn("Thực tế").RightAligned()).AddColumn("Kết luận");
        foreach (var number in answer.Numbers)
        {
            numbers.AddRow(
                Markup.Escape(number.Place), PlanResultText.Measure(number), Markup.Escape(number.Name ?? number.Unit ?? ""), Words.Number(number.Planned),
                number.Actual is { } actual ? Words.Number(actual) : "", PlanResultWords.Outcome(number).Vietnamese);
        }

        TerminalTable.Write(context, numbers);
    }

    private static string Csv(PlanResultAnswer answer)
    {
        var csv = new StringBuilder().Row("target", "unit", "set", "criterion", "kind", "due", "state", "status", "since", "by", "reachedOn", "reachedBy");
        foreach (var target in answer.Targets)
        {
            csv.Row(
                target.Target.ToString("D"), target.Unit, target.Set, target.Criterion.ToString(CultureInfo.InvariantCulture), target.Kind, CsvText.Of(target.Due),
                target.State, target.Status, CsvText.Of(target.Since), target.By?.ToString("D"), CsvText.Of(target.ReachedOn), target.ReachedBy?.ToString("D"));
        }

        return csv.ToString();
    }
}
