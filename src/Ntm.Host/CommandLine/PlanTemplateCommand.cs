using System.CommandLine;
using Ntm.Domain.Plans.Sheets;
using Ntm.Domain.Units;
using Ntm.Host.Plans;
using Ntm.Host.Questions;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm plan template FILE</c>: a workbook to fill a plan in on.</summary>
internal static class PlanTemplateCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string>("file") { Description = "Tệp .xlsx mới · a new workbook" };
        var unit = new Option<string>("--unit") { Description = "Đơn vị của kế hoạch · the unit the plan is of", Required = true };
        var on = new Option<string?>("--on") { Description = "Ngày của kế hoạch YYYY-MM-DD (mặc định hôm nay) · the day of the plan" };
        var set = new Option<string?>("--set") { Description = "Bộ tiêu chí · the criteria set" };
        var command = new Command("template", "Tạo mẫu để điền kế hoạch · write a workbook to fill a plan in on") { file, unit, on, set };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var resolved = await session.Questions.ResolveAsync(new QuestionText(parsed.GetValue(on), Set: parsed.GetValue(set)), cancellation);
            if (resolved.Value is not { } asked)
                return await QuestionOptions.RefuseAsync(context, resolved.Refusal!);
            var units = session.Plans.Units(asked.Sequence);
            if (units.AreShipped)
                await PlanCommand.SayShippedUnitsAsync(context);
            var stated = parsed.GetRequiredValue(unit);
            if (!UnitId.TryParse(stated, out var id) || PlanTerritory.Of(units.Map, id, asked.On, units.KnownAt) is not { } territory)
                return await QuestionOptions.RefuseAsync(context, QuestionRefusals.UnitUnknown(stated, asked.Sequence));

            await using var output = new FileStream(parsed.GetRequiredValue(file), FileMode.CreateNew, FileAccess.Write);
            await output.WriteAsync(PlanTemplate.Write(territory, asked.Set), cancellation);
            return ExitCodes.Done;
        });
        return command;
    }
}
