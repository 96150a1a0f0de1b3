namespace Ntm.Host.Tests.Tables;

/// <summary>Faults in cells: each is read right, or told with its cell while nothing is recorded.</summary>
public sealed class FaultyCellsTests(TableDesk desk) : IClassFixture<TableDesk>
{
    private readonly SheetDraft _table = TableDesk.GoodTable();

    [Fact]
    public async Task A_word_nobody_knows()
    {
        _table["D8"] = "Gần đạt";
        await RefusedAsync("table.cell_unclear Biểu 1!D8");
    }

    [Fact]
    public async Task Marks_mean_nothing_until_somebody_says_what()
    {
        for (var row = 7; row <= 10; row++)
            _table.Row(row, 3, "x", "X", "x", "x", "x", "o");
        var doubts = (await desk.ImportAsync(_table)).Doubts;
        Assert.Equal(["table.cell_unclear Biểu 1!C7", "table.cell_unclear Biểu 1!D7", "table.cell_unclear Biểu 1!H7"], doubts.Select(doubt => $"{doubt.Code} {doubt.Cell}"));
        Assert.Equal((16, "x"), (doubts[0].Cells.Count, doubts[0].Text));

        var answer = await desk.ImportAsync(_table, TableDesk.Asked with { Marks = ["x=attained", "o=blank"] });
        Assert.Equal((24, 52), (answer.Recorded!.New, answer.Counts.Blank));
        var other = await desk.ImportAsync(_table, TableDesk.Asked with { Marks = ["x=not_attained", "o=basically_met"] }, dryRun: true);
        Assert.Equal("table.total_differs Biểu 1!V7", TableDesk.DoubtsOf(other)[0]);
    }

    [Fact]
    public async Task A_blank_cell_is_never_not_attained()
    {
        _table["S7"] = "   ";
        Assert.DoesNotContain('X', (await desk.ImportAsync(_table)).Rows[0].Findings);
    }

    [Fact]
    public async Task Numbers_kept_as_text_are_numbers()
    {
        _table.Row(6, 3, [.. Enumerable.Range(1, 19).Select(number => $"{number:00}")]);
        for (var row = 7; row <= 10; row++)
            _table[$"V{row}"] = "5/19";
        _table["C11"] = " 4 ";
        Assert.Equal(28, (await desk.ImportAsync(_table)).Recorded!.New);
    }

    [Fact]
    public async Task A_formula_is_read_as_what_it_gave_and_said_to_be_one()
    {
        _table["C7"] = new Formula("IF(1>0,\"Đạt\",\"\")", "Đạt");
        _table["V7"] = new Formula("COUNTIF(C7:U7,\"Đạt\")", 5);
        var answer = await desk.ImportAsync(_table);
        Assert.Equal((28, 1), (answer.Recorded!.New, answer.Sheets[0].Formulas));
    }

    [Fact]
    public async Task A_formula_the_file_keeps_no_result_of()
    {
        _table["C9"] = new Formula("Sheet2!B3", null);
        _table["V8"] = new Formula("COUNTIF(C8:U8,\"Đạt\")", null);
        await RefusedAsync("table.not_calculated Biểu 1!V8", "table.not_calculated Biểu 1!C9");
    }

    [Fact]
    public async Task A_formula_that_gave_nothing_is_a_blank_cell()
    {
        _table["I7"] = new Formula("IF(1>2,\"Đạt\",\"\")", "");
        Assert.Contains("Biểu 1!I7", (await desk.ImportAsync(_table)).Rows[0].Blanks);
    }

    [Fact]
    public async Task An_error_of_a_formula()
    {
        _table["E10"] = new CellError("#REF!");
        _table["V9"] = new CellError("#N/A");
        await RefusedAsync("table.cell_error Biểu 1!V9", "table.cell_error Biểu 1!E10");
    }

    [Fact]
    public async Task A_result_joined_over_three_criteria()
    {
        _table.Merged.Add("C8:E8");
        _table["D8"] = _table["E8"] = null;
        _table["V8"] = 3;
        _table["D11"] = _table["E11"] = 3;
        await RefusedAsync("table.cell_merged Biểu 1!C8");
    }

    [Fact]
    public async Task A_row_slipped_to_the_right()
    {
        _table.ShiftRight(9, 9, 3);
        await RefusedAsync(
            "table.total_unclear Biểu 1!V9", "table.total_differs Biểu 1!C11", "table.total_differs Biểu 1!H11");
    }

    [Fact]
    public async Task A_row_slipped_to_the_right_where_there_are_no_sums()
    {
        for (var row = 5; row <= 10; row++)
            _table[$"V{row}"] = _table[$"W{row}"] = null;
        _table.Merged.RemoveAll(range => range[0] is 'V' or 'W');
        _table.Row(11, 2, new object?[20]);
        _table["U9"] = "Đạt";
        _table.ShiftRight(9, 9, 3);
        await RefusedAsync("table.cell_outside Biểu 1!V9");
    }

    [Fact]
    public async Task A_sum_that_is_not_the_sum()
    {
        _table["V8"] = 6;
        _table["C11"] = 3;
        await RefusedAsync("table.total_differs Biểu 1!V8", "table.total_differs Biểu 1!C11");
        var accepted = await desk.ImportAsync(_table, TableDesk.Asked with { Accepted = ["V8", "Biểu 1!B11"] });
        Assert.Equal(28, accepted.Recorded!.New);
    }

    [Fact]
    public async Task A_sum_may_count_what_is_not_applicable_or_not()
    {
        _table["I8"] = _table["I9"] = "Không xét";
        _table["V8"] = 6;
        _table["I11"] = 2;
        Assert.Equal(30, (await desk.ImportAsync(_table)).Recorded!.New);
    }

    [Fact]
    public async Task Invisible_characters_and_line_breaks_do_not_matter()
    {
        _table["C7"] = "\u200BĐạt\u00A0";
        _table["S7"] = "Chưa\nđạt";
        _table["B8"] = " Vân \r\n Mộng\uFEFF";
        Assert.Equal(28, (await desk.ImportAsync(_table)).Recorded!.New);
    }

    private async Task RefusedAsync(params string[] doubts)
    {
        var answer = await desk.ImportAsync(_table);
        Assert.Equal(doubts.Order(StringComparer.Ordinal), TableDesk.DoubtsOf(answer).Order(StringComparer.Ordinal));
        Assert.Null(answer.Recorded);
    }
}
