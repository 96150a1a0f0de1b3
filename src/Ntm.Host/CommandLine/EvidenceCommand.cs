using System.CommandLine;
using Ntm.Domain.Access;
using Ntm.Domain.Refusals;
using Ntm.EventStore.Append;
using Ntm.Host.Database;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm evidence …</c>: the files behind findings.</summary>
internal static class EvidenceCommand
{
    internal static Command Create(CommandContext context) => new("evidence", "Tệp minh chứng · evidence files")
    {
        EvidenceAddCommand.Create(context),
        EvidenceGetCommand.Create(context),
        EvidenceCheckCommand.Create(context),
    };

    /// <returns>Null where there are accounts and the token serves for nothing of the kind; why was told.</returns>
    internal static async Task<Act?> ActAsync(CommandContext context, RecordSession session, AccessRight right)
    {
        if (await context.ActAsync(session) is not { } act)
            return null;
        if (act.Office is null || act.Office.Holds(right))
            return act;
        await RefuseAsync(context, AccessRefusals.Role(Roles.Names.NameOf(act.Office.Role)));
        return null;
    }

    internal static async Task<int> RefuseAsync(CommandContext context, Refusal refusal)
    {
        await context.Error.WriteLineAsync($"{refusal.Code}: {refusal.Vietnamese} · {refusal.English}");
        return ExitCodes.Refused;
    }
}
