using System.Text;
using Ntm.Domain.Refusals;
using Ntm.EventStore.Append;
using Ntm.Host.Database;
using Ntm.Host.Recording;

namespace Ntm.Host.Tests.Recording;

/// <summary>Files of several chunks.</summary>
public sealed class FileImportTests(RecordingDatabase database) : IClassFixture<RecordingDatabase>
{
    private const int Many = 5_000;

    [Fact]
    public async Task A_file_is_recorded_in_its_order_and_known_again()
    {
        await using var host = await database.OpenHostAsync();
        string[] file = [Lines.Established("tep"), .. Findings("tep", Many), Lines.Dissolved("tep", "2024-01-01")];
        var head = await host.Record.HeadAsync(TestContext.Current.CancellationToken);

        Assert.Equal((Many + 2, 0, Many + 2), Told(await ImportAsync(host, file)));
        Assert.Equal((0, Many + 2, Many + 2), Told(await ImportAsync(host, file)));

        Assert.Equal(Many + 2, await database.AskAsync<long>($"select version from ntm.mt_streams where id = 'unit-tep'"));
        Assert.Equal(0, await database.AskAsync<long>($"select count(*) from ntm.mt_events where stream_id = 'unit-tep' and version <> seq_id - {head}"));
        Assert.True(await database.TransactionsAsync("unit-tep") >= 3);
    }

    [Fact]
    public async Task Ids_and_retractions_are_known_over_the_whole_file()
    {
        await using var host = await database.OpenHostAsync();
        Guid said = Guid.NewGuid(), retracted = Guid.NewGuid(), correction = Guid.NewGuid();
        var first = Lines.Attained("dai", note: "đạt", id: said);
        // It does not say under which id its replacement stands.
        var corrected = $$"""{"id":"{{correction}}","type":"entry_corrected","unit":"dai","entry":"{{said}}","reason":"nhầm","replacement":{{Lines.WithoutId(Lines.Attained("dai", 4))}}}""";
        string[] lawful = ["\uFEFF" + Lines.Established("dai"), "", first + "\r", Lines.Attained("dai", id: retracted), corrected, .. Findings("dai", Many), first, corrected, Lines.Retracted("dai", retracted)];
        string[] file =
        [
            .. lawful, Lines.Attained("dai", note: "khác", id: said), corrected.Replace("nhầm", "khác", StringComparison.Ordinal),
            Lines.Retracted("dai", retracted), Lines.Retracted("dai", correction), Lines.Retracted("khong-phai", retracted),
        ];

        var refused = await ImportAsync(host, file);
        Assert.Equal(
            ["entry.id_reused", "entry.id_reused", "entry.retracted", "entry.is_retraction", "entry.retracted"], refused.Refusals.Select(refusal => refusal.Refusal.Code));
        Assert.Equal(Enumerable.Range(lawful.Length + 1, 5), refused.Refusals.Select(refusal => refusal.Line));
        Assert.Equal((0, 0, 0), Told(refused));
        Assert.Equal((Many + 6, 3, lawful.Length), Told(await ImportAsync(host, lawful)));
    }

    [Fact]
    public async Task An_import_stops_before_the_chunk_somebody_else_has_made_unlawful()
    {
        await using var host = await database.OpenHostAsync();
        await using var other = await database.OpenHostAsync();
        await host.RecordAsync(Lines.Established("dung"), Lines.Established("dung-het"));
        string[] file = [.. Findings("dung", Many), Lines.Attained("dung-het", on: "2020-07-01"), .. Findings("dung", Many)];

        var result = await ImportAsync(host, file, checkedTo: (2 * Many) + 1, then: () => other.RecordAsync(Lines.Dissolved("dung-het")));

        var refusal = Assert.Single(result.Refusals);
        Assert.Equal((Many + 1, "unit.ended"), (refusal.Line, refusal.Refusal.Code));
        Assert.InRange(result.LastLine, 1, Many);
        Assert.Equal(result.LastLine, result.Recorded);
        Assert.Equal(result.LastLine + 1, await database.AskAsync<long>("select version from ntm.mt_streams where id = 'unit-dung'"));

        file[Many] = Lines.Attained("dung-het", on: "2020-01-01");
        Assert.Equal(((2 * Many) + 1 - result.LastLine, result.LastLine, (2 * Many) + 1), Told(await ImportAsync(host, file)));
    }

    [Fact]
    public async Task Lines_passed_over_leave_the_rest()
    {
        await using var host = await database.OpenHostAsync();
        var skipped = new Skipped();
        string[] file = [Lines.Established("bo"), .. Findings("bo", Many).Select((line, number) => number % 3 == 0 ? line.Replace("unit\":\"bo\"", "unit\":\"ai\"", StringComparison.Ordinal) : line)];

        var result = await ImportAsync(host, file, skipped: skipped);

        Assert.Equal(Enumerable.Range(0, Many).Where(number => number % 3 == 0).Select(number => number + 2), skipped.Lines);
        Assert.Equal(skipped.Lines.Count, result.Skipped);
        Assert.Equal((file.Length - skipped.Lines.Count, 0, file.Length), Told(result));
    }

    // The retraction is the last line of a chunk and cannot be read; what was to replace its entry is the first of the next.
    [Fact]
    public async Task What_replaces_an_entry_whose_retraction_cannot_be_read_is_passed_over_also_in_the_next_chunk()
    {
        await using var host = await database.OpenHostAsync();
        var skipped = new Skipped();
        var (said, replacement) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        string[] file =
        [
            Lines.Established("cuoi"), Lines.Attained("cuoi", 1, id: said), .. Findings("cuoi", ChunkPace.LinesAtMost - 3),
            $$"""{"type":"entry_retracted","unit":"cuoi","entry":"{{said}}","replacedBy":"{{replacement}}"}""",
            Lines.Attained("cuoi", 2, id: replacement),
        ];

        var result = await ImportAsync(host, file, skipped: skipped);

        Assert.Equal([ChunkPace.LinesAtMost, ChunkPace.LinesAtMost + 1], skipped.Lines);
        Assert.Equal(ChunkPace.LinesAtMost - 1, result.Recorded);
    }

    [Fact]
    public async Task Others_record_between_the_chunks()
    {
        await using var host = await database.OpenHostAsync();
        await using var other = await database.OpenHostAsync();
        await host.RecordAsync(Lines.Established("giua"));
        var here = 0;
        var there = 0;

        var importing = ImportAsync(host, [Lines.Established("giua-tep"), .. Findings("giua-tep", 8 * Many)]);
        while (!importing.IsCompleted)
        {
            (await host.RecordAsync(Lines.Attained("giua"))).Only();
            here++;
            (await other.RecordAsync(Lines.Attained("giua"))).Only();
            there++;
        }

        Assert.Equal(1 + (8 * Many), (await importing).Recorded);
        Assert.True(here > 5 && there > 5);
        Assert.Equal(1 + here + there, await database.AskAsync<long>("select version from ntm.mt_streams where id = 'unit-giua'"));
        Assert.True(await database.AskAsync<long>("""
            select count(distinct e.xmin::text) from ntm.mt_events e where stream_id = 'unit-giua'
               and seq_id > (select min(seq_id) from ntm.mt_events where stream_id = 'unit-giua-tep') and seq_id < (select max(seq_id) from ntm.mt_events where stream_id = 'unit-giua-tep')
            """) > 5);
    }

    private static string[] Findings(string unit, int count) => [.. Enumerable.Range(0, count).Select(number => Lines.Attained(unit, 1 + (number % 19), "2020-01-01"))];

    private static (long Recorded, long Repeated, int LastLine) Told(ImportResult result) => (result.Recorded, result.Repeated, result.LastLine);

    private static Task<ImportResult> ImportAsync(
        RecordSession host, string[] lines, ISkippedLines? skipped = null, int checkedTo = 0, Func<Task>? then = null)
    {
        var file = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        return new FileImport(host.Record, host.Live, host.Recorder, host.Catalog, () => host.Questions.Today, host.Time).RunAsync(
            () => new MemoryStream(file, writable: false), new Act("local", null, "test", null), new Once(checkedTo, then), TestContext.Current.CancellationToken, skipped);
    }

    // Told while the import waits, once the whole file is checked.
    private sealed class Once(int checkedTo, Func<Task>? then) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (then is not null && !value.Recording && value.Line == checkedTo)
                Task.Run(then).GetAwaiter().GetResult();
        }
    }

    private sealed class Skipped : ISkippedLines
    {
        public List<int> Lines { get; } = [];

        public Task AddAsync(RawLine line, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
        {
            Lines.Add(line.Number);
            return Task.CompletedTask;
        }
    }
}
