using System.CommandLine;
using System.Globalization;
using Ntm.Host.Evidence;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm evidence check</c>: every stored file against its hash, and which files entries rest on that are not there.</summary>
internal static class EvidenceCheckCommand
{
    private const int MostShown = 20;

    internal static Command Create(CommandContext context)
    {
        var command = new Command("check", "Băm lại mọi tệp, tìm tệp chưa nộp · hash every file again, find those not handed in");
        command.SetAction(async (_, cancellation) =>
        {
            await using var session = await context.OpenAsync(cancellation);
            var progress = new ProgressLine(context);
            var result = await new EvidenceCheck(session.Evidence, session.Live.Index).RunAsync(progress.Report, cancellation);
            progress.End();
            foreach (var file in result.Missing)
            {
                var shown = string.Join(", ", file.Entries.Take(MostShown)) + (file.Entries.Count > MostShown ? ", …" : "");
                await context.Output.WriteLineAsync($"{file.Sha256}  chưa nộp tệp · not handed in; {shown}");
            }

            foreach (var hash in result.Damaged)
                await context.Error.WriteLineAsync($"{hash}  nội dung không còn đúng · the content is no longer what was stored");
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"Đã băm lại {result.Files} tệp ({result.Bytes} byte), {result.Damaged.Count} hỏng; {result.Missing.Count} tệp chưa nộp · {result.Files} files hashed, {result.Damaged.Count} damaged; {result.Missing.Count} not handed in"));
            return result.Damaged.Count == 0 ? ExitCodes.Done : ExitCodes.Refused;
        });
        return command;
    }
}
