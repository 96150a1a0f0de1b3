using System.Text;
using Ntm.Host.Evidence;

namespace Ntm.Host.Tests.Evidence;

public sealed class FileSniffingTests
{
    public static TheoryData<string, byte[], string> Taken() => new()
    {
        { "biên bản.pdf", SampleFiles.Pdf(), "application/pdf" },
        { "ảnh", SampleFiles.Png, "image/png" },
        { "ảnh.exe", SampleFiles.Jpeg, "image/jpeg" },
        { "scan.tif", SampleFiles.Tiff, "image/tiff" },
        { "a.webp", SampleFiles.WebP, "image/webp" },
        { "a.heic", SampleFiles.Heic, "image/heic" },
        { "a.docx", SampleFiles.Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "a.xlsx", SampleFiles.Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        { "a.odt", SampleFiles.Odt, "application/vnd.oasis.opendocument.text" },
        { "a.ods", SampleFiles.Ods, "application/vnd.oasis.opendocument.spreadsheet" },
        { "ghi chú.txt", "Đạt 17 < 19 tiêu chí\r\n"u8.ToArray(), "text/plain" },
        { "bảng.csv", "\uFEFFXã,Tiêu chí\nVăn An,19\n"u8.ToArray(), "text/csv" },
        { "a.html", "chỉ là chữ"u8.ToArray(), "text/plain" },
    };

    public static TheoryData<string, byte[]> Refused() => new()
    {
        { "a page", "<!DOCTYPE html><p>x"u8.ToArray() },
        { "a page after spaces", "\uFEFF \n <p>x"u8.ToArray() },
        { "a script in text", "Tên xã\n<ScRiPt>alert(1)</script>"u8.ToArray() },
        { "a picture that is a page", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"u8.ToArray() },
        { "a script of a shell", "#!/bin/sh\nrm\n"u8.ToArray() },
        { "a mark across two pieces", [.. Encoding.ASCII.GetBytes(new string('a', (64 * 1024) - 3)), .. "<script>"u8] },
        { "text of Windows-1258", [(byte)'X', 0xE3, (byte)' ', (byte)'V'] },
        { "text of UTF-16", Encoding.Unicode.GetBytes("Văn An") },
        { "a NUL", "a\0b"u8.ToArray() },
        { "a program", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0] },
        { "an old Word file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "any archive", SampleFiles.Zip(("a.txt", "x")) },
        { "a workbook with macros", SampleFiles.Zip(("[Content_Types].xml", ""), ("_rels/.rels", ""), ("xl/workbook.xml", ""), ("xl/vbaProject.bin", "")) },
        { "a text with macros", SampleFiles.Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", ""), ("Basic/script-lc.xml", "")) },
        { "a drawing", SampleFiles.Zip(("mimetype", "application/vnd.oasis.opendocument.graphics"), ("content.xml", "")) },
        { "a workbook cut off", SampleFiles.Xlsx[..^30] },
        { "a workbook that is a document too", SampleFiles.Zip(("[Content_Types].xml", ""), ("_rels/.rels", ""), ("xl/workbook.xml", ""), ("word/document.xml", "")) },
        { "only the start of an archive", [(byte)'P', (byte)'K', 3, 4] },
        { "a film", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0] },
    };

    [Theory, MemberData(nameof(Taken))]
    public async Task A_file_is_what_its_bytes_are(string name, byte[] file, string mediaType)
    {
        using var content = new MemoryStream(file);
        Assert.Equal(mediaType, (await FileSniffing.TypeOfAsync(content, name, CancellationToken.None))?.MediaType);
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task What_could_act_or_cannot_be_told_is_not_taken(string what, byte[] file)
    {
        using var content = new MemoryStream(file);
        var type = await FileSniffing.TypeOfAsync(content, "a.pdf", CancellationToken.None);
        Assert.True(type is null, $"{what}: {type?.MediaType}");
    }

    [Fact]
    public async Task An_archive_that_claims_what_it_is_not_is_no_fault()
    {
        var chance = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var file = round % 2 == 0 ? SampleFiles.Odt : SampleFiles.Xlsx;
            for (var change = 0; change <= round % 5; change++)
                file[chance.Next(4, file.Length)] = (byte)chance.Next(256);
            using var content = new MemoryStream(file);
            await FileSniffing.TypeOfAsync(content, "a", CancellationToken.None);
        }
    }

    [Theory]
    [InlineData("biên bản.pdf", "biên bản.pdf")]
    [InlineData("BIÊN BẢN.PDF", "BIÊN BẢN.PDF")]
    [InlineData("C:\\Users\\xa\\biên bản.pdf", "biên bản.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("hóa đơn.exe", "hóa đơn.exe.pdf")]
    [InlineData("a\u202Efdp.exe", "afdp.exe.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("  ", "minh-chung.pdf")]
    [InlineData(null, "minh-chung.pdf")]
    [InlineData(".pdf", "minh-chung.pdf")]
    [InlineData("Bie\u0302n ba\u0309n.pdf", "Biên bản.pdf")]
    public void A_name_says_no_more_than_a_name(string? given, string name) => Assert.Equal(name, EvidenceName.Of(given, EvidenceTypes.Pdf));

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_end() =>
        Assert.Equal(new string('ă', 150) + ".pdf", EvidenceName.Of(new string('ă', 400) + ".pdf", EvidenceTypes.Pdf));
}
