using System.Reflection;

namespace Ntm.Host.Backups;

internal static class ProgramVersion
{
    internal static string Number { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
