using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ntm.Host.Database;
using Ntm.Host.Questions;

namespace Ntm.Host.CommandLine;

/// <summary>Writes an answer in the format that was asked for; without one, as a table.</summary>
internal static class FormattedAnswer
{
    /// <summary>Opens the record, asks, and writes the answer, or why there is none.</summary>
    internal static async Task<int> AskAsync<T>(
        CommandContext context, string? format, Func<RecordSession, Task<Resolved<T>>> ask, JsonTypeInfo<T> json, Func<T, string> csv,
        Action<CommandContext, T> table, CancellationToken cancellation) where T : class
    {
        await using var session = await context.OpenAsync(cancellation);
        var answered = await ask(session);
        return answered.Value is { } answer
            ? await WriteAsync(context, format, answer, json, csv, table)
            : await QuestionOptions.RefuseAsync(context, answered.Refusal!);
    }

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
