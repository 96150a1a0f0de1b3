using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary>Writes a table to a command's output: as wide as the terminal, or unshortened into a file.</summary>
internal static class TerminalTable
{
    private const int FileWidth = 200;

    internal static void Write(CommandContext context, Table table)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(context.Output),
            Ansi = context.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = InteractionSupport.No,
        });
        if (!context.IsTerminal)
            console.Profile.Width = FileWidth;
        console.Write(table);
    }
}
