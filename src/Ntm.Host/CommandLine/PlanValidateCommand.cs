using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ntm.Domain.Plans;
using Ntm.EventStore.Append;
using Ntm.Host.Access;
using Ntm.Host.Database;
using Ntm.Host.Plans;
using Ntm.Host.Questions;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm plan validate FILE</c>: everything a plan file would be refused for, each with its place. Nothing is recorded.</summary>
internal static class PlanValidateCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = PlanCommand.File();
        var format = QuestionOptions.Format("table", "json");
        var command = new Command("validate", "Kiểm tra một tệp kế hoạch, không ghi gì · check a plan file, record nothing") { file, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
                return await RefuseMissingAsync(context, path);
            await using var session = await context.OpenAsync(cancellation);
            var units = session.Plans.Units(await session.Live.CatchUpToHeadAsync(cancellation));
            if (units.AreShipped)
                await PlanCommand.SayShippedUnitsAsync(context);
            var answer = units.AreShipped
                ? await HoldAsync(session, path, units, cancellation)
                : (await RunAsync(session, path, isTrial: true, Caller.Local.ToAct("cli", null), cancellation)).Answer;
            if (parsed.GetValue(format) == "json")
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(answer, AnswerJson.Written.PlanFileAnswer));
            else
                await WriteAsync(context, answer);
            return answer.IsClear ? ExitCodes.Done : ExitCodes.Refused;
        });
        return command;
    }

    internal static async Task<int> RefuseMissingAsync(CommandContext context, string path)
    {
        await context.Error.WriteLineAsync($"Không có tệp '{path}' · there is no file '{path}'");
        return ExitCodes.Usage;
    }

    /// <summary>Reads the file and records it, or only tells what that would be.</summary>
    internal static async Task<(PlanFileAnswer Answer, PlanImportResult? Result)> RunAsync(
        RecordSession session, string path, bool isTrial, Act act, CancellationToken cancellation)
    {
        var read = await session.Plans.FindAsync(Path.GetFullPath(path), await session.Live.CatchUpToHeadAsync(cancellation), cancellation);
        if (read.Plan is not { } plan)
            return (PlanFileAnswer.Refused(read.Refusals), null);
        var import = new PlanImport(session.Record, session.Live, session.Recorder, session.Catalog, () => session.Questions.Today);
        var result = await import.RunAsync(plan, isTrial, act, cancellation);
        return (PlanFileAnswer.Of(result), result);
    }

    // On an empty record nothing could be recorded; what is wrong with the file can be told all the same.
    private static async Task<PlanFileAnswer> HoldAsync(RecordSession session, string path, KnownUnits units, CancellationToken cancellation)
    {
        var read = await session.Plans.FindAsync(Path.GetFullPath(path), units.KnownAt, cancellation);
        if (read.Plan is not { } plan)
            return PlanFileAnswer.Refused(read.Refusals);
        var communes = units.Map.Communes(plan.Scope, plan.Document!.Date, units.KnownAt);
        var change = PlanChange.Between(plan, PlanTargets.Of(plan, [.. communes.Select(unit => unit.Unit)]), null, []);
        return PlanFileAnswer.Of(new PlanImportResult(plan, null, change, [], PlanRules.Faults(plan, session.Catalog, units.Map, units.KnownAt), null));
    }

    internal static async Task WriteFaultsAsync(CommandContext context, PlanFileAnswer answer)
    {
        foreach (var fault in answer.Refusals)
            await context.Error.WriteLineAsync($"{fault.Code}: {(fault.Place is { } place ? place + ": " : "")}{fault.Message} · {fault.MessageEn}");
    }

    private static async Task WriteAsync(CommandContext context, PlanFileAnswer answer)
    {
        await WriteFaultsAsync(context, answer);
        if (!answer.IsClear)
        {
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{answer.Refusals.Count} lỗi; không có gì được ghi · {answer.Refusals.Count} faults; nothing was recorded"));
            return;
        }

        await context.Output.WriteLineAsync($"{answer.Plan}: hợp lệ · valid");
        foreach (var (kind, count) in answer.Kinds)
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {count,4} {kind}"));
    }
}
