namespace Ntm.Host.Tests.Tables;

/// <summary>Faults in the names: a unit is matched by its whole name that day, or somebody says which it is.</summary>
public sealed class FaultyCommunesTests(TableDesk desk) : IClassFixture<TableDesk>
{
    private readonly SheetDraft _table = TableDesk.GoodTable();

    [Fact]
    public async Task A_name_with_other_tones_is_a_suggestion_and_no_match()
    {
        _table["B8"] = "Văn Mông";
        var answer = await desk.ImportAsync(_table);
        Assert.Equal(["table.commune_unknown Biểu 1!B8", "table.commune_missing van-quan.van-mong"], TableDesk.DoubtsOf(answer));
        Assert.Equal("van-quan.van-mong", answer.Doubts[0].Suggestions[0].Unit);

        var settled = await desk.ImportAsync(_table, TableDesk.Asked with { Matches = ["Văn Mông=van-quan.van-mong"] });
        Assert.Equal(28, settled.Recorded!.New);
    }

    [Theory]
    [InlineData("Hoà Bình")]
    [InlineData("HÒA BÌNH")]
    [InlineData("Xã Hòa Bình")]
    [InlineData("x.Hòa Bình")]
    [InlineData("3. Xã Hoà Bình*")]
    public async Task One_name_spelled_in_another_way_is_the_same_name(string name)
    {
        _table["B9"] = name;
        Assert.Equal("van-quan.hoa-binh", (await desk.ImportAsync(_table)).Rows[2].Unit);
    }

    [Fact]
    public async Task Decomposed_letters_are_the_same_letters()
    {
        _table["B8"] = "Vân Mộng".Normalize(System.Text.NormalizationForm.FormD);
        _table["C8"] = "Đạt".Normalize(System.Text.NormalizationForm.FormD);
        Assert.Equal(28, (await desk.ImportAsync(_table)).Recorded!.New);
    }

    [Fact]
    public async Task Two_communes_of_one_name_are_told_apart_by_somebody()
    {
        var asked = TableDesk.Asked with { Unit = "lang-son" };
        var answer = await desk.ImportAsync(_table, asked);
        Assert.Equal("table.commune_ambiguous Biểu 1!B9", TableDesk.DoubtsOf(answer)[0]);
        Assert.Equal(["binh-gia", "van-quan"], answer.Doubts[0].Suggestions.Select(unit => unit.Parent).Order());

        var settled = await desk.ImportAsync(_table, asked with { Matches = ["B9=van-quan.hoa-binh"], Without = ["binh-gia.hoa-binh"] });
        Assert.Equal("van-quan.hoa-binh", settled.Rows[2].Unit);
    }

    [Fact]
    public async Task A_sheet_named_like_a_district_holds_that_district()
    {
        _table.Name = "H. Văn Quan";
        var answer = await desk.ImportAsync(_table, TableDesk.Asked with { Unit = "lang-son" });
        Assert.Equal(("van-quan", 28), (answer.Sheets[0].Unit, answer.Recorded!.New));
    }

    [Fact]
    public async Task A_commune_that_is_missing()
    {
        var table = OfficeTable.Of("Biểu 1", "Văn An", "Vân Mộng", "Hòa Bình");
        Assert.Equal(["table.commune_missing van-quan.tu-xuyen"], TableDesk.DoubtsOf(await desk.ImportAsync(table)));
        var answer = await desk.ImportAsync(table, TableDesk.Asked with { Without = ["van-quan.tu-xuyen"] });
        Assert.Equal(21, answer.Recorded!.New);
    }

    [Fact]
    public async Task A_commune_too_many()
    {
        var table = OfficeTable.Of("Biểu 1", [.. TableDesk.Communes, "Đồng Đăng"]);
        var answer = await desk.ImportAsync(table);
        Assert.Equal("table.commune_unknown Biểu 1!B11", TableDesk.DoubtsOf(answer)[0]);
        Assert.Empty(answer.Doubts[0].Suggestions);

        var settled = await desk.ImportAsync(table, TableDesk.Asked with { Matches = ["Đồng Đăng=-"], Accepted = ["B12"] });
        Assert.Equal(28, settled.Recorded!.New);
    }

    [Fact]
    public async Task A_commune_that_stands_twice()
    {
        _table["B10"] = "Vân Mộng";
        Assert.Equal(["table.commune_twice Biểu 1!B10", "table.commune_missing van-quan.tu-xuyen"], TableDesk.DoubtsOf(await desk.ImportAsync(_table)));
    }

    [Fact]
    public async Task A_commune_said_to_be_absent_that_is_there() =>
        Assert.Equal(["table.answer_invalid van-quan.van-an"], TableDesk.DoubtsOf(await desk.ImportAsync(_table, TableDesk.Asked with { Without = ["van-quan.van-an"] })));

    [Fact]
    public async Task A_row_without_a_name()
    {
        _table["B9"] = null;
        var answer = await desk.ImportAsync(_table);
        Assert.Equal("table.row_nameless Biểu 1!B9", TableDesk.DoubtsOf(answer)[0]);
        Assert.Equal(28, (await desk.ImportAsync(_table, TableDesk.Asked with { Matches = ["B9=van-quan.hoa-binh"] })).Recorded!.New);
    }

    [Fact]
    public async Task A_township_is_no_commune_but_may_stand_in_the_table()
    {
        _table["B10"] = "Thị trấn Văn Quan";
        var answer = await desk.ImportAsync(_table, TableDesk.Asked with { Without = ["van-quan.tu-xuyen"] });
        Assert.Equal("van-quan.thi-tran", answer.Rows[3].Unit);
    }

    [Fact]
    public async Task Rows_of_groups_and_remarks_are_passed_over_and_said_to_be()
    {
        var table = OfficeTable.Of("Biểu 1", "I. Xã khu vực I", "Văn An", "Vân Mộng", "Hòa Bình", "Tú Xuyên");
        table.Row(7, 3, new object?[20]);
        foreach (var column in "CDEFG")
            table[$"{column}12"] = 4;
        table["A15"] = "Ghi chú: ô trống là chưa đánh giá";
        var answer = await desk.ImportAsync(table);
        Assert.Equal(28, answer.Recorded!.New);
        Assert.Contains(answer.Sheets[0].PassedOver, row => row is { Cell: "Biểu 1!B7", Text: "I. Xã khu vực I" });
    }

    [Theory]
    [InlineData("Vân Mòng=van-quan.van-mong", "table.answer_invalid Vân Mòng")]
    [InlineData("B8=van-quan.khong-co", "table.answer_invalid B8")]
    [InlineData("B8=binh-gia.hoa-binh", "table.answer_invalid B8")]
    public async Task An_answer_that_meets_nothing_is_told(string match, string doubt)
    {
        var answer = await desk.ImportAsync(_table, TableDesk.Asked with { Matches = [match] });
        Assert.Contains(doubt, TableDesk.DoubtsOf(answer));
    }
}
