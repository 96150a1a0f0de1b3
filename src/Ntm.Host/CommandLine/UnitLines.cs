using Ntm.Host.Pages;

namespace Ntm.Host.CommandLine;

/// <summary>The lines above a table about one unit.</summary>
internal static class UnitLines
{
    internal static void Write(
        CommandContext context, string name, DateOnly establishedOn, DateOnly? endedOn, IReadOnlyList<string>? successors, long knownAt)
    {
        context.Output.WriteLine($"{name} · từ {Words.Day(establishedOn)} · biết đến số {knownAt}");
        if (endedOn is { } ended)
            context.Output.WriteLine($"Chấm dứt từ {Words.Day(ended)}, {Words.Successors(successors!)}");
    }
}
