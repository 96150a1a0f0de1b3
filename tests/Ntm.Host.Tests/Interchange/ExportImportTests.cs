using System.Globalization;
using System.Text.RegularExpressions;
using Ntm.Host.Tests.Reading;
using Ntm.Testing;

namespace Ntm.Host.Tests.Interchange;

/// <summary>An export fed to an empty database answers as the record it came from: on every day, as known at every prefix.</summary>
public sealed partial class ExportImportTests(TestCluster cluster, ITestOutputHelper output)
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("NTM_TEST_FULL") == "1";

    /// <summary>NTM_READING_SEED repeats a failure; ./ntm test --full takes ten histories.</summary>
    [Fact]
    public async Task An_export_in_an_empty_database_answers_as_the_record_it_came_from()
    {
        var given = Environment.GetEnvironmentVariable("NTM_READING_SEED");
        var first = given is null ? 20180630 : ulong.Parse(given, CultureInfo.InvariantCulture);
        for (var number = 0; number < (Full ? 10 : 1); number++)
            await CompareAsync(first + (ulong)number, Full ? 500 : 150);
    }

    private async Task CompareAsync(ulong seed, int entries)
    {
        Print($"seed {seed}, {entries} entries exported and imported");
        await using var record = new CopiedRecord(cluster);
        await record.StartAsync();
        var box = new BlackBox(record.Original, seed, Print);
        await box.TellAsync(RandomHistory.Create(seed, entries));
        await record.CopyAsync();

        var (original, copy) = await record.ExportsAsync();
        Assert.Equal(original, copy);
        var questions = 0;
        foreach (var path in Questions(new Dice(~seed), await box.FeedAsync("")))
        {
            var (expected, actual) = await record.AskAsync(path);
            Assert.True(expected == actual, $"seed {seed}: GET {path}\noriginal: {expected}\ncopy:     {actual}");
            questions++;
        }

        Print($"seed {seed}: {questions} questions answered alike by the record and its copy");
    }

    // Whatever kinds of questions there are, asked at every prefix, and once more as they come.
    private static IEnumerable<string> Questions(Dice dice, List<System.Text.Json.Nodes.JsonObject> entries)
    {
        var reading = new PlainReading(entries);
        for (var prefix = 0; prefix <= entries.Count; prefix++)
        {
            var path = RandomQuestion.Ask(dice, reading, entries).Path;
            yield return path;
            yield return string.Create(CultureInfo.InvariantCulture, $"{Knowledge().Replace(path, "")}&knownAt={prefix}");
        }
    }

    [GeneratedRegex("&knownAt=[0-9]+")]
    private static partial Regex Knowledge();

    private void Print(string line)
    {
        output.WriteLine(line);
        Console.WriteLine(line);
    }
}
