using System.CommandLine;
using Ntm.EventStore.Migrations;
using Ntm.EventStore;
using Ntm.Host.OpenIdConnect;
using Ntm.Host.PrivateClusters;
using Ntm.Host.Serving;

namespace Ntm.Host.CommandLine;

/// <summary>The one program. Exit codes: 0 done, 1 refused or found wrong, 2 usage, 3 database unreachable.</summary>
public static class NtmProgram
{
    /// <summary>Every command of the program.</summary>
    internal static RootCommand Root(CommandContext context) => new("Ntm: sổ ghi tiêu chí nông thôn mới theo hai đồng hồ · the record of new-rural-development criteria on two clocks")
    {
        ServeCommand.Create(context),
        DemoCommand.Create(context),
        ImportCommand.Create(context),
        ExportCommand.Create(context),
        StatusCommand.Create(context),
        MatrixCommand.Create(context),
        ReportCommand.Create(context),
        AppraisalSheetCommand.Create(context),
        HistoryCommand.Create(context),
        PeriodsCommand.Create(context),
        DifferenceCommand.Create(context),
        TitlesCommand.Create(context),
        DossierCommand.Create(context),
        PlanCommand.Create(context),
        InspectionsCommand.Create(context),
        EvidenceCommand.Create(context),
        BackupCommand.Create(context),
        RestoreCommand.Create(context),
        RebuildCommand.Create(context),
        CheckCommand.Create(context),
        UserCommand.Create(context),
        TokenCommand.Create(context),
    };

    public static async Task<int> RunAsync(string[] arguments, CommandContext context, CancellationToken cancellation)
    {
        var root = Root(context);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await context.Error.WriteLineAsync(error.Message);
            await context.Error.WriteLineAsync("ntm --help");
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = context.Output, Error = context.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellation);
        }
        catch (Exception fault) when (fault is PrivateClusterException or StoreUnavailableException or Npgsql.NpgsqlException or ClockBehindException)
        {
            await context.Error.WriteLineAsync($"Không dùng được cơ sở dữ liệu · The database cannot be used: {fault.Message}");
            return ExitCodes.DatabaseUnreachable;
        }
        catch (Exception fault) when (fault is MigrationMismatchException or InvalidDataException or CommitOutcomeUnknownException
            or IOException or UnauthorizedAccessException)
        {
            await context.Error.WriteLineAsync(fault.Message);
            return ExitCodes.Refused;
        }
        catch (Exception fault) when (fault is ServingSettingsException or ProviderSettingsException)
        {
            await context.Error.WriteLineAsync(fault.Message);
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException)
        {
            await context.Error.WriteLineAsync("Đã dừng theo yêu cầu · Stopped as asked");
            return ExitCodes.Refused;
        }
    }
}

internal static class ExitCodes
{
    internal const int Done = 0;
    internal const int Refused = 1;
    internal const int Usage = 2;
    internal const int DatabaseUnreachable = 3;
}
