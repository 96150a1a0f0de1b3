using System.CommandLine;
using System.Text.Json;
using Ntm.Host.Questions;
using Ntm.Host.Reports;
using Ntm.Projections.Appraisal;
using Ntm.Projections.Reports;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm appraisal-sheet UNIT</c>: one unit on a day, criterion by criterion.</summary>
internal static class AppraisalSheetCommand
{
    internal static Command Create(CommandContext context)
    {
        var options = new ReportOptions(ReportKinds.AppraisalSheet);
        var command = new Command("appraisal-sheet", "Phiếu thẩm định của một đơn vị · the appraisal sheet of a unit");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (format, output) = (parsed.GetValue(options.Format)!, parsed.GetValue(options.Output));
            if (await ReportCommand.IsForNoScreenAsync(context, format, output))
                return ExitCodes.Usage;

            await using var session = await context.OpenAsync(cancellation);
            var request = options.Read(parsed);
            var resolved = await session.Questions.ResolveAsync(request.Question, cancellation);
            if (resolved.Value is not { } asked)
                return await QuestionOptions.RefuseAsync(context, resolved.Refusal!);
            if (await session.Appraisals.MakeAsync(request.Unit, asked, cancellation) is not { } sheet)
                return await QuestionOptions.RefuseAsync(context, QuestionRefusals.UnitUnknown(request.Unit, asked.Sequence));
            if (format == "json")
                return await WriteJsonAsync(context, sheet, output, cancellation);

            // As resolved, so that both speak of one moment.
            var made = await session.Reports.MakeAsync(request with { Question = asked.ToText() }, cancellation);
            if (made.Value is not { } report)
                return await QuestionOptions.RefuseAsync(context, made.Refusal!);
            if (format == "table" && output is null)
                await WriteAsync(context, session, sheet, report, cancellation);
            else
                await ReportCommand.WriteAsync(context, ReportForms.Write(report, format == "table" ? "csv" : format, options.ReadHeading(parsed)), output, cancellation);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<int> WriteJsonAsync(CommandContext context, AppraisalSheet sheet, string? output, CancellationToken cancellation)
    {
        var json = JsonSerializer.Serialize(sheet, AnswerJson.Written.AppraisalSheet) + "\n";
        if (output is null)
            await context.Output.WriteAsync(json);
        else
            await ReportCommand.WriteAsync(context, System.Text.Encoding.UTF8.GetBytes(json), output, cancellation);
        return ExitCodes.Done;
    }

    private static async Task WriteAsync(CommandContext context, Database.RecordSession session, AppraisalSheet sheet, Report report, CancellationToken cancellation)
    {
        ReportCommand.WriteTables(context, report);
        var files = sheet.Criteria.SelectMany(criterion => criterion.Periods).SelectMany(period => period.Finding.Evidence).DistinctBy(file => file.Sha256).ToList();
        // Of now, and no part of the sheet: a file can be handed in later.
        var stored = await session.Evidence.StoredAmongAsync(files.ConvertAll(file => file.Sha256), cancellation);
        foreach (var file in files.Where(file => !stored.Contains(file.Sha256)))
            await context.Output.WriteLineAsync($"chưa nộp tệp · not handed in: {file.Name} {file.Sha256}");
    }
}
