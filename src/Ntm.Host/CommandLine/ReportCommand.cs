using System.CommandLine;
using Ntm.Host.Reports;
using Ntm.Projections.Reports;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm report KIND UNIT</c>: a report as offices hand it in.</summary>
internal static class ReportCommand
{
    internal static Command Create(CommandContext context)
    {
        var options = new ReportOptions();
        var command = new Command("report", "Lập báo cáo theo mẫu · a report as it is handed in");
        options.AddTo(command);
        command.Subcommands.Add(ReportListCommand.Create(context));
        command.Subcommands.Add(ReportVerifyCommand.Create(context));
        command.SetAction(async (parsed, cancellation) =>
        {
            var (format, output) = (parsed.GetValue(options.Format)!, parsed.GetValue(options.Output));
            if (await IsForNoScreenAsync(context, format, output))
                return ExitCodes.Usage;

            await using var session = await context.OpenAsync(cancellation);
            var made = await session.Reports.MakeAsync(options.Read(parsed), cancellation);
            if (made.Value is not { } report)
                return await QuestionOptions.RefuseAsync(context, made.Refusal!);
            if (format == "table" && output is null)
                WriteTables(context, report);
            else
                await WriteAsync(context, ReportForms.Write(report, format, options.ReadHeading(parsed)), output, cancellation);
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>A file of this format was to be written to a terminal; that was told.</summary>
    internal static async Task<bool> IsForNoScreenAsync(CommandContext context, string format, string? output)
    {
        if (format is not ("xlsx" or "docx") || output is not null || !context.IsTerminal)
            return false;
        await context.Error.WriteLineAsync("Tệp này không hiện được trên màn hình; hãy thêm --output TỆP · this cannot be shown on a screen; add --output FILE");
        return true;
    }

    // An existing file is somebody's.
    internal static async Task WriteAsync(CommandContext context, byte[] file, string? path, CancellationToken cancellation)
    {
        if (path is null)
        {
            await using var output = context.OpenBytes();
            await output.WriteAsync(file, cancellation);
            return;
        }

        await using var named = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await named.WriteAsync(file, cancellation);
    }

    internal static void WriteTables(CommandContext context, Report report)
    {
        context.Output.WriteLine(ReportWords.Title(report));
        foreach (var line in ReportWords.Heading(report))
            context.Output.WriteLine(line);
        foreach (var shown in report.Tables)
        {
            var printed = shown.Printed.ToList();
            var table = new Table().Border(TableBorder.Simple);
            foreach (var (column, _) in printed)
                table.AddColumn(new TableColumn(Markup.Escape(column.Heading)) { Alignment = column.IsCentered ? Justify.Center : Justify.Left });
            foreach (var row in shown.Rows)
                table.AddRow(printed.Select(column => Markup.Escape(ReportWords.Shown(row.Cells[column.Place]))).ToArray());
            if (report.Tables.Count > 1)
                context.Output.WriteLine(shown.Title);
            TerminalTable.Write(context, table);
        }

        foreach (var note in report.Notes)
            context.Output.WriteLine(note);
        context.Output.WriteLine($"SHA-256: {report.Hash()}");
    }
}
