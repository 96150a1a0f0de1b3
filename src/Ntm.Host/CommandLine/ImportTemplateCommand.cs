using System.CommandLine;
using Ntm.Domain.Units;
using Ntm.Host.Questions;
using Ntm.Host.Tables;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm import template FILE.xlsx</c>: a table to fill in.</summary>
internal static class ImportTemplateCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string>("file") { Description = "Tệp .xlsx mới · a new workbook" };
        var unit = new Option<string>("--unit") { Description = "Đơn vị có các xã · the unit whose communes it holds", Required = true };
        var on = new Option<string?>("--on") { Description = "Ngày của bảng YYYY-MM-DD (mặc định hôm nay) · the day of the table" };
        var set = new Option<string?>("--set") { Description = "Bộ tiêu chí · the criteria set" };
        var command = new Command("template", "Tạo bảng mẫu để điền · write a table to fill in") { file, unit, on, set };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var resolved = await session.Questions.ResolveAsync(new QuestionText(parsed.GetValue(on), Set: parsed.GetValue(set)), cancellation);
            if (resolved.Value is not { } asked)
                return await QuestionOptions.RefuseAsync(context, resolved.Refusal!);
            var stated = parsed.GetRequiredValue(unit);
            if (!UnitId.TryParse(stated, out var id) || TableTemplate.Write(session.Live.Index, id, asked.On, asked.Sequence, asked.Set) is not { } workbook)
                return await QuestionOptions.RefuseAsync(context, QuestionRefusals.UnitUnknown(stated, asked.Sequence));

            await using var output = new FileStream(parsed.GetRequiredValue(file), FileMode.CreateNew, FileAccess.Write);
            await output.WriteAsync(workbook, cancellation);
            return ExitCodes.Done;
        });
        return command;
    }
}
