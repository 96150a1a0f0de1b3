using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Ntm.Domain.Tables;

namespace Ntm.Host.Tables;

/// <summary>Reads one sheet from its part, row by row; only what has content is kept.</summary>
internal sealed class WorksheetPart(string name, bool isHidden, WorkbookLimits limits, CellBudget cells)
{
    private readonly List<RawRow> _rows = [];
    private readonly List<MergedCells> _merged = [];
    private readonly HashSet<int> _hiddenColumns = [];

    /// <summary>Numbers of the shared strings its cells show.</summary>
    internal IEnumerable<int> SharedStrings => _rows.SelectMany(row => row.Cells.Values).Select(cell => cell.SharedString).OfType<int>();

    private sealed record RawRow(int Number, bool IsHidden, SortedDictionary<int, RawCell> Cells);

    /// <param name="SharedString">The text stands in the list of shared strings under this number.</param>
    private sealed record RawCell(CellKind Kind, string Text, bool IsFormula, int? SharedString);

    internal WorksheetPart Read(Func<XmlReader> open)
    {
        using var xml = open();
        var row = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "col" when IsTrue(xml.GetAttribute("hidden")):
                    for (var column = Number(xml, "min"); column <= Math.Min(Number(xml, "max"), limits.Columns); column++)
                        _hiddenColumns.Add(column);
                    break;
                case "row":
                    row = xml.GetAttribute("r") is { } said ? int.Parse(said, NumberStyles.None, CultureInfo.InvariantCulture) : row + 1;
                    ReadRow(xml, row);
                    break;
                case "mergeCell":
                    AddMerged(xml.GetAttribute("ref"));
                    break;
                default:
                    break;
            }
        }

        return this;
    }

    internal Grid ToGrid(Dictionary<int, string> strings)
    {
        var rows = _rows.Select(row => new GridRow(row.Number, row.IsHidden, row.Cells
            .Select(cell => (cell.Key, Cell: Finished(cell.Value, strings)))
            .Where(cell => cell.Cell is not null)
            .ToImmutableSortedDictionary(cell => cell.Key, cell => cell.Cell!)));
        return new Grid(name, isHidden, [.. rows.Where(row => row.Cells.Count > 0)], [.. _hiddenColumns], _merged);
    }

    private static GridCell? Finished(RawCell cell, Dictionary<int, string> strings)
    {
        var raw = cell.SharedString is { } index ? strings.GetValueOrDefault(index) ?? "" : cell.Text;
        var text = CellText.Clean(raw);
        return text.Length == 0 && cell.Kind != CellKind.NotCalculated
            ? null
            : new GridCell(cell.Kind, text, cell.IsFormula) { IsRespelt = CellText.IsRespelt(raw, text) };
    }

    private void ReadRow(XmlReader xml, int number)
    {
        if (xml.IsEmptyElement)
            return;
        var read = new RawRow(number, IsTrue(xml.GetAttribute("hidden")), []);
        var depth = xml.Depth;
        var column = 0;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
                continue;
            column = xml.GetAttribute("r") is { } said
                ? CellNames.TryParse(said, out _, out var parsed) ? parsed : throw new InvalidDataException(said)
                : column + 1;
            if (ReadCell(xml) is { } cell)
                Keep(read, column, cell);
        }

        if (read.Cells.Count > 0)
            _rows.Add(read);
        if (_rows.Count > limits.Rows)
            throw new UnreadableWorkbookException(WorkbookRefusals.TooMany($"{name}!{CellNames.Of(number, read.Cells.Keys.First())}", limits.Rows, "hàng có nội dung trên một trang", "rows with content on one sheet"));
    }

    private void Keep(RawRow row, int column, RawCell cell)
    {
        var where = $"{name}!{CellNames.Of(row.Number, column)}";
        if (column > limits.Columns)
            throw new UnreadableWorkbookException(WorkbookRefusals.TooMany(where, limits.Columns, "cột", "columns"));
        if (!cells.TryTake())
            throw new UnreadableWorkbookException(WorkbookRefusals.TooMany(where, limits.Cells, "ô có nội dung", "cells with content"));
        row.Cells[column] = cell;
    }

    // Null for a cell that only carries a format.
    private static RawCell? ReadCell(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return null;
        var type = xml.GetAttribute("t");
        var depth = xml.Depth;
        string? value = null;
        var isFormula = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "f")
                isFormula = true;
            else if (xml.LocalName == "v")
                value = SheetXml.Content(xml);
            else if (xml.LocalName == "is")
                value = SheetXml.RichText(xml);
        }

        if (string.IsNullOrEmpty(value))
            // A formula may well result in an empty text: then the file says so by its type.
            return isFormula && type != "str" ? new RawCell(CellKind.NotCalculated, "", true, null) : null;
        return type switch
        {
            "s" => new RawCell(CellKind.Text, "", isFormula, int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)),
            "b" => new RawCell(CellKind.YesNo, value == "1" ? "TRUE" : "FALSE", isFormula, null),
            "e" => new RawCell(CellKind.Error, value, isFormula, null),
            null or "n" => new RawCell(CellKind.Number, value, isFormula, null),
            _ => new RawCell(CellKind.Text, value, isFormula, null),
        };
    }

    private void AddMerged(string? reference)
    {
        var corners = (reference ?? "").Split(':');
        if (corners.Length != 2 || !CellNames.TryParse(corners[0], out var firstRow, out var firstColumn) || !CellNames.TryParse(corners[1], out var lastRow, out var lastColumn))
            return;
        if (_merged.Count >= limits.Rows)
            throw new UnreadableWorkbookException(WorkbookRefusals.TooMany($"{name}!{corners[0]}", limits.Rows, "vùng ô gộp", "joined cells"));
        _merged.Add(new MergedCells(firstRow, firstColumn, lastRow, lastColumn));
    }

    private static int Number(XmlReader xml, string attribute) => int.Parse(xml.GetAttribute(attribute) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsTrue(string? value) => value is "1" or "true";
}
