using System.CommandLine;
using Ntm.Projections.Reports;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm report list</c>: the reports there are.</summary>
internal static class ReportListCommand
{
    internal static Command Create(CommandContext context)
    {
        var command = new Command("list", "Các mẫu báo cáo · the reports there are");
        command.SetAction(async (_, _) =>
        {
            foreach (var kind in ReportKinds.All)
                await context.Output.WriteLineAsync($"{kind.Slug,-24}{kind.Title.Vietnamese} · {kind.Title.English}");
            return ExitCodes.Done;
        });
        return command;
    }
}
