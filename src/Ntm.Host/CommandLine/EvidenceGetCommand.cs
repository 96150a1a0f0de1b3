using System.CommandLine;
using System.Security.Cryptography;
using Ntm.Domain.Access;
using Ntm.Host.Evidence;
using Ntm.Projections.Index;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm evidence get SHA256 OUT</c>: a file as it was handed in; that it is opened is noted down first.</summary>
internal static class EvidenceGetCommand
{
    internal static Command Create(CommandContext context)
    {
        var sha256 = new Argument<string>("sha256") { Description = "SHA-256 của tệp · the hash of the file" };
        var output = new Argument<string>("out") { Description = "Nơi ghi · where to write it" };
        var command = new Command("get", "Lấy một tệp minh chứng · a file as it was handed in") { sha256, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (hash, path) = (parsed.GetRequiredValue(sha256), parsed.GetRequiredValue(output));
            if (!EvidenceHash.TryParse(hash, out _))
                return await QuestionOptions.RefuseAsync(context, EvidenceRefusals.HashInvalid());
            await using var session = await context.OpenAsync(cancellation);
            if (await EvidenceCommand.ActAsync(context, session, AccessRight.ReadEvidence) is not { } act)
                return ExitCodes.Refused;
            if (await session.Evidence.FindAsync(hash, cancellation) is not { } file)
                return await QuestionOptions.RefuseAsync(context, EvidenceRefusals.NotStored(hash));
            if (await new EvidenceDesk(session.Evidence, session.Record, session.Live, () => session.Questions.Today).RefusalOfOpeningAsync(hash, act, cancellation) is { } refusal)
                return await EvidenceCommand.RefuseAsync(context, refusal);
            // An existing file is somebody's.
            await using (var written = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await session.Evidence.NoteOpeningAsync(hash, act, cancellation);
                await using var content = session.Evidence.Read(file);
                await content.CopyToAsync(written, cancellation);
                written.Position = 0;
                if (Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellation)) == hash)
                {
                    await context.Error.WriteLineAsync($"{file.Name} ({file.MediaType}, {file.Size} byte)");
                    return ExitCodes.Done;
                }
            }

            File.Delete(path);
            await context.Error.WriteLineAsync("Nội dung trong cơ sở dữ liệu không còn đúng với SHA-256 · the content in the database is no longer what was stored");
            return ExitCodes.Refused;
        });
        return command;
    }
}
