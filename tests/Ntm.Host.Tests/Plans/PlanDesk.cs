using Ntm.Host.Tests.CommandLine;
using Ntm.Testing;

namespace Ntm.Host.Tests.Plans;

/// <summary><c>ntm plan</c> as typed, on a record that knows the units of Văn Quan and no plan.</summary>
public sealed class PlanDesk(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        Assert.Equal(0, (await RunAnyAsync("import", PlanFiles.VanQuanUnits)).Exit);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    internal Task<TypedCommand> RunAsync(params string[] arguments) => RunAnyAsync(["plan", .. arguments]);

    internal Task<TypedCommand> RunAnyAsync(params string[] arguments) => TypedCommand.RunAsync(_database.ConnectionString, arguments);

    /// <summary>Every line of the record.</summary>
    internal async Task<string[]> EntriesAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"ntm-plan-{Guid.NewGuid():N}.ndjson");
        try
        {
            Assert.Equal(0, (await RunAnyAsync("export", file)).Exit);
            return await File.ReadAllLinesAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
