using System.CommandLine;
using System.Globalization;
using Ntm.Domain.Inspections;
using Ntm.Host.Pages;
using Ntm.Host.Plans;
using Ntm.Host.Questions;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm plan schedule PLAN</c>: puts the inspections a plan speaks of into the record.</summary>
internal static class PlanScheduleCommand
{
    internal static Command Create(CommandContext context)
    {
        var plan = PlanCommand.Recorded();
        var trial = new Option<bool>("--dry-run") { Description = "Chỉ cho biết sẽ ghi gì · only tell what would be recorded" };
        var command = new Command("schedule", "Lên lịch kiểm tra theo nhiệm vụ của kế hoạch · schedule the inspections of a plan") { plan, trial };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            if (await context.ActAsync(session, parsed.GetValue(trial)) is not { } act)
                return ExitCodes.Refused;
            var knownAt = await session.Live.CatchUpToHeadAsync(cancellation);
            var named = parsed.GetRequiredValue(plan);
            if (PlanResultEndpoints.Find(session.Live, named, knownAt) is not { } document)
                return await QuestionOptions.RefuseAsync(context, QuestionRefusals.PlanUnknown(named, knownAt));
            var result = await new InspectionScheduling(session.Live, session.Recorder).RunAsync(document, knownAt, parsed.GetValue(trial), act, cancellation);
            if (result.Refusals.Count > 0)
                return await PlanShowCommand.RefuseAsync(context, result.Refusals);
            foreach (var day in result.Lines.GroupBy(line => ((InspectionScheduled)line.Entry).DueBy).OrderBy(day => day.Key))
                await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Words.Day(day.Key)}: {day.Count()} xã"));
            await context.Output.WriteLineAsync(result.Recorded is { } recorded
                ? string.Create(CultureInfo.InvariantCulture, $"Đã lên lịch {recorded} lần kiểm tra, {result.Lines.Count - recorded} lần đã có · {recorded} scheduled, {result.Lines.Count - recorded} stood before")
                : string.Create(CultureInfo.InvariantCulture, $"Sẽ lên lịch {result.Lines.Count} lần kiểm tra, chưa ghi gì · {result.Lines.Count} would be scheduled, nothing is recorded"));
            return ExitCodes.Done;
        });
        return command;
    }
}
