using System.CommandLine;
using System.Text.Json;
using Ntm.Domain.Access;
using Ntm.Host.Evidence;
using Ntm.Host.Questions;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm evidence add FILE…</c>: hands files in, and prints what goes into an entry for each.</summary>
internal static class EvidenceAddCommand
{
    internal static Command Create(CommandContext context)
    {
        var files = new Argument<string[]>("file") { Description = "Tệp cần nộp · files to hand in", Arity = ArgumentArity.OneOrMore };
        var command = new Command("add", "Nộp tệp minh chứng · hand in files") { files };
        command.SetAction(async (parsed, cancellation) =>
        {
            var paths = parsed.GetRequiredValue(files);
            if (paths.FirstOrDefault(path => !File.Exists(path)) is { } nowhere)
            {
                await context.Error.WriteLineAsync($"Không có tệp '{nowhere}' · there is no file '{nowhere}'");
                return ExitCodes.Usage;
            }

            await using var session = await context.OpenAsync(cancellation);
            if (await EvidenceCommand.ActAsync(context, session, AccessRight.StoreEvidence) is not { } act)
                return ExitCodes.Refused;
            var desk = new EvidenceDesk(session.Evidence, session.Record, session.Live, () => session.Questions.Today);
            var exit = ExitCodes.Done;
            foreach (var path in paths)
            {
                await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
                var received = await desk.ReceiveAsync(content, Path.GetFileName(path), act, cancellation);
                if (received.Value is { } answer)
                {
                    await context.Output.WriteLineAsync(JsonSerializer.Serialize(answer, AnswerJson.Written.EvidenceAnswer));
                    continue;
                }

                await context.Error.WriteLineAsync(path);
                exit = await QuestionOptions.RefuseAsync(context, received.Refusal!);
            }

            return exit;
        });
        return command;
    }
}
