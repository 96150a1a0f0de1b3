using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ntm.Domain.Plans;
using Ntm.Domain.Plans.Reconciliation;
using Ntm.Domain.Refusals;
using Ntm.Host.Database;
using Ntm.Host.Pages;
using Ntm.Host.Plans;
using Ntm.Host.Questions;
using Ntm.Projections.Plans;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm plan check PLAN</c>: holds a plan against itself. What it finds is no error of the command.</summary>
internal static class PlanCheckCommand
{
    internal static Command Create(CommandContext context)
    {
        var named = PlanCommand.Plan();
        var format = QuestionOptions.Format("table", "json");
        var agreements = new Option<bool>("--agreements") { Description = "JSON: kèm cả những điều khớp · with what agrees as well" };
        var language = new Option<string>("--lang") { Description = "vi | en", DefaultValueFactory = _ => "vi" };
        language.AcceptOnlyFromAmong("vi", "en");
        var command = new Command("check", "Đối chiếu kế hoạch với chính nó: điều mâu thuẫn, điều khớp · hold a plan against itself") { named, format, agreements, language };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var knownAt = await session.Live.CatchUpToHeadAsync(cancellation);
            var name = parsed.GetRequiredValue(named);
            var found = await session.Plans.FindAsync(name, knownAt, cancellation);
            if (found.Plan is not { } plan)
                return await PlanShowCommand.RefuseAsync(context, found.Refusals);
            var isPath = PlanSources.IsPath(name);
            if (!isPath && session.Plans.List(knownAt).AreShipped)
                await PlanCommand.SayShippedAsync(context);
            var units = session.Plans.Units(knownAt);
            var (seen, refusal) = new PlanChecks(session.Catalog).Check(plan, units.Map, units.KnownAt);
            if (seen is null)
                return await PlanShowCommand.RefuseAsync(context, [refusal!]);

            if (parsed.GetValue(format) != "json")
                await WriteAsync(context, plan, seen, parsed.GetValue(language) == "en" ? Language.English : Language.Vietnamese);
            else if (parsed.GetValue(agreements))
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(Answer(session, plan, seen, isPath, knownAt), AnswerJson.Written.PlanCheckAnswer));
            else
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(Found(seen, parsed.GetValue(language) == "en"), AnswerJson.Written.IReadOnlyListPlanFindingLine));
            return ExitCodes.Done;
        });
        return command;
    }

    private static IReadOnlyList<PlanFindingLine> Found(PlanReconciliation seen, bool inEnglish) =>
        [.. seen.Findings.Select(finding => PlanFindingLine.Of(finding, inEnglish ? finding.Message.English : finding.Message.Vietnamese))];

    private static PlanCheckAnswer Answer(RecordSession session, PlanDocument plan, PlanReconciliation seen, bool isPath, long knownAt) =>
        isPath || session.Plans.List(knownAt).AreShipped ? PlanCheckAnswer.Of(plan, seen) : PlanCheckAnswer.Of(plan, seen, session.Live.Index, knownAt);

    private static async Task WriteAsync(CommandContext context, PlanDocument plan, PlanReconciliation seen, Language language)
    {
        var output = context.Output;
        await output.WriteLineAsync(plan.Title);
        if (plan.Document is { } document)
            await output.WriteLineAsync($"{document.Number} · {Words.Day(document.Date)} · {document.Issuer}");
        foreach (var severity in PlanSeverities.Names.Values)
        {
            var findings = seen.Findings.Where(finding => finding.Severity == severity).ToList();
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\n{PlanCheckWords.Of(severity, language)}: {findings.Count}"));
            foreach (var finding in findings)
            {
                await output.WriteLineAsync($"  {finding.Rule}: {finding.Message.In(language)}");
                foreach (var quote in finding.Quotes)
                    await output.WriteLineAsync($"    “{quote}”");
            }
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\n{PlanCheckWords.Agreeing(language)}: {seen.Agreements.Count}"));
        foreach (var agreement in seen.Agreements)
            await output.WriteLineAsync($"  {agreement.Rule}: {agreement.Message.In(language)}");
    }
}
