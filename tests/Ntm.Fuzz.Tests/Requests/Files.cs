using System.IO.Compression;
using System.Text;
using Ntm.Host.Tests.Reading;
using Ntm.Host.Tests.Tables;

namespace Ntm.Fuzz.Tests.Requests;

/// <summary>Workbooks and lists: an office's own, and ones that unpack to far more than they seem.</summary>
internal static class Files
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const int Mebibyte = 1 << 20;

    private static readonly byte[] Draft = WorkbookDraft.Of(OfficeTable.Of("Biểu 1", "Văn An"));

    private static readonly string[] InCells =
        ["", "-1", "0", "-999999", "999999", "99999999999999999999", "1e308", "-1e-308", "NaN", "XFD1048577", "A0", "ZZZZ1", "A1:ZZ99999999", "true", "d", "inlineStr", "s", "&#0;", "&amp;", "&x;", "\u0001", "Đạt", "2018-02-30", "../../x.xml", "rId999"];

    // Packed once: 200 MiB of blanks, of cells, and of an entity that means ten of another.
    private static readonly byte[][] Bombs =
    [
        WorkbookDraft.WithPart(Draft, Sheet, Enumerable.Repeat(Filled(" "u8), 200)),
        WorkbookDraft.WithPart(Draft, Sheet, [Utf8("<worksheet><sheetData>"), .. Enumerable.Repeat(Filled("<row><c><v>1</v></c></row>"u8), 40)]),
        WorkbookDraft.WithPart(Draft, "xl/workbook.xml", [Utf8(Laughs())]),
        WorkbookDraft.WithPart(Draft, "../../../etc/ntm", [Utf8("out")]),
        ManyParts(),
        WorkbookDraft.WithPart(Draft, Sheet, [Utf8("<worksheet>" + string.Concat(Enumerable.Repeat("<sheetData>", 60_000)))]),
        WorkbookDraft.WithPart(Draft, Sheet, [Utf8($"<worksheet><sheetData><row r=\"{long.MaxValue}\"><c r=\"ZZZZZZ99999999999\"><v>1e999</v></c></row></sheetData></worksheet>")]),
    ];

    public static byte[] GoodTable(FuzzWorld world) => WorkbookDraft.Of(OfficeTable.Of("Biểu 1", world.Communes));

    public static byte[] IllTable(Dice dice, FuzzWorld world) => dice.Below(6) switch
    {
        0 => Draft[..dice.Below(Draft.Length)],
        1 => Flipped(dice, Draft),
        2 => Remade(dice, GoodTable(world)),
        3 => Remade(dice, world.Report),
        _ => dice.Pick(Bombs),
    };

    public static byte[] GoodList(FuzzWorld world) => Utf8("Mã,Tên,Cấp\n" + string.Join('\n', world.Communes.Select((name, index) => $"0{6000 + index},Xã {name},xã")));

    public static byte[] IllList(Dice dice, FuzzWorld world) => dice.Below(6) switch
    {
        0 => Encoding.Unicode.GetBytes("Mã,Tên\n1,An"),
        1 => Utf8("Mã,Tên\n\"" + new string('"', 1 + dice.Below(50_000))),
        2 => Utf8(new string(',', 1 + dice.Below(200_000)) + "\n" + new string(',', 100_000)),
        3 => Flipped(dice, GoodList(world)),
        4 => Utf8("Mã,Tên,Cấp,Cha\n" + string.Concat(Enumerable.Repeat("1,Xã A,xã,Huyện B\n", 1 + dice.Below(20_000)))),
        _ => Lines.Bytes(dice, 1 + dice.Below(5_000)),
    };

    public static byte[] Flipped(Dice dice, byte[] bytes)
    {
        byte[] flipped = [.. bytes];
        for (var times = 1 + dice.Below(8); times > 0 && flipped.Length > 0; times--)
            flipped[dice.Below(flipped.Length)] = (byte)dice.Below(256);
        return flipped;
    }

    // Whole and well packed, with something else in some of its cells or attributes.
    private static byte[] Remade(Dice dice, byte[] workbook)
    {
        using var package = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        var part = dice.Pick(package.Entries);
        using var reader = new StreamReader(part.Open());
        var xml = reader.ReadToEnd();
        for (var changes = 1 + dice.Below(6); changes > 0; changes--)
        {
            var from = xml.IndexOfAny(['>', '"'], dice.Below(xml.Length));
            var to = from < 0 ? -1 : xml.IndexOfAny(['<', '"'], from + 1);
            if (to > from)
                xml = xml[..(from + 1)] + dice.Pick(InCells) + xml[to..];
        }

        return WorkbookDraft.WithPart(workbook, part.FullName, [Utf8(xml)]);
    }

    private static byte[] Filled(ReadOnlySpan<byte> with)
    {
        var filled = new byte[Mebibyte / with.Length * with.Length];
        for (var at = 0; at < filled.Length; at += with.Length)
            with.CopyTo(filled.AsSpan(at));
        return filled;
    }

    private static string Laughs() => "<!DOCTYPE a [<!ENTITY l0 \"ha\">"
        + string.Concat(Enumerable.Range(1, 12).Select(level => $"<!ENTITY l{level} \"{string.Concat(Enumerable.Repeat($"&l{level - 1};", 10))}\">")) + "]><a>&l12;</a>";

    private static byte[] ManyParts()
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
            for (var part = 0; part < 5_000; part++)
                zip.CreateEntry($"xl/worksheets/sheet{part}.xml");
        return archive.ToArray();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
