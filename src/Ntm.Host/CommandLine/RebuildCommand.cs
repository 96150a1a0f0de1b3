using System.CommandLine;
using Ntm.Host.Views;
using Ntm.Projections.Views;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm rebuild [VIEW]</c>: makes the views again from the entries, beside the live ones.</summary>
internal static class RebuildCommand
{
    internal static Command Create(CommandContext context)
    {
        var name = new Argument<string?>("view") { Description = "Bảng cần lập lại; bỏ trống: tất cả · the view; none: all", DefaultValueFactory = _ => null };
        name.AcceptOnlyFromAmong([.. View.All.Select(view => view.Name)]);
        var command = new Command("rebuild", "Lập lại các bảng từ sổ, người đọc không phải chờ · make the views again from the entries") { name };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var chosen = parsed.GetValue(name) is { } only ? View.All.Where(view => view.Name == only).ToList() : View.All;
            var progress = new ProgressLine(context);
            try
            {
                return await TellAsync(context, chosen, progress, await new Rebuild(session, chosen, progress.Report).RunAsync(cancellation));
            }
            catch (TimeoutException fault)
            {
                progress.End();
                await context.Error.WriteLineAsync(fault.Message);
                return ExitCodes.Refused;
            }
        });
        return command;
    }

    private static async Task<int> TellAsync(CommandContext context, IReadOnlyList<View> views, ProgressLine progress, RebuildResult result)
    {
        progress.End();
        switch (result)
        {
            case RebuildResult.Hindered(var reason):
                await context.Error.WriteLineAsync($"Chưa lập lại được, không có gì thay đổi · Not rebuilt, nothing was changed: {reason}");
                return ExitCodes.Refused;
            case RebuildResult.Replaced(var position, var differences):
                await context.Output.WriteLineAsync(
                    $"Đã lập lại {string.Join(", ", views)} đến mục ghi {position} · rebuilt up to entry {position}");
                if (differences.Count == 0)
                    return ExitCodes.Done;
                await context.Error.WriteLineAsync("Bảng cũ sai và đã được thay; chỗ sai đầu tiên · What was replaced was wrong; it differed first in:");
                await CheckCommand.WriteAsync(context, differences);
                return ExitCodes.Refused;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
