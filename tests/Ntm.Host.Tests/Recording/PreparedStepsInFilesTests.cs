using System.Buffers;
using System.Text;
using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.EventStore.Append;
using Ntm.Host.Database;
using Ntm.Host.Recording;
using Ntm.Testing;
using RawLine = Ntm.Host.Recording.RawLine;
using static Ntm.Testing.Said;

namespace Ntm.Host.Tests.Recording;

/// <summary>A step prepared in the system is held to the same rules in a file as in a batch, whichever chunk says what it rests on.</summary>
public sealed class PreparedStepsInFilesTests(RecordingDatabase database) : IClassFixture<RecordingDatabase>
{
    private static readonly DateOnly First = Day(2017, 12, 4);

    [Fact]
    public async Task A_recognition_without_a_finding_is_refused_before_anything_is_recorded()
    {
        await using var host = await database.OpenHostAsync();
        string[] file = [.. Told("thieu").Where((_, place) => place != 17), .. Filler("thieu"), Granted("thieu")];

        var refused = await ImportAsync(host, file);
        Assert.Equal((file.Length, "dossier.criteria_missing", 0), (refused.Refusals.Single().Line, refused.Refusals.Single().Refusal.Code, refused.Recorded));
        var skipped = new Skipped();
        var passedOver = await ImportAsync(host, file, skipped);
        Assert.Equal((0, file.Length - 1), (passedOver.Refusals.Count, passedOver.Recorded));
        Assert.Equal([file.Length], skipped.Lines);
    }

    [Fact]
    public async Task A_finding_many_lines_before_counts_and_so_does_its_retraction()
    {
        await using var host = await database.OpenHostAsync();
        var finding = Guid.NewGuid();
        string[] told = [.. Told("xa", finding), .. Filler("xa")];

        var refused = await ImportAsync(host, [.. told, Lines.Retracted("xa", finding), Granted("xa")]);
        Assert.Equal(("dossier.criteria_missing", 0), (refused.Refusals.Single().Refusal.Code, refused.Recorded));
        var taken = await ImportAsync(host, [.. told, Granted("xa")]);
        Assert.Equal((0, told.Length + 1), (taken.Refusals.Count, taken.Recorded));
    }

    [Fact]
    public async Task So_does_what_the_record_has_found_already()
    {
        await using var host = await database.OpenHostAsync();
        var finding = Guid.NewGuid();
        await host.RecordAsync([.. Told("san", finding)]);

        var refused = await ImportAsync(host, [Lines.Retracted("san", finding), Granted("san")]);
        Assert.Equal((2, "dossier.criteria_missing"), (refused.Refusals.Single().Line, refused.Refusals.Single().Refusal.Code));
        Assert.Equal(1, (await ImportAsync(host, [Granted("san")])).Recorded);
    }

    [Fact]
    public async Task What_a_correction_says_instead_counts_and_not_what_it_takes_away()
    {
        await using var host = await database.OpenHostAsync();
        var finding = Guid.NewGuid();
        var told = Told("sua", finding);
        string[] lost = [.. told, Corrected("sua", finding, Text(Found("sua", 5) with { AssessedBy = Assessor.Province }))];

        // The finding on criterion 17 was meant for criterion 5: nothing is known of 17 then.
        Assert.Equal("dossier.criteria_missing", (await ImportAsync(host, [.. lost, Granted("sua")])).Refusals.Single().Refusal.Code);
        Assert.Equal(lost.Length + 3, (await ImportAsync(host, [.. lost, Text(Found("sua", 17)), Granted("sua")])).Recorded);
    }

    /// <summary>The country, the conditions of a recognition and every step before it; the second to the twentieth line are findings.</summary>
    private static string[] Told(string unit, Guid? seventeenth = null) =>
    [
        Lines.Established(unit),
        .. DossierSteps.Conditions(First.AddDays(1), CriteriaCatalog.Shipped().Find(Set2016)!)
            .Select(entry => Text(entry with { Unit = UnitId.Parse(unit) }, entry is FindingEntry { Criterion: 17 } ? seventeenth : null)),
        .. DossierSteps.LawfulUnder2540.TakeWhile(kind => kind != StepKind.Granted).Select((kind, place) => Text(Step(unit, kind, place).Issued())),
    ];

    /// <summary>Lines enough that what stands behind them is judged in another chunk.</summary>
    private static IEnumerable<string> Filler(string unit) => Enumerable.Range(0, 3 * ChunkPace.LinesAtMost).Select(_ => Lines.Attained(unit, 5, "2018-01-09"));

    private static string Granted(string unit) => Text(Step(unit, StepKind.Granted, 14));

    private static DossierStep Step(string unit, StepKind kind, int place) =>
        DossierSteps.Step(kind, First.AddDays(place == 1 ? 3 : place * 21), dossier: $"{unit}.ntm-2018") with { Unit = UnitId.Parse(unit) };

    private static CriterionAttained Found(string unit, int criterion) =>
        new() { Unit = UnitId.Parse(unit), EffectiveOn = First.AddDays(1), Set = Set2016, Criterion = criterion, AssessedBy = Assessor.Province };

    private static string Corrected(string unit, Guid entry, string replacement) =>
        $$"""{"type":"entry_corrected","id":"{{Guid.NewGuid()}}","unit":"{{unit}}","entry":"{{entry}}","reason":"nhầm","replacement":{{replacement}}}""";

    private static string Text(Entry entry, Guid? id = null)
    {
        var line = new ArrayBufferWriter<byte>();
        LineWriter.WriteSaid(line, id ?? Guid.NewGuid(), entry);
        return Encoding.UTF8.GetString(line.WrittenSpan);
    }

    private static Task<ImportResult> ImportAsync(RecordSession host, string[] lines, ISkippedLines? skipped = null)
    {
        var file = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        return new FileImport(host.Record, host.Live, host.Recorder, host.Catalog, () => host.Questions.Today, host.Time).RunAsync(
            () => new MemoryStream(file, writable: false), new Act("local", null, "test", null), null, TestContext.Current.CancellationToken, skipped);
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
