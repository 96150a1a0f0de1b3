using Ntm.Host.Tests.CommandLine;
using Ntm.Testing;

namespace Ntm.Host.Tests.Reports;

/// <summary>The product with the record of <see cref="ReportSamples"/> in its database.</summary>
public sealed class ReportHost(TestCluster cluster) : IAsyncLifetime
{
    private readonly RunningHost _host = new(cluster);

    public HttpClient Client => _host.Client;

    public string ConnectionString => _host.ConnectionString;

    public string Folder { get; } = Directory.CreateTempSubdirectory("ntm-report-").FullName;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        Assert.Equal(System.Net.HttpStatusCode.Created, (await Client.TellAsync([.. ReportSamples.Lines])).Status);
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        await _host.DisposeAsync();
    }

    internal Task<TypedCommand> RunAsync(params string[] arguments) => TypedCommand.RunAsync(ConnectionString, ["report", .. arguments]);

    /// <summary>A report as known at the end of the sample, in a file.</summary>
    internal async Task<string> WriteAsync(string kind, string form, params string[] options)
    {
        var file = Path.Combine(Folder, $"{Guid.NewGuid():N}.{form}");
        var run = await RunAsync([kind, "lang-son", "--on", "2018-12-31", "--known-at", $"{ReportSamples.Last}", "--format", form, "--output", file, .. options]);
        Assert.True(run.Exit == 0, run.Error);
        return file;
    }
}
