using System.CommandLine;
using System.Text.Json;
using Ntm.Domain.Refusals;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.EventStore.Append;
using Ntm.Host.Database;
using Ntm.Host.OfficialLists;
using Ntm.Host.Questions;
using Ntm.Host.Recording;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm import units FILE</c>: holds an official list against the record, and records what is confirmed.</summary>
internal static class ImportUnitsCommand
{
    private const string All = "all";

    internal static Command Create(CommandContext context)
    {
        var options = new Options();
        var command = new Command("units", "So danh mục đơn vị hành chính với sổ · hold an official list of units against the record");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (file, confirm) = (parsed.GetRequiredValue(options.File), parsed.GetValue(options.Confirm));
            foreach (var path in new[] { file, confirm is All ? null : confirm }.OfType<string>().Where(path => !File.Exists(path)))
                return await UsageAsync(context, $"Không có tệp '{path}' · there is no file '{path}'");
            if (!VietnamCalendar.TryParseDay(parsed.GetRequiredValue(options.On), out var on))
                return await UsageAsync(context, Sentence(QuestionRefusals.Day("--on").Refusal));
            if (!ListEndpoints.TryReadBasis(parsed.GetValue(options.BasisNumber), parsed.GetValue(options.BasisDate), parsed.GetValue(options.BasisIssuer), out var basis))
                return await UsageAsync(context, Sentence(QuestionRefusals.Basis().Refusal));
            var under = parsed.GetValue(options.Under);
            if (under is not null && !UnitId.TryParse(under, out _))
                return await UsageAsync(context, Sentence(FormRefusals.FieldInvalid("--under", Expected.Slug)));

            var list = ListFile.Read(await File.ReadAllBytesAsync(file, cancellation));
            await using var session = await context.OpenAsync(cancellation);
            if (await context.ActAsync(session, isTrial: confirm is null) is not { } act)
                return ExitCodes.Refused;
            var run = new Run(context, session, act, new ListQuestion(on, under is null ? null : UnitId.Parse(under), basis));
            return await run.Async(list, confirm, parsed.GetValue(options.WriteDifferences), parsed.GetValue(options.Format), cancellation);
        });
        return command;
    }

    private static async Task<int> UsageAsync(CommandContext context, string sentence)
    {
        await context.Error.WriteLineAsync(sentence);
        return ExitCodes.Usage;
    }

    private static string Sentence(Refusal refusal) => $"{refusal.Code}: {refusal.Vietnamese} · {refusal.English}";

    private sealed class Options
    {
        internal Argument<string> File { get; } = new("file") { Description = "Danh mục đơn vị, CSV · the list" };

        internal Option<string> On { get; } = new("--on") { Description = "Ngày của danh mục YYYY-MM-DD · the day of the list", Required = true };

        internal Option<string?> Under { get; } = new("--under") { Description = "Danh mục thuộc đơn vị này (mặc định cả nước) · the unit whose area the list covers" };

        internal Option<string?> BasisNumber { get; } = new("--basis-number") { Description = "Số hiệu văn bản căn cứ · the number of the document" };

        internal Option<string?> BasisDate { get; } = new("--basis-date") { Description = "Ngày văn bản · its day" };

        internal Option<string?> BasisIssuer { get; } = new("--basis-issuer") { Description = "Nơi ban hành · its issuer" };

        internal Option<string?> WriteDifferences { get; } = new("--write-differences") { Description = "Ghi các khác biệt vào tệp mới này để xem và sửa · write the differences to this new file" };

        internal Option<string?> Confirm { get; } = new("--confirm") { Description = "all, hoặc tệp khác biệt đã xem: ghi vào sổ · all, or a file of differences: record them" };

        internal Option<string> Format { get; } = QuestionOptions.Format("table", "json");

        internal void AddTo(Command command)
        {
            command.Arguments.Add(File);
            foreach (var option in (Option[])[On, Under, BasisNumber, BasisDate, BasisIssuer, WriteDifferences, Confirm, Format])
                command.Options.Add(option);
        }
    }

    private sealed class Run(CommandContext context, RecordSession session, Act act, ListQuestion question)
    {
        private readonly ListImport _import = new(session.Record, session.Live, session.Recorder);

        internal async Task<int> Async(ListFile list, string? confirm, string? writeTo, string? format, CancellationToken cancellation)
        {
            var (compared, refusals, unanswered) = await _import.CompareAsync(list, question, cancellation);
            if (unanswered is not null)
                return await QuestionOptions.RefuseAsync(context, unanswered);
            if (compared is not { } answer)
                return await RefuseAsync(refusals);

            if (writeTo is not null)
            {
                await using var output = new FileStream(writeTo, FileMode.CreateNew, FileAccess.Write);
                await DifferencesFile.WriteAsync(output, answer, cancellation);
            }

            if (confirm is not null)
                return await ConfirmAsync(answer, confirm, cancellation);
            if (format == "json")
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(answer, AnswerJson.Written.ListAnswer));
            else
                DifferencesTable.Write(context, answer);
            return ExitCodes.Done;
        }

        private async Task<int> ConfirmAsync(ListAnswer answer, string confirm, CancellationToken cancellation)
        {
            IReadOnlyList<ConfirmedLine>? confirmed = null;
            if (confirm != All)
            {
                (confirmed, var refusals) = DifferencesFile.Read(await File.ReadAllTextAsync(confirm, cancellation), answer);
                if (refusals.Count > 0)
                    return await RefuseAsync(refusals);
            }

            var result = await _import.ConfirmAsync(answer, question, confirmed, act, cancellation);
            if (result is RecordingResult.Refused refused)
                return await RefuseAsync(refused.Refusals);
            var recorded = ((RecordingResult.Recorded)result).Lines;
            var repeated = recorded.Count(line => line.Repeated);
            await context.Output.WriteLineAsync($"{recorded.Count - repeated} mục ghi mới, {repeated} đã có từ trước · {recorded.Count - repeated} recorded, {repeated} stood before");
            return ExitCodes.Done;
        }

        private async Task<int> RefuseAsync(IReadOnlyList<LineRefusal> refusals)
        {
            foreach (var (line, refusal) in refusals.OrderBy(refusal => refusal.Line))
            {
                var place = (line > 0 ? $"dòng · line {line}" : "ngoài danh mục · not in the list") + (refusal.Field is { } field ? $", {field}" : "");
                await context.Error.WriteLineAsync($"{place}: {Sentence(refusal)}");
            }

            await context.Output.WriteLineAsync("Bị từ chối; không có gì được ghi · refused, nothing was recorded");
            return ExitCodes.Refused;
        }
    }
}
