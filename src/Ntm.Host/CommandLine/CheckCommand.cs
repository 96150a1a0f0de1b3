using System.CommandLine;
using Ntm.Host.Views;
using Ntm.Projections.Views;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm check</c>: every projection against a fresh fold of the entries.</summary>
internal static class CheckCommand
{
    internal static Command Create(CommandContext context)
    {
        var command = new Command("check", "Đối chiếu các bảng với sổ · hold every projection against the entries");
        command.SetAction(async (_, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var progress = new ProgressLine(context);
            var result = await new ViewCheck(session).RunAsync(progress.Report, cancellation);
            progress.End();
            if (result.Differences.Count == 0)
            {
                await context.Output.WriteLineAsync($"Mọi bảng đúng với sổ đến mục ghi {result.Position} · every projection agrees with the record up to entry {result.Position}");
                return ExitCodes.Done;
            }

            await WriteAsync(context, result.Differences);
            await context.Error.WriteLineAsync("Sổ không bị ảnh hưởng; 'ntm rebuild' lập lại các bảng · The record is not concerned; 'ntm rebuild' makes the views again");
            return ExitCodes.Refused;
        });
        return command;
    }

    internal static async Task WriteAsync(CommandContext context, IReadOnlyList<ViewDifference> differences)
    {
        foreach (var difference in differences)
        {
            await context.Error.WriteLineAsync($"{difference.View}: {difference.Row}");
            await context.Error.WriteLineAsync($"  đang có · there is: {difference.Found ?? "không có · nothing"}");
            await context.Error.WriteLineAsync($"  phải là · should be: {difference.Expected ?? "không có · nothing"}");
        }
    }
}
