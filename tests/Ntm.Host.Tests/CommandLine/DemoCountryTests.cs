using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Domain.Criteria;
using Ntm.Host.CommandLine;
using Ntm.Host.Demo.Country;
using Ntm.Testing;

namespace Ntm.Host.Tests.CommandLine;

/// <summary><c>ntm demo --scale N</c>.</summary>
public sealed class DemoCountryTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(cluster);
    private readonly string _folder = Directory.CreateTempSubdirectory("ntm-country-").FullName;
    private readonly string[] _lines = Lines(0.001m);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_country_is_recorded_and_run_again_it_stands()
    {
        var first = await DemoAsync("--scale", "0.001");
        Assert.Contains($"{_lines.Length} recorded, 0 stood before", first.Output, StringComparison.Ordinal);

        var again = await DemoAsync("--scale", "0.001");
        Assert.Contains($"0 recorded, {_lines.Length} stood before", again.Output, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:", again.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "country-*.ndjson"));
    }

    [Fact]
    public async Task A_country_half_recorded_is_gone_on_with()
    {
        await ImportAsync(_lines.Take(1_000));

        var run = await DemoAsync("--scale", "0.001");

        Assert.Contains($"{_lines.Length - 1_000} recorded, 1000 stood before", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_country_is_never_mixed_into_another_record()
    {
        await ImportAsync(Lines(0.002m).Take(50));

        var run = await DemoAsync("--scale", "0.001");

        Assert.Equal(1, run.Exit);
        Assert.Contains("Sổ này đã có dữ liệu khác", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("10.5")]
    [InlineData("0,5")]
    [InlineData("all")]
    [InlineData("1", "--no-synthetic")]
    public async Task What_is_no_scale_is_told(params string[] scale)
    {
        var run = await DemoAsync(["--scale", .. scale]);
        Assert.Equal(2, run.Exit);
        Assert.Contains("--scale", run.Error, StringComparison.Ordinal);
    }

    private async Task<TypedCommand> DemoAsync(params string[] options)
    {
        using var stop = new CancellationTokenSource();
        using var output = new AddressWatcher(stop);
        using var error = new StringWriter();
        var context = new CommandContext(
            output, error, name => name == "NTM_DATABASE" ? _database.ConnectionString : null, TimeProvider.System, NullLoggerFactory.Instance, IsTerminal: false);
        var exit = await NtmProgram.RunAsync(["demo", "--urls", "http://127.0.0.1:0", .. options], context, stop.Token);
        return new TypedCommand(exit, output.ToString(), error.ToString());
    }

    private async Task ImportAsync(IEnumerable<string> lines)
    {
        var file = Path.Combine(_folder, "some.ndjson");
        await File.WriteAllLinesAsync(file, lines);
        var run = await TypedCommand.RunAsync(_database.ConnectionString, "import", file);
        Assert.True(run.Exit == 0, run.Error);
    }

    private static string[] Lines(decimal scale)
    {
        using var output = new MemoryStream();
        using var country = new SyntheticCountry(CriteriaCatalog.Shipped(), CountrySize.At(scale)).Entries().GetEnumerator();
        CountryLines.Write(output, country, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
