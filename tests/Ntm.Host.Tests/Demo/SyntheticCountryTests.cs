using System.Security.Cryptography;
using System.Text;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.EventStore.Append;
using Ntm.Host.Demo.Country;
using Ntm.Host.Recording;
using Ntm.Host.Tests.Recording;
using Ntm.Testing;

namespace Ntm.Host.Tests.Demo;

/// <summary>The country of <c>ntm demo --scale</c> and of the measurements.</summary>
public sealed class SyntheticCountryTests(RecordingDatabase database) : IClassFixture<RecordingDatabase>
{
    private static readonly CriteriaCatalog Catalog = CriteriaCatalog.Shipped();

    // People compare what they measured on it: another country is another measure.
    [Fact]
    public void Its_lines_are_the_same_for_ever()
    {
        var lines = Lines(0.01m);
        var text = Encoding.UTF8.GetString(lines);
        var chosen = text.Split('\n').Where((_, number) => number is 0 or 1 or 2 or 20 || number % 2_000 == 150);

        Snapshot.Verify($"{string.Join('\n', chosen)}\nsha256 {Convert.ToHexStringLower(SHA256.HashData(lines))}\n");
        Assert.True(text.IsNormalized(NormalizationForm.FormC));
    }

    [Fact]
    public void Both_faces_tell_the_same()
    {
        var lines = Encoding.UTF8.GetString(Lines(0.01m)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var record = Country(0.01m).Record().ToList();

        Assert.Equal(lines.Length, record.Count);
        foreach (var (line, entry) in lines.Zip(record))
        {
            var read = LineReader.Read(1, Encoding.UTF8.GetBytes(line)).Submitted!;
            Assert.Equal(entry.Id, read.Id);
            Assert.True(LineWriter.SayTheSame(entry.Entry, read.Entry), line);
        }
    }

    [Fact]
    public void No_rule_refuses_a_line_of_it()
    {
        foreach (var scale in new[] { 0.001m, 0.01m, 0.05m })
        {
            var record = Country(scale).Record().ToList();
            var lines = record.Select((entry, index) => new SubmittedLine(index + 1, entry.Id, entry.Entry, null)).ToList();
            var judged = new Domain.Recording.BatchJudge(
                Domain.Recording.Register.Empty, Catalog, SyntheticCountry.LastDay, _ => null, Guid.NewGuid).Judge(lines);

            Assert.Empty(judged.Refusals.Take(5).Select(refusal => $"{refusal.Line}: {refusal.Refusal.Code}"));
            Assert.Equal(record.Select(entry => (entry.Id, entry.Stream)), judged.Accepted.Select(entry => (entry.Id, entry.Stream)));
        }
    }

    [Fact]
    public async Task It_is_imported_whole()
    {
        await using var host = await database.OpenHostAsync();
        var lines = Lines(0.01m);
        var import = new FileImport(host.Record, host.Live, host.Recorder, host.Catalog, () => host.Questions.Today, host.Time);

        var result = await import.RunAsync(() => new MemoryStream(lines), new Act("local", null, "test", null), null, TestContext.Current.CancellationToken);

        Assert.Empty(result.Refusals);
        Assert.Equal(lines.Count(letter => letter == '\n'), result.Recorded);
        // Versions and streams as the measurements write them without an import.
        var told = Country(0.01m).Record().ToDictionary(entry => entry.Id, entry => (entry.Stream, entry.Version));
        var stood = await host.Record.ReadAsync(0, long.MaxValue, null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(stood.TakeLast(told.Count), entry => Assert.Equal(told[entry.Id], (entry.Stream, entry.Version)));
    }

    private static SyntheticCountry Country(decimal scale, int history = 1) => new(Catalog, CountrySize.At(scale, history));

    private static byte[] Lines(decimal scale)
    {
        using var output = new MemoryStream();
        using var entries = Country(scale).Entries().GetEnumerator();
        CountryLines.Write(output, entries, CancellationToken.None);
        return output.ToArray();
    }
}
