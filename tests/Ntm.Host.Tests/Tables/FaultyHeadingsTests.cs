namespace Ntm.Host.Tests.Tables;

/// <summary>Headings as offices make them, and those that could be read in two ways.</summary>
public sealed class FaultyHeadingsTests(TableDesk desk) : IClassFixture<TableDesk>
{
    private static readonly string[] Names =
    [
        "Quy hoạch", "Giao thông", "Thuỷ lợi", "Điện", "Trường học", "Cơ sở vật chất văn hoá", "Cơ sở hạ tầng thương mại nông thôn", "Thông tin và truyền thông",
        "Nhà ở dân cư", "Thu nhập", "Hộ nghèo", "Lao động có việc làm", "Tổ chức sản xuất", "Giáo dục và đào tạo", "Y tế", "Văn hoá",
        "Môi trường và an toàn thực phẩm", "Hệ thống chính trị và tiếp cận pháp luật", "Quốc phòng và an ninh",
    ];

    private readonly SheetDraft _table = TableDesk.GoodTable();

    [Fact]
    public async Task Criteria_may_be_named_in_either_spelling_over_the_numbers_of_a_form()
    {
        _table.Row(5, 3, [.. Names]);
        _table.Merged.Remove("C5:U5");
        // STT is column 1 of the form, the name 2, and criterion 1 stands in column 3.
        _table.Row(6, 1, [.. Enumerable.Range(1, 23).Cast<object>()]);
        _table.Merged.RemoveAll(range => range is "A5:A6" or "B5:B6" or "V5:V6" or "W5:W6");
        Assert.Equal(28, (await desk.ImportAsync(_table)).Recorded!.New);
    }

    [Fact]
    public async Task Numbers_with_names_and_letters_are_numbers()
    {
        _table.Row(6, 3, [.. Names.Select((name, index) => (index % 3) switch { 0 => $"{index + 1}. {name}", 1 => $"TC {index + 1}", _ => $"Tiêu chí số {index + 1:00}: {name}" })]);
        Assert.Equal(28, (await desk.ImportAsync(_table)).Recorded!.New);
    }

    [Fact]
    public async Task A_row_that_numbers_the_columns_from_the_first_criterion_on_is_no_commune()
    {
        var table = OfficeTable.Of("Biểu 1", ["B", .. TableDesk.Communes]);
        table.Row(7, 1, "A", "B");
        table.Row(7, 3, [.. Enumerable.Range(1, 20).Select(number => $"({number})")]);
        foreach (var column in "CDEFG")
            table[$"{column}12"] = 4;
        Assert.Equal(28, (await desk.ImportAsync(table)).Recorded!.New);
    }

    [Fact]
    public async Task Names_and_numbers_that_have_slipped_against_each_other()
    {
        _table.Row(5, 4, [.. Names]);
        _table.Merged.Remove("C5:U5");
        var doubts = TableDesk.DoubtsOf(await desk.ImportAsync(_table));
        Assert.Equal("table.heading_unclear Biểu 1!C6", doubts[0]);
    }

    [Fact]
    public async Task A_number_and_a_name_of_two_criteria_in_one_heading()
    {
        _table["E6"] = "3. Điện";
        Assert.Equal(["table.heading_unclear Biểu 1!E6", "table.criterion_missing Biểu 1!C6"], TableDesk.DoubtsOf(await desk.ImportAsync(_table)));
    }

    [Fact]
    public async Task A_criterion_twice_and_another_not_at_all()
    {
        _table["H6"] = 5;
        Assert.Equal(["table.heading_unclear Biểu 1!H6", "table.criterion_missing Biểu 1!C6"], TableDesk.DoubtsOf(await desk.ImportAsync(_table)));
    }

    [Fact]
    public async Task A_twentieth_criterion()
    {
        _table["V5"] = null;
        _table["V6"] = 20;
        _table.Merged.Remove("V5:V6");
        Assert.Equal(["table.heading_unclear Biểu 1!V6"], TableDesk.DoubtsOf(await desk.ImportAsync(_table)));
    }

    [Fact]
    public async Task A_criterion_over_two_columns()
    {
        _table.Merged.Add("U6:V6");
        Assert.Equal(["table.heading_unclear Biểu 1!U6"], TableDesk.DoubtsOf(await desk.ImportAsync(_table)));
    }

    [Fact]
    public async Task A_title_that_begins_like_a_sum_is_a_title()
    {
        _table["A4"] = "Tổng hợp theo xã";
        _table["A5"] = "TT";
        Assert.Equal(28, (await desk.ImportAsync(_table)).Recorded!.New);
    }

    [Fact]
    public async Task A_sheet_with_names_and_no_heading_is_not_passed_over_in_silence()
    {
        var draft = new SheetDraft("Nháp") { ["A1"] = "Vân Mộng", ["B1"] = "Đạt" };
        Assert.Equal(["table.sheet_unread Nháp"], TableDesk.DoubtsOf(await desk.ImportAsync(WorkbookDraft.Of(_table, draft))));
        var answer = await desk.ImportAsync(WorkbookDraft.Of(_table, draft), TableDesk.Asked with { Sheets = ["Nháp=-"] });
        Assert.Equal(28, answer.Recorded!.New);
    }

    [Fact]
    public async Task A_sheet_of_instructions_is_no_table()
    {
        var guide = new SheetDraft("Hướng dẫn") { ["A1"] = "Mỗi hàng một xã; ghi Đạt hoặc Chưa đạt." };
        Assert.Equal(28, (await desk.ImportAsync(WorkbookDraft.Of(guide, _table))).Recorded!.New);
        Assert.Equal(["table.not_found "], TableDesk.DoubtsOf(await desk.ImportAsync(guide)));
    }

    [Fact]
    public async Task A_sheet_stated_by_somebody_must_be_there()
    {
        var answer = await desk.ImportAsync(_table, TableDesk.Asked with { Sheets = ["Biểu 2=van-quan"] });
        Assert.Equal(["table.sheet_unknown Biểu 2"], TableDesk.DoubtsOf(answer));
    }

    [Fact]
    public async Task Hidden_rows_columns_and_sheets_are_told_and_read_on_request()
    {
        _table.HiddenRows.Add(8);
        _table.HiddenColumns.Add(5);
        Assert.Equal(["table.hidden Biểu 1!E6", "table.hidden Biểu 1!B8", "table.commune_missing van-quan.van-mong"],
            TableDesk.DoubtsOf(await desk.ImportAsync(_table)).Take(3));
        Assert.Equal(28, (await desk.ImportAsync(_table, TableDesk.Asked with { IncludeHidden = true })).Recorded!.New);

        var secret = TableDesk.GoodTable();
        secret.IsHidden = true;
        Assert.Equal(["table.hidden Biểu 1"], TableDesk.DoubtsOf(await desk.ImportAsync(secret)));
    }
}
