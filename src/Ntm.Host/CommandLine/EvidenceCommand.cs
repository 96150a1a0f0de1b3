using System.CommandLine;
using Ntm.EventStore.Append;

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

    internal static Act Act { get; } = new("local", null, "cli", null);
}
