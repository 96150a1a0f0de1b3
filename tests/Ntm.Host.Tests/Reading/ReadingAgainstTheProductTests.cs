using System.Globalization;
using Ntm.Testing;

namespace Ntm.Host.Tests.Reading;

/// <summary>Random histories told to the product over HTTP and read plainly from what it says it recorded; no product code is shared.</summary>
public sealed class ReadingAgainstTheProductTests(TestCluster cluster, ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_product_answers_as_the_record_is_plainly_read(int seed) => await CompareAsync((ulong)seed, questions: 300, entries: 400);

    /// <summary>NTM_READING_SEED repeats a failure; ./ntm test --full asks 10,000 questions, 500 of each of twenty histories.</summary>
    [Fact]
    public async Task Histories_nobody_chose_are_read_alike()
    {
        var given = Environment.GetEnvironmentVariable("NTM_READING_SEED");
        var first = given is null ? 20181231 : ulong.Parse(given, CultureInfo.InvariantCulture);
        var histories = Environment.GetEnvironmentVariable("NTM_TEST_FULL") == "1" ? 20 : 1;
        for (var number = 0; number < histories; number++)
            await CompareAsync(first + (ulong)number, questions: histories == 1 ? 300 : 500, entries: 1000);
    }

    private async Task CompareAsync(ulong seed, int questions, int entries)
    {
        await using var product = new Product(cluster);
        await BlackBox.CompareAsync(product, seed, questions, line =>
        {
            output.WriteLine(line);
            Console.WriteLine(line);
        }, entries);
    }

    private sealed class Product(TestCluster cluster) : IProductOnEmptyDatabase, IAsyncDisposable
    {
        private RunningHost? _host;

        public async Task<HttpClient> StartOnEmptyDatabaseAsync()
        {
            _host = new RunningHost(cluster);
            await _host.InitializeAsync();
            return _host.Client;
        }

        public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
