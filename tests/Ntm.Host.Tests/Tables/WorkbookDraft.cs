using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Ntm.Domain.Tables;

namespace Ntm.Host.Tests.Tables;

/// <summary>A formula with the result the file keeps of it; null where it keeps none.</summary>
internal sealed record Formula(string Text, object? Result);

/// <summary>#REF! and its like.</summary>
internal sealed record CellError(string Text);

/// <summary>A sheet in the making: what an office's Excel would save, faults and all.</summary>
internal sealed class SheetDraft(string name)
{
    private readonly SortedDictionary<(int Row, int Column), object> _cells = [];

    public string Name { get; set; } = name;

    public bool IsHidden { get; set; }

    public bool IsProtected { get; set; }

    public HashSet<int> HiddenRows { get; } = [];

    public HashSet<int> HiddenColumns { get; } = [];

    public List<string> Merged { get; } = [];

    public object? this[string cell]
    {
        get => CellNames.TryParse(cell, out var row, out var column) ? _cells.GetValueOrDefault((row, column)) : throw new ArgumentException(cell, nameof(cell));
        set
        {
            if (!CellNames.TryParse(cell, out var row, out var column))
                throw new ArgumentException(cell, nameof(cell));
            if (value is null)
                _cells.Remove((row, column));
            else
                _cells[(row, column)] = value;
        }
    }

    public void Row(int row, int firstColumn, params object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
            this[CellNames.Of(row, firstColumn + index)] = values[index];
    }

    /// <summary>Everything in those rows one column to the right, as one insertion too many does it.</summary>
    public void ShiftRight(int firstRow, int lastRow, int fromColumn)
    {
        var moved = _cells.Where(cell => cell.Key.Row >= firstRow && cell.Key.Row <= lastRow && cell.Key.Column >= fromColumn).ToList();
        foreach (var cell in moved)
            _cells.Remove(cell.Key);
        foreach (var ((row, column), value) in moved)
            _cells[(row, column + 1)] = value;
    }

    public string ToXml()
    {
        var xml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""");
        if (HiddenColumns.Count > 0)
            xml.Append("<cols>").AppendJoin("", HiddenColumns.Order().Select(column => $"""<col min="{column}" max="{column}" width="0" hidden="1"/>""")).Append("</cols>");
        xml.Append("<sheetData>");
        foreach (var row in _cells.GroupBy(cell => cell.Key.Row))
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<row r="{row.Key}"{(HiddenRows.Contains(row.Key) ? " hidden=\"1\"" : "")}>""");
            foreach (var cell in row)
                xml.Append(CellXml(CellNames.Of(cell.Key.Row, cell.Key.Column), cell.Value));
            xml.Append("</row>");
        }

        xml.Append("</sheetData>");
        if (IsProtected)
            xml.Append("""<sheetProtection sheet="1" password="CC1A" objects="1" scenarios="1"/>""");
        if (Merged.Count > 0)
            xml.Append("<mergeCells>").AppendJoin("", Merged.Select(range => $"""<mergeCell ref="{range}"/>""")).Append("</mergeCells>");
        return xml.Append("</worksheet>").ToString();
    }

    private static string CellXml(string cell, object value) => value switch
    {
        string text => $"""<c r="{cell}" t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(text)}</t></is></c>""",
        int number => string.Create(CultureInfo.InvariantCulture, $"""<c r="{cell}"><v>{number}</v></c>"""),
        Formula { Result: null } formula => $"""<c r="{cell}"><f>{SecurityElement.Escape(formula.Text)}</f></c>""",
        Formula { Result: int number } formula => string.Create(CultureInfo.InvariantCulture, $"""<c r="{cell}"><f>{SecurityElement.Escape(formula.Text)}</f><v>{number}</v></c>"""),
        Formula formula => $"""<c r="{cell}" t="str"><f>{SecurityElement.Escape(formula.Text)}</f><v>{SecurityElement.Escape(formula.Result!.ToString())}</v></c>""",
        CellError error => $"""<c r="{cell}" t="e"><v>{error.Text}</v></c>""",
        _ => throw new ArgumentException(value.GetType().Name, nameof(value)),
    };
}

/// <summary>Workbooks written by hand, so that a fault stands in the test that is about it.</summary>
internal static class WorkbookDraft
{
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string MediaTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Of(params IReadOnlyList<SheetDraft> sheets)
    {
        var parts = new List<(string, string)>
        {
            ("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{MediaTypes}.sheet.main+xml"/>{
                string.Concat(sheets.Select((_, index) => $"""<Override PartName="/xl/worksheets/sheet{index + 1}.xml" ContentType="{MediaTypes}.worksheet+xml"/>"""))
            }</Types>"""),
            ("_rels/.rels", $"""<Relationships xmlns="{Relationships}"><Relationship Id="rId1" Type="{Types}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
            ("xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Types}"><sheets>{
                string.Concat(sheets.Select((sheet, index) => $"""<sheet name="{SecurityElement.Escape(sheet.Name)}" sheetId="{index + 1}"{(sheet.IsHidden ? " state=\"hidden\"" : "")} r:id="s{index + 1}"/>"""))
            }</sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Relationships}">{
                string.Concat(sheets.Select((_, index) => $"""<Relationship Id="s{index + 1}" Type="{Types}/worksheet" Target="worksheets/sheet{index + 1}.xml"/>"""))
            }</Relationships>"""),
        };
        parts.AddRange(sheets.Select((sheet, index) => ($"xl/worksheets/sheet{index + 1}.xml", sheet.ToXml())));
        return Zip(parts.Select(part => (part.Item1, (Func<IEnumerable<byte[]>>)(() => [Encoding.UTF8.GetBytes(part.Item2)]))));
    }

    /// <summary>The same with one part's bytes made as they are asked for, however many.</summary>
    public static byte[] WithPart(byte[] workbook, string name, IEnumerable<byte[]> content)
    {
        using var archive = new MemoryStream();
        archive.Write(workbook);
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Update, leaveOpen: true))
            zip.GetEntry(name)?.Delete();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true))
        {
            var kept = zip.Entries.Select(entry => (entry.FullName, (Func<IEnumerable<byte[]>>)(() => [Content(entry)]))).ToList();
            return Zip(kept.Append((name, () => content)));
        }
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Zip(IEnumerable<(string Name, Func<IEnumerable<byte[]>> Content)> parts)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                foreach (var piece in content())
                    entry.Write(piece);
            }
        }

        return archive.ToArray();
    }
}
