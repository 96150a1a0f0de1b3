using Ntm.Host.Tests.Tables;
using Ntm.Testing;

namespace Ntm.Host.Tests.Plans;

/// <summary>The template of <c>ntm plan template</c>, filled in: what it becomes, and every fault with its cell, nothing written.</summary>
public sealed class PlanWorkbookTests(PlanDesk desk) : IClassFixture<PlanDesk>, IDisposable
{
    private readonly PlanFiles _files = new();

    public static TheoryData<string, string, Action<object>> Faults => new()
    {
        { "columns moved", "plan.heading_moved: Chỉ tiêu!C2", Said(draft => draft["Chỉ tiêu"].ShiftRight(2, 25, 3)) },
        { "rows of the document moved", "plan.heading_moved: Văn bản!A4", Said(draft => (draft["Văn bản"]["A4"], draft["Văn bản"]["A5"]) = (draft["Văn bản"]["A5"], draft["Văn bản"]["A4"])) },
        { "a commune nobody knows", "plan.commune_unknown: Chỉ tiêu!A3", Said(draft => draft["Chỉ tiêu"].Row(3, 1, "Bình Phước", null)) },
        { "a commune nobody knows, in a list", "plan.commune_unknown: Số xã!D6", Said(draft => draft["Số xã"]["D6"] = "Vĩnh Lại, Bình Phước") },
        { "a name twice", "plan.commune_twice: Chỉ tiêu!A4", Said(draft => draft["Chỉ tiêu"].Row(4, 1, "Bình Phúc", "van-quan.binh-phuc")) },
        { "a name twice, in a list", "plan.commune_twice: Số xã!D6", Said(draft => draft["Số xã"]["D6"] = "Vĩnh Lại, Vĩnh Lại") },
        { "the tone mark on the other vowel", "plan.name_spelled: Chỉ tiêu!A7", Said(draft => draft["Chỉ tiêu"]["A7"] = "Hoà Bình") },
        { "tone marks both ways", "plan.commune_twice: Chỉ tiêu!A26", Said(draft => draft["Chỉ tiêu"].Row(26, 1, "Hoà Bình", null)) },
        { "tone marks both ways, in a list", "plan.commune_twice: Số xã!D6", Said(draft => draft["Số xã"]["D6"] = "Hòa Bình, Hoà Bình") },
        { "a non-breaking space in a heading", "plan.label_spaces: Số xã!C2", Said(draft => draft["Số xã"]["C2"] = "Cách\u00a0tính") },
        { "a non-breaking space in a commune's name", "plan.label_spaces: Chỉ tiêu!A7", Said(draft => draft["Chỉ tiêu"]["A7"] = "Hòa\u00a0Bình") },
        { "a non-breaking space in an item", "plan.label_spaces: Văn bản!A3", Said(draft => draft["Văn bản"]["A3"] = "Định danh kế\u00a0hoạch") },
        { "a formula for a number", "plan.cell_formula: Số xã!B6", Said(draft => draft["Số xã"]["B6"] = new Formula("1+1", 2)) },
        { "a formula for a total", "plan.cell_formula: Biểu số liệu!G3", Said(draft => draft["Biểu số liệu"]["G3"] = new Formula("SUM(F3)", 3)) },
        { "a formula without result", "plan.cell_formula: Số xã!B6", Said(draft => draft["Số xã"]["B6"] = new Formula("1+1", null)) },
        { "an error", "plan.cell_word: Số xã!B6", Said(draft => draft["Số xã"]["B6"] = new CellError("#REF!")) },
        { "a number as text", "plan.cell_number: Số xã!B6", Said(draft => draft["Số xã"]["B6"] = "2 xã") },
        { "a number below zero", "plan.cell_number: Số xã!B6", Said(draft => draft["Số xã"]["B6"] = -2) },
        { "a day that is none", "plan.cell_day: Văn bản!B5", Said(draft => draft["Văn bản"]["B5"] = "30/02/2018") },
        { "a mark of another kind", "plan.cell_word: Chỉ tiêu!C7", Said(draft => draft["Chỉ tiêu"]["C7"] = "x") },
        { "a way of counting nobody knows", "plan.cell_word: Số xã!C6", Said(draft => draft["Số xã"]["C6"] = "tăng") },
        { "no words", "plan.cell_missing: Chỉ tiêu!W7", Said(draft => draft["Chỉ tiêu"]["W7"] = null) },
        { "no number of the document", "plan.cell_missing: Văn bản!B4", Said(draft => draft["Văn bản"]["B4"] = null) },
        { "a number missing in the table", "plan.cell_missing: Biểu số liệu!F4", Said(draft => draft["Biểu số liệu"]["F4"] = null) },
        { "a cell outside", "plan.cell_outside: Nhiệm vụ!K3", Said(draft => draft["Nhiệm vụ"]["K3"] = "ghi thêm") },
        { "a hidden row", "plan.cell_hidden: Chỉ tiêu!A7", Said(draft => draft["Chỉ tiêu"].HiddenRows.Add(7)) },
        { "joined cells", "plan.cell_merged: Chỉ tiêu!C7", Said(draft => draft["Chỉ tiêu"].Merged.Add("C7:C8")) },
        { "a sheet with another name", "plan.sheet_missing: Số xã", Said(draft => draft["Số xã"].Name = "Số lượng xã") },
        { "a row of two communes", "plan.commune_unknown: Chỉ tiêu!B7", Said(draft => draft["Chỉ tiêu"]["B7"] = "van-quan.huu-le") },
        { "the last day before the first", "plan.period_reversed: to", Said(draft => draft["Văn bản"]["B10"] = "01/01/2018") },
        { "a criterion the set does not have", "plan.cell_number: Chỉ tiêu khác!E3", Said(draft => draft["Chỉ tiêu khác"]["E3"] = 20) },
    };

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Filled_in_it_is_a_plan_with_its_targets()
    {
        var run = await desk.RunAsync("import", _files.Save((await DraftAsync()).Filled().ToBytes()), "--dry-run", "--format", "ndjson");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Snapshot.Verify(run.Output, "ndjson");
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task A_fault_is_told_with_its_cell_and_nothing_is_written(string fault, string told, Action<object> change)
    {
        var draft = (await DraftAsync()).Filled();
        change(draft);
        var file = _files.Save(draft.ToBytes());
        foreach (var deed in new[] { "validate", "import" })
        {
            var run = await desk.RunAsync(deed, file);
            Assert.Equal(1, run.Exit);
            Assert.True(run.Error.Split('\n').Any(line => line.StartsWith(told + ": ", StringComparison.Ordinal)), $"{fault}: {run.Error}");
        }

        Assert.Equal(25, (await desk.EntriesAsync()).Length);
    }

    [Fact]
    public async Task The_empty_template_is_refused_for_its_document_alone()
    {
        var run = await desk.RunAsync("validate", _files.Save((await DraftAsync()).ToBytes()));
        Assert.Equal(1, run.Exit);
        Assert.All(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("plan.cell_missing: Văn bản!B", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_workbook_is_refused()
    {
        var run = await desk.RunAsync("validate", _files.Save("không phải bảng tính", ".xlsx"));
        Assert.Equal(1, run.Exit);
        Assert.StartsWith("table.file_unreadable: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_template_for_a_unit_nobody_knows() =>
        Assert.StartsWith("unit.unknown: ", (await desk.RunAsync("template", _files.New(".xlsx"), "--unit", "khong-co", "--on", "2018-01-30")).Error, StringComparison.Ordinal);

    private static Action<object> Said(Action<PlanDraft> change) => draft => change((PlanDraft)draft);

    private async Task<PlanDraft> DraftAsync()
    {
        var file = _files.New(".xlsx");
        var run = await desk.RunAsync("template", file, "--unit", "van-quan", "--on", "2018-01-30");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        return PlanDraft.Of(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }
}
