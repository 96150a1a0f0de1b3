using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace Ntm.Host.Tests.Tables;

/// <summary>Files that are no workbook, or more of one than anybody meant.</summary>
public sealed class FaultyFilesTests(TableDesk desk) : IClassFixture<TableDesk>
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public async Task A_workbook_LibreOffice_saved_is_read_like_any_other() =>
        Assert.Equal(28, (await desk.ImportAsync(File.ReadAllBytes(Beside("libreoffice.xlsx")))).Recorded!.New);

    [Fact]
    public async Task The_old_format_is_refused_with_what_to_do()
    {
        var refusal = await desk.UnreadableAsync(File.ReadAllBytes(Beside("libreoffice.xls")));
        Assert.Equal("table.format_old", refusal.Code);
        Assert.Contains("Lưu thành (Save As) .xlsx", refusal.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_behind_a_password_is_refused_with_how_to_open_it()
    {
        // What Excel makes of it: a compound file whose directory names the encrypted package.
        byte[] file = [.. CompoundFile, .. new byte[504], .. Encoding.Unicode.GetBytes("Root Entry"), .. new byte[108], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[1024]];
        var refusal = await desk.UnreadableAsync(file);
        Assert.Equal("table.protected", refusal.Code);
        Assert.Contains("Encrypt with Password", refusal.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_protected_sheet_is_read()
    {
        var table = TableDesk.GoodTable();
        table.IsProtected = true;
        Assert.Equal(28, (await desk.ImportAsync(table)).Recorded!.New);
    }

    [Theory]
    [InlineData("")]
    [InlineData("STT;Xã;1;2;3")]
    [InlineData("<html><body><table><tr><td>Vân Mộng</td></tr></table></body></html>")]
    [InlineData("PK\u0003\u0004 and nothing else")]
    public async Task What_is_no_workbook_is_refused(string text) =>
        Assert.Equal("table.file_unreadable", (await desk.UnreadableAsync(Encoding.UTF8.GetBytes(text))).Code);

    [Fact]
    public async Task A_workbook_cut_off_on_its_way_is_refused()
    {
        var file = WorkbookDraft.Of(TableDesk.GoodTable());
        Assert.Equal("table.file_unreadable", (await desk.UnreadableAsync(file[..(file.Length / 2)])).Code);
    }

    [Fact]
    public async Task A_sheet_that_is_no_XML_to_its_end_is_refused()
    {
        var file = WorkbookDraft.WithPart(WorkbookDraft.Of(TableDesk.GoodTable()), Sheet1, [Encoding.UTF8.GetBytes(TableDesk.GoodTable().ToXml()[..900])]);
        Assert.Equal("table.file_unreadable", (await desk.UnreadableAsync(file)).Code);
    }

    [Fact]
    public async Task Entities_are_not_expanded()
    {
        var laughs = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>""";
        var file = WorkbookDraft.WithPart(WorkbookDraft.Of(TableDesk.GoodTable()), Sheet1, [Encoding.UTF8.GetBytes(laughs)]);
        Assert.Equal("table.file_unreadable", (await desk.UnreadableAsync(file)).Code);
    }

    [Fact]
    public async Task Kilobytes_that_unpack_to_gigabytes_are_refused_without_being_unpacked()
    {
        var spaces = Enumerable.Repeat(Encoding.UTF8.GetBytes(new string(' ', 1 << 20)), 1 << 10);
        var file = WorkbookDraft.WithPart(WorkbookDraft.Of(TableDesk.GoodTable()), Sheet1, spaces);
        Assert.True(file.Length < 2 << 20);

        var before = GC.GetTotalAllocatedBytes();
        var refusal = await desk.UnreadableAsync(file);
        Assert.Equal(("table.too_large", Sheet1), (refusal.Code, refusal.Field));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 64 << 20);
    }

    [Fact]
    public async Task A_part_that_says_it_is_small_and_is_not_does_no_harm()
    {
        var rows = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 4096).Select(_ => "<row><c/></row>")));
        var content = Enumerable.Repeat(rows, 1024).Prepend(Encoding.UTF8.GetBytes("<worksheet><sheetData>"));
        var file = WithDeclaredLength(WorkbookDraft.WithPart(WorkbookDraft.Of(TableDesk.GoodTable()), Sheet1, content), Sheet1, 1000);
        Assert.Contains((await desk.UnreadableAsync(file)).Code, new[] { "table.too_large", "table.file_unreadable" });
    }

    [Fact]
    public async Task Two_hundred_thousand_rows_are_refused_with_the_cell_reading_stopped_at()
    {
        IEnumerable<byte[]> Rows()
        {
            yield return "<worksheet><sheetData>"u8.ToArray();
            for (var row = 1; row <= 200_000; row++)
                yield return Encoding.UTF8.GetBytes($"<row r=\"{row}\"><c r=\"B{row}\" t=\"inlineStr\"><is><t>Xã số {row}</t></is></c></row>");
            yield return "</sheetData></worksheet>"u8.ToArray();
        }

        var file = WorkbookDraft.WithPart(WorkbookDraft.Of(TableDesk.GoodTable()), Sheet1, Rows());
        var before = GC.GetTotalAllocatedBytes();
        var refusal = await desk.UnreadableAsync(file);
        Assert.Equal(("table.too_large", "Biểu 1!B5001"), (refusal.Code, refusal.Field));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 64 << 20);
    }

    [Fact]
    public async Task Two_hundred_thousand_rows_that_only_have_a_format_are_passed_by()
    {
        var xml = TableDesk.GoodTable().ToXml();
        var empty = string.Concat(Enumerable.Range(100, 200_000).Select(row => $"<row r=\"{row}\" spans=\"1:23\"><c r=\"A{row}\" s=\"1\"/></row>"));
        var file = WorkbookDraft.WithPart(
            WorkbookDraft.Of(TableDesk.GoodTable()), Sheet1, [Encoding.UTF8.GetBytes(xml.Replace("</sheetData>", empty + "</sheetData>", StringComparison.Ordinal))]);
        Assert.Equal(28, (await desk.ImportAsync(file)).Recorded!.New);
    }

    [Fact]
    public async Task A_column_nobody_meant_is_refused_with_its_cell()
    {
        var table = TableDesk.GoodTable();
        table["XFD8"] = "x";
        var refusal = await desk.UnreadableAsync(WorkbookDraft.Of(table));
        Assert.Equal(("table.too_large", "Biểu 1!XFD8"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public async Task A_file_of_twenty_megabytes_is_refused() =>
        Assert.Equal("table.too_large", (await desk.UnreadableAsync(new byte[20 << 20])).Code);

    private const string Sheet1 = "xl/worksheets/sheet1.xml";

    private static string Beside(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Files", file);

    // In the directory at the end of the archive, which is what readers go by.
    private static byte[] WithDeclaredLength(byte[] file, string name, int length)
    {
        var at = file.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(name)) - 46;
        BitConverter.TryWriteBytes(file.AsSpan(at + 24), length);
        using var archive = new ZipArchive(new MemoryStream(file));
        Assert.Equal(length, archive.GetEntry(name)!.Length);
        return file;
    }
}
