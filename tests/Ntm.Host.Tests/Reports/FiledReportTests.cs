using System.IO.Compression;
using System.Text;
using Ntm.Host.Reports;
using Ntm.Host.Reports.Checking;

namespace Ntm.Host.Tests.Reports;

/// <summary>What is told of a file somebody touched.</summary>
public sealed class FiledReportTests
{
    public static TheoryData<string> Kinds => ReportSamples.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public void What_nobody_touched_is_as_it_should_be(string kind)
    {
        foreach (var form in (string[])["csv", "xlsx", "docx"])
            AssertAsItShouldBe(Told(kind, Written(kind, form)));
    }

    [Fact]
    public void One_altered_digit_of_a_workbook_is_named_by_its_cell()
    {
        // Văn An fulfils 19: the number stands in column X.
        var altered = WithPart(Written("communes-by-criterion", "xlsx"), "xl/worksheets/sheet1.xml", markup => Once(markup, CellOf(markup, "X9"), "<x:v>19</x:v>", "<x:v>18</x:v>"));
        Assert.Equal(["Kết quả từng xã!X9: '18' → '19'"], Told("communes-by-criterion", altered).Altered);
    }

    [Fact]
    public void One_altered_digit_of_a_document_is_named_by_its_table_row_and_column()
    {
        var altered = WithPart(Written("bands", "docx"), "word/document.xml", markup => Once(markup, 0, ">20,0%<", ">30,0%<"));
        Assert.Equal(["bảng 'Nhóm xã', hàng 2, cột 3: '30,0%' → '20,0%'"], Told("bands", altered).Altered);
    }

    [Fact]
    public void One_altered_digit_of_a_text_is_named_by_its_line_and_column()
    {
        var altered = Encoding.UTF8.GetBytes(Once(Encoding.UTF8.GetString(Written("bands", "csv")), 0, ",20.0,", ",30.0,"));
        Assert.Equal(["dòng 2, cột 3: '30.0' → '20.0'"], Told("bands", altered).Altered);
    }

    [Fact]
    public void A_figure_that_has_become_a_formula_is_altered_though_its_value_is_right()
    {
        var altered = WithPart(Written("bands", "xlsx"), "xl/worksheets/sheet1.xml", markup => Once(markup, CellOf(markup, "B7"), "<x:v>1</x:v>", "<x:f>3-2</x:f><x:v>1</x:v>"));
        Assert.Equal(["Nhóm xã!B7: '1 (công thức · a formula)' → '1'"], Told("bands", altered).Altered);
    }

    [Fact]
    public void A_parameter_or_the_hash_altered_in_one_place_is_named()
    {
        var report = ReportSamples.Of("bands");
        var altered = WithPart(Written("bands", "docx"), "docProps/custom.xml", markup => markup.Replace(report.Hash(), new string('0', 64), StringComparison.Ordinal));
        Assert.Equal([$"docProps/custom.xml!ntm.sha256: '{new string('0', 64)}' → '{report.Hash()}'"], Told("bands", altered).Altered);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void Where_a_program_dropped_the_properties_the_parameters_are_read_where_people_read_them(string form)
    {
        foreach (var kind in ReportSamples.Kinds)
        {
            var told = FiledReports.Read(WithPart(Written(kind.Data, form), "docProps/custom.xml", change: null)).Value!.File;
            Assert.Equal(
                ReportSamples.Of(kind.Data).Parameters.ToList(ReportSamples.Of(kind.Data).Kind).Where(parameter => !parameter.Value.IsEmpty)
                    .Select(parameter => (parameter.Key, parameter.Value.ToPlainText())),
                told.Claims.Where(claim => claim.Value.Length > 0 && claim.Key is not ("sha256" or "Khóa")).Select(claim => (claim.Key, (string?)claim.Value)));
            Assert.Empty(told.Against(ReportSamples.Of(kind.Data), ReportSamples.Of(kind.Data).Hash()).Altered);
        }
    }

    [Theory]
    [InlineData("xlsx", "xl/worksheets/sheet1.xml", "Nhóm xã!B6: 'Số phường' → 'Số xã'")]
    [InlineData("docx", "word/document.xml", "bảng 'Nhóm xã', hàng 1, cột 2: 'Số phường' → 'Số xã'")]
    public void An_altered_heading_is_named_like_any_cell(string form, string part, string told) =>
        Assert.Equal([told], Told("bands", WithPart(Written("bands", form), part, markup => Once(markup, 0, ">Số xã<", ">Số phường<"))).Altered);

    [Fact]
    public void A_title_that_tells_another_day_is_altered()
    {
        var altered = WithPart(Written("bands", "docx"), "word/document.xml", markup => Once(markup, 0, "đến ngày 31/12/2018", "đến ngày 31/12/2019"));
        Assert.Equal(["đoạn văn ngoài bảng: (trống) → 'Tỉnh Lạng Sơn, đến ngày 31/12/2018, so với ngày 31/12/2017'"], Told("bands", altered).Altered);
    }

    [Fact]
    public void What_an_office_adds_beside_the_report_is_counted_and_not_checked()
    {
        var document = WithPart(Written("bands", "docx"), "word/document.xml", markup =>
            Once(markup, markup.LastIndexOf("<w:sectPr", StringComparison.Ordinal), "<w:sectPr", "<w:p><w:r><w:t>Kèm theo công văn số 5</w:t></w:r></w:p><w:sectPr"));
        AssertAsItShouldBe(Told("bands", document), additions: 1);
    }

    [Fact]
    public void A_text_saved_by_a_spreadsheet_of_another_culture_says_the_same()
    {
        var text = Encoding.UTF8.GetString(Written("recognised", "csv")).Replace("2018-10-31", "31/10/2018", StringComparison.Ordinal);
        AssertAsItShouldBe(Told("recognised", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]));
        // A row is missing: its neighbours move up, and are told.
        Assert.NotEmpty(Told("bands", Encoding.UTF8.GetBytes(Once(Encoding.UTF8.GetString(Written("bands", "csv")), 0, "15–18 tiêu chí,0,0.0,0,0.0,0\r\n", ""))).Altered);
    }

    [Theory]
    [InlineData("report.not_ours", "a,b\r\n1,2\r\n")]
    [InlineData("report.file_unreadable", "PK nothing of the kind")]
    public void What_is_no_report_is_refused(string code, string content) => Assert.Equal(code, FiledReports.Read(Encoding.UTF8.GetBytes(content)).Refusal!.Refusal.Code);

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Assert.Equal("report.file_unreadable", FiledReports.Read([0xFF, 0xFE, 0x80]).Refusal!.Refusal.Code);

    [Fact]
    public void A_file_that_unpacks_to_far_more_than_a_report_is_refused()
    {
        var bomb = WithPart(Written("bands", "docx"), "word/document.xml", markup =>
            Once(markup, 0, "<w:body>", "<w:body>" + new string(' ', 20_000_000)), CompressionLevel.Optimal);
        Assert.Equal("report.file_too_large", FiledReports.Read(bomb).Refusal!.Refusal.Code);
    }

    private static byte[] Written(string kind, string form) => ReportForms.Write(ReportSamples.Of(kind), form, new());

    private static (IReadOnlyList<string> Altered, int Additions) Told(string kind, byte[] file)
    {
        var report = ReportSamples.Of(kind);
        var told = FiledReports.Read(file).Value!.File.Against(report, report.Hash());
        return ([.. told.Altered.Select(CheckWords.Of)], told.Additions);
    }

    private static void AssertAsItShouldBe((IReadOnlyList<string> Altered, int Additions) told, int additions = 0)
    {
        Assert.Empty(told.Altered);
        Assert.Equal(additions, told.Additions);
    }

    private static int CellOf(string markup, string cell) => markup.IndexOf($"r=\"{cell}\"", StringComparison.Ordinal);

    private static string Once(string text, int from, string was, string becomes)
    {
        var at = text.IndexOf(was, from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"nowhere: {was}");
        return text[..at] + becomes + text[(at + was.Length)..];
    }

    private static byte[] WithPart(byte[] file, string part, Func<string, string>? change, CompressionLevel level = CompressionLevel.NoCompression)
    {
        using var changed = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read))
        using (var to = new ZipArchive(changed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.Where(entry => change is not null || entry.FullName != part))
            {
                using var content = new StreamReader(entry.Open(), Encoding.UTF8);
                var text = content.ReadToEnd();
                using var written = new StreamWriter(to.CreateEntry(entry.FullName, level).Open(), new UTF8Encoding(false));
                written.Write(entry.FullName == part ? change!(text) : text);
            }
        }

        return changed.ToArray();
    }
}
