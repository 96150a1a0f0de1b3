using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ntm.Domain.Plans;
using Ntm.Domain.Refusals;
using Ntm.Host.Database;
using Ntm.Host.Pages;
using Ntm.Host.Plans;
using Ntm.Host.Questions;
using Ntm.Projections.Plans;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm plan show PLAN</c>: what a plan says, place by place, in its own words.</summary>
internal static class PlanShowCommand
{
    internal static Command Create(CommandContext context)
    {
        var named = PlanCommand.Plan();
        var format = QuestionOptions.Format("table", "json");
        var command = new Command("show", "Kế hoạch nói gì, theo từng chỗ · what a plan says, place by place") { named, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var knownAt = await session.Live.CatchUpToHeadAsync(cancellation);
            var name = parsed.GetRequiredValue(named);
            var found = await session.Plans.FindAsync(name, knownAt, cancellation);
            if (found.Plan is not { } plan)
                return await RefuseAsync(context, found.Refusals);

            var isRecorded = !PlanSources.IsPath(name) && !session.Plans.List(knownAt).AreShipped;
            if (!isRecorded && !PlanSources.IsPath(name))
                await PlanCommand.SayShippedAsync(context);
            var answer = isRecorded ? PlanAnswer.Of(plan, session.Live.Index, knownAt) : PlanAnswer.Of(plan);
            if (parsed.GetValue(format) == "json")
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(answer, AnswerJson.Written.PlanAnswer));
            else
                await WriteAsync(context, session, plan, knownAt);
            return ExitCodes.Done;
        });
        return command;
    }

    internal static async Task<int> RefuseAsync(CommandContext context, IReadOnlyList<Refusal> refusals)
    {
        foreach (var refusal in refusals)
            await context.Error.WriteLineAsync($"{refusal.Code}: {(refusal.Field is { } place ? place + ": " : "")}{refusal.Vietnamese} · {refusal.English}");
        return ExitCodes.Refused;
    }

    private static async Task WriteAsync(CommandContext context, RecordSession session, PlanDocument plan, long knownAt)
    {
        var units = session.Plans.Units(knownAt);
        var names = new PlanUnitNames(units.Map, plan, units.KnownAt);
        await context.Output.WriteLineAsync(plan.Title);
        if (plan.Document is { } document)
            await context.Output.WriteLineAsync($"{document.Number} · {Words.Day(document.Date)} · {document.Issuer}");
        await context.Output.WriteLineAsync($"{plan.Id} · {names.Of(plan.Scope)} · {Words.Day(plan.From)}–{Words.Day(plan.To)}");
        if (plan.Content is not { } content)
        {
            await context.Output.WriteLineAsync("Mục ghi của kế hoạch này không có dữ liệu theo cấu trúc · the entry holds no structured content");
            return;
        }

        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{content.Set} · {content.Statements.Count} phát biểu · statements"));
        string? place = null, text = null;
        foreach (var statement in content.Statements)
        {
            if (statement.Place != place)
                await context.Output.WriteLineAsync($"\n{place = statement.Place}");
            if (statement.Text != text)
                await context.Output.WriteLineAsync($"  “{text = statement.Text}”");
            await context.Output.WriteLineAsync($"    → {StatementWords.Of(statement, names.Of)} ({statement.Id})");
        }
    }
}
