using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Host.CommandLine;
using Ntm.Host.Demo;
using Ntm.Testing;

namespace Ntm.Host.Tests.CommandLine;

/// <summary>The program as typed, on a record with the real entries of the demonstration.</summary>
public sealed class TypedProgram(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(cluster);

    public sealed record Run(int Exit, string Output, string Error, byte[] Bytes);

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        var file = Path.Combine(Path.GetTempPath(), $"ntm-demo-{Guid.NewGuid():N}.ndjson");
        await File.WriteAllBytesAsync(file, DemoRecord.Lines(synthetic: false));
        try
        {
            Assert.Equal(0, (await RunAsync("import", file)).Exit);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    public Task<Run> RunAsync(params string[] arguments) => RunAsync(isTerminal: false, arguments);

    /// <summary>As a terminal of 80 columns shows it.</summary>
    public Task<Run> RunOnTerminalAsync(params string[] arguments) => RunAsync(isTerminal: true, arguments);

    private async Task<Run> RunAsync(bool isTerminal, string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        using var bytes = new MemoryStream();
        var context = new CommandContext(
            output, error, name => name == "NTM_DATABASE" ? _database.ConnectionString : null, TimeProvider.System, NullLoggerFactory.Instance, isTerminal)
        {
            OpenBytes = () => bytes,
        };
        var exit = await NtmProgram.RunAsync(arguments, context, CancellationToken.None);
        return new Run(exit, output.ToString(), error.ToString(), bytes.ToArray());
    }
}
