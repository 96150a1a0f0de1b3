using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ntm.Host.CommandLine;

/// <summary>Writes an answer in the format that was asked for; without one, as a table.</summary>
internal static class FormattedAnswer
{
    internal static async Task<int> WriteAsync<T>(
        CommandContext context, string? format, T answer, JsonTypeInfo<T> json, Func<T, string> csv, Action<CommandContext, T> table)
    {
        switch (format)
        {
            case "json":
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(answer, json));
                break;
            case "csv":
                await context.Output.WriteAsync(csv(answer));
                break;
            default:
                table(context, answer);
                break;
        }

        return ExitCodes.Done;
    }
}
