using System.IO.Compression;
using System.Xml;
using Ntm.Domain.Tables;

namespace Ntm.Host.Tables;

/// <summary>The parts of an Office Open XML workbook. Elements are known by their local names: the strict format has other namespaces.</summary>
internal sealed class XlsxPackage(ZipArchive package, WorkbookLimits limits)
{
    private long _unpacked;

    internal IReadOnlyList<Grid> ReadSheets()
    {
        if (package.Entries.Count > limits.Parts)
            throw new UnreadableWorkbookException(WorkbookRefusals.TooMany(null, limits.Parts, "phần trong tệp nén", "parts in the archive"));
        var workbook = TargetOf("", "/officeDocument") ?? throw new InvalidDataException("no workbook");
        var relationships = Relationships(workbook);
        var listed = SheetsOf(workbook).ToList();
        if (listed.Count > limits.Sheets)
            throw new UnreadableWorkbookException(WorkbookRefusals.TooMany(null, limits.Sheets, "trang", "sheets"));

        var cells = new CellBudget(limits.Cells);
        var sheets = listed
            .Where(sheet => relationships.TryGetValue(sheet.Relationship, out var target) && target.Type.EndsWith("/worksheet", StringComparison.Ordinal))
            .Select(sheet => new WorksheetPart(sheet.Name, sheet.IsHidden, limits, cells).Read(() => Open(relationships[sheet.Relationship].Part)))
            .ToList();

        // Only the strings cells refer to are kept: a file may carry millions that nothing shows.
        var wanted = sheets.SelectMany(sheet => sheet.SharedStrings).ToHashSet();
        var strings = wanted.Count > 0 && relationships.Values.FirstOrDefault(target => target.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)) is { Part: { } part }
            ? ReadStrings(part, wanted)
            : [];
        return [.. sheets.Select(sheet => sheet.ToGrid(strings))];
    }

    private IEnumerable<(string Name, bool IsHidden, string Relationship)> SheetsOf(string workbook)
    {
        using var xml = Open(workbook);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "sheet")
                continue;
            var relationship = Enumerable.Range(0, xml.AttributeCount).Select(index =>
            {
                xml.MoveToAttribute(index);
                return (xml.LocalName, xml.NamespaceURI, xml.Value);
            }).FirstOrDefault(attribute => attribute.LocalName == "id" && attribute.NamespaceURI.Length > 0).Value;
            xml.MoveToElement();
            yield return (CellText.Clean(xml.GetAttribute("name") ?? ""), xml.GetAttribute("state") is "hidden" or "veryHidden", relationship ?? "");
        }
    }

    private Dictionary<int, string> ReadStrings(string part, HashSet<int> wanted)
    {
        var strings = new Dictionary<int, string>();
        using var xml = Open(part);
        var index = -1;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
                continue;
            index++;
            if (wanted.Contains(index))
                strings[index] = SheetXml.RichText(xml);
        }

        return strings;
    }

    private sealed record Target(string Type, string Part);

    private string? TargetOf(string part, string type) => Relationships(part).Values.FirstOrDefault(target => target.Type.EndsWith(type, StringComparison.Ordinal))?.Part;

    private Dictionary<string, Target> Relationships(string part)
    {
        var folder = part.LastIndexOf('/') is >= 0 and var slash ? part[..(slash + 1)] : "";
        var targets = new Dictionary<string, Target>();
        using var xml = Open($"{folder}_rels/{part[folder.Length..]}.rels");
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External")
                continue;
            var target = xml.GetAttribute("Target") ?? "";
            targets[xml.GetAttribute("Id") ?? ""] = new Target(xml.GetAttribute("Type") ?? "", target.StartsWith('/') ? target[1..] : Resolved(folder + target));
        }

        return targets;
    }

    private static string Resolved(string path)
    {
        var parts = new List<string>();
        foreach (var step in path.Split('/'))
        {
            if (step == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (step is not ("." or ".."))
                parts.Add(step);
        }

        return string.Join('/', parts);
    }

    private XmlReader Open(string name)
    {
        var entry = package.GetEntry(name) ?? package.Entries.FirstOrDefault(entry => string.Equals(entry.FullName, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidDataException($"no part {name}");
        if (entry.Length > limits.RatioFrom && entry.Length / Math.Max(1, entry.CompressedLength) > limits.Ratio)
            throw new UnreadableWorkbookException(WorkbookRefusals.UnpackedTooLarge(name));
        // What is counted is what comes out, not what the archive says will.
        var counted = new CountedStream(entry.Open(), read =>
        {
            if ((_unpacked += read) > limits.UnpackedBytes)
                throw new UnreadableWorkbookException(WorkbookRefusals.UnpackedTooLarge(name));
        });
        return XmlReader.Create(counted, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
        });
    }
}

/// <summary>How many cells may still be kept.</summary>
internal sealed class CellBudget(int cells)
{
    private int _left = cells;

    internal bool TryTake() => --_left >= 0;
}
