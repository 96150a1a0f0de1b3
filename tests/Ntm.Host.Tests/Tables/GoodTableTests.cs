using System.Text.Json;
using Ntm.Host.Questions;
using Ntm.Testing;

namespace Ntm.Host.Tests.Tables;

/// <summary>What a table becomes when nothing is wrong with it.</summary>
public sealed class GoodTableTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly TableDesk _desk = new(cluster);

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Every_filled_cell_becomes_a_finding_and_a_blank_one_nothing()
    {
        var answer = await _desk.ImportAsync(TableDesk.GoodTable());
        Assert.Empty(answer.Doubts);
        Assert.Equal((28, 28, 0, 0, 48), (answer.Counts.Findings, answer.Counts.First, answer.Counts.Changed, answer.Counts.Same, answer.Counts.Blank));
        Assert.Equal((28, 0), (answer.Recorded!.New, answer.Recorded.Repeated));
        Assert.All(answer.Rows, row => Assert.Equal("AAAAAB··········X··", row.Findings));

        var status = await _desk.Host.Client.AskAsync("/api/units/van-quan.van-mong/status?on=2018-06-30");
        Assert.Equal(5, status.Json["attained"]!.GetValue<int>());
        Assert.Equal("unassessed", status.Json["criteria"]![6]!["status"]!.GetValue<string>());
        var entries = await _desk.Host.Client.AskAsync("/api/entries?unit=van-quan.van-mong&after=9&limit=1");
        Assert.Equal(["45/BC-UBND", "2018-07-02", "UBND huyện Văn Quan"], entries.Json["basis"]!.AsObject().Select(field => field.Value!.GetValue<string>()));
        Assert.StartsWith("Biểu 1!C8 · sha256:", entries.Json["note"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(("district", "2018-06-30"), (entries.Json["assessedBy"]!.GetValue<string>(), entries.Json["effectiveOn"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_dry_run_tells_all_of_it_and_records_nothing()
    {
        var answer = await _desk.ImportAsync(TableDesk.GoodTable(), dryRun: true);
        Assert.Matches("^[0-9a-f]{64}$", answer.File);
        Snapshot.Verify(JsonSerializer.Serialize(answer with { File = "{sha256}", KnownAt = new(answer.KnownAt.Sequence, "{recordedAt}") }, Readable) + "\n", "json");
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_gives_the_same_lines()
    {
        var file = WorkbookDraft.Of(TableDesk.GoodTable());
        await _desk.ImportAsync(file);
        var again = await _desk.ImportAsync(file);
        Assert.Equal((0, 28), (again.Recorded!.New, again.Recorded.Repeated));
        Assert.Equal(28, again.Counts.Repeated);
    }

    [Fact]
    public async Task What_was_held_and_is_not_attained_is_lost_and_stays_so_when_the_file_comes_again()
    {
        await _desk.Host.Client.TellAsync(
            """{"type":"criterion_attained","unit":"van-quan.van-an","set":"ntm-2016-2020","criterion":17,"assessedBy":"province","effectiveOn":"2018-01-31"}""");
        var file = WorkbookDraft.Of(TableDesk.GoodTable());
        var first = await _desk.ImportAsync(file);
        Assert.Equal(("----------------A--", "AAAAAB··········L··"), (first.Rows[0].Before, first.Rows[0].Findings));
        Assert.Equal((1, 1), (first.Counts.Lost, first.Counts.Changed));
        Assert.Equal((0, 28), ((await _desk.ImportAsync(file)).Recorded is { } again ? (again.New, again.Repeated) : default));

        // The half-year after says the same of it: lost it is, until it is attained again.
        var next = TableDesk.GoodTable();
        next["A3"] = "CẢ NĂM 2018";
        var second = await _desk.ImportAsync(next, TableDesk.Asked with { On = "2018-12-31" });
        Assert.Equal("AAAAAB··········L··", second.Rows[0].Findings);
        Assert.Equal((28, 0, 28), (second.Counts.Findings, second.Counts.Changed, second.Counts.Same));
        Assert.Equal(28, second.Recorded!.New);
    }

    [Fact]
    public async Task The_same_file_with_another_day_is_refused()
    {
        var file = WorkbookDraft.Of(TableDesk.GoodTable());
        await _desk.ImportAsync(file);
        var answer = await _desk.ImportAsync(file, TableDesk.Asked with { On = "2018-07-31" });
        var doubt = Assert.Single(answer.Doubts);
        Assert.Equal(("table.recorded_otherwise", "Biểu 1!C7", 28), (doubt.Code, doubt.Cell, doubt.Cells.Count));
    }

    [Fact]
    public async Task A_day_that_has_not_come_is_told_once_for_all_cells()
    {
        var answer = await _desk.ImportAsync(TableDesk.GoodTable(), TableDesk.Asked with { On = "2099-12-31", Set = "ntm-2021-2025" });
        var doubt = Assert.Single(answer.Doubts);
        Assert.Equal(("finding.effective_in_future", 28), (doubt.Code, doubt.Cells.Count));
    }

    [Fact]
    public async Task Twelve_districts_of_twenty_communes_are_read_and_recorded_in_under_five_seconds()
    {
        var lines = new List<string>();
        var sheets = new List<SheetDraft>();
        for (var district = 1; district <= 12; district++)
        {
            lines.Add($$"""{"type":"unit_established","unit":"huyen-{{district}}","name":"Huyện số {{district}}","level":"district","parent":"lang-son","effectiveOn":"2010-01-01"}""");
            var communes = Enumerable.Range(1, 20).Select(commune => $"Tân Lập {(char)('A' + district)}{commune}").ToArray();
            lines.AddRange(communes.Select((name, index) =>
                $$"""{"type":"unit_established","unit":"huyen-{{district}}.xa-{{index + 1}}","name":"{{name}}","level":"commune","parent":"huyen-{{district}}","effectiveOn":"2010-01-01"}"""));
            sheets.Add(Full(OfficeTable.Of($"Huyện số {district}", communes), communes.Length));
        }

        await _desk.Host.Client.TellAsync([.. lines]);
        var file = WorkbookDraft.Of(sheets);
        var started = TimeProvider.System.GetTimestamp();
        var answer = await _desk.ImportAsync(file, TableDesk.Asked with { Unit = "lang-son", AssessedBy = "province" });
        var took = TimeProvider.System.GetElapsedTime(started);

        TestContext.Current.TestOutputHelper?.WriteLine($"{file.Length} bytes, {answer.Recorded?.New} findings: {took.TotalMilliseconds:0} ms");
        Assert.Empty(answer.Doubts);
        Assert.Equal(12 * 20 * 19, answer.Recorded!.New);
        Assert.Equal(Enumerable.Range(1, 12).Select(district => $"huyen-{district}"), answer.Sheets.Select(sheet => sheet.Unit));
        Assert.True(took < TimeSpan.FromSeconds(5), took.ToString());
    }

    private static SheetDraft Full(SheetDraft table, int communes)
    {
        for (var row = OfficeTable.FirstRow; row < OfficeTable.FirstRow + communes; row++)
        {
            table.Row(row, OfficeTable.FirstCriterion, [.. Enumerable.Repeat<object>("Đạt", OfficeTable.Criteria)]);
            table[$"V{row}"] = OfficeTable.Criteria;
        }

        table.Row(OfficeTable.FirstRow + communes, OfficeTable.FirstCriterion, [.. Enumerable.Repeat<object>(communes, OfficeTable.Criteria)]);
        return table;
    }

    private static JsonSerializerOptions Readable { get; } = new(AnswerJson.Written.Options) { WriteIndented = true, TypeInfoResolver = AnswerJson.Default };
}
