using Ntm.Host.CommandLine;

// Reports go to standard error: standard output belongs to answers and exports.
using var logs = LoggerFactory.Create(logging => logging
    .SetMinimumLevel(LogLevel.Warning)
    // A start may wait for another program or for crash recovery; nobody should wait without a word.
    .AddFilter("Ntm.Host.PrivateClusters", LogLevel.Information)
    .AddSimpleConsole(console => console.SingleLine = true)
    .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));

using var termination = new Termination(TimeProvider.System, Console.Error);
return await NtmProgram.RunAsync(args, new CommandContext(
    Console.Out, Console.Error, Environment.GetEnvironmentVariable, TimeProvider.System, logs, IsTerminal: !Console.IsOutputRedirected), termination.Asked);
