using Ntm.Host.Database;

namespace Ntm.Host.CommandLine;

/// <summary>What a command needs of the world around it; tests give their own.</summary>
/// <param name="Variable">Environment variables.</param>
public sealed record CommandContext(TextWriter Output, TextWriter Error, Func<string, string?> Variable, TimeProvider Time, ILoggerFactory Logs, bool IsTerminal)
{
    /// <summary>Standard output for what is no text.</summary>
    public Func<Stream> OpenBytes { get; init; } = Console.OpenStandardOutput;

    internal Task<RecordSession> OpenAsync(CancellationToken cancellation) =>
        RecordSession.OpenAsync(DatabaseChoice.FromEnvironment(Variable), Logs, Time, cancellation);
}
