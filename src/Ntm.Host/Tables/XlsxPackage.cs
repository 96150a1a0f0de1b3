using System.Xml;
using Ntm.Domain.Tables;

namespace Ntm.Host.Tables;

/// <summary>The sheets of an Office Open XML workbook.</summary>
internal sealed class XlsxPackage(OfficePackage package, WorkbookLimits limits)
{
    internal IReadOnlyList<Grid> ReadSheets()
    {
        var workbook = package.TargetOf("", "/officeDocument") ?? throw new InvalidDataException("no workbook");
        var relationships = package.Relationships(workbook);
        var listed = SheetsOf(workbook).ToList();
        if (listed.Count > limits.Sheets)
            throw new UnreadableWorkbookException(WorkbookRefusals.TooMany(null, limits.Sheets, "trang", "sheets"));

        var cells = new CellBudget(limits.Cells);
        var sheets = listed
            .Where(sheet => relationships.TryGetValue(sheet.Relationship, out var target) && target.Type.EndsWith("/worksheet", StringComparison.Ordinal))
            .Select(sheet => new WorksheetPart(sheet.Name, sheet.IsHidden, limits, cells).Read(() => package.Open(relationships[sheet.Relationship].Part)))
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
        using var xml = package.Open(workbook);
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
        using var xml = package.Open(part);
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
}

/// <summary>How many cells may still be kept.</summary>
internal sealed class CellBudget(int cells)
{
    private int _left = cells;

    internal bool TryTake() => --_left >= 0;
}
