using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Host.CommandLine;

namespace Ntm.Host.Tests.CommandLine;

/// <summary>A command as typed, on a named database, and what became of it.</summary>
internal sealed record TypedCommand(int Exit, string Output, string Error)
{
    public static Task<TypedCommand> RunAsync(string database, params string[] arguments) =>
        RunAsync(name => name == "NTM_DATABASE" ? database : null, arguments);

    public static async Task<TypedCommand> RunAsync(Func<string, string?> variable, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var context = new CommandContext(
            output, error, variable, TimeProvider.System, NullLoggerFactory.Instance, IsTerminal: false);
        var exit = await NtmProgram.RunAsync(arguments, context, CancellationToken.None);
        return new TypedCommand(exit, output.ToString(), error.ToString());
    }
}
