using System.Text;
using System.Xml;
using Ntm.Domain.Tables;
using Ntm.Host.Tables;

namespace Ntm.Host.Reports.Checking;

/// <summary>The text of a document: its paragraphs outside tables, and its tables, each in order.</summary>
internal sealed record DocumentBlocks(IReadOnlyList<string> Paragraphs, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Tables)
{
    private const int MostCells = 600_000;

    internal static DocumentBlocks Read(OfficePackage package)
    {
        var main = package.TargetOf("", "/officeDocument") ?? throw new InvalidDataException("no document");
        using var xml = package.Open(main);
        var reading = new Reading();
        while (xml.Read())
            reading.Take(xml);
        return new DocumentBlocks(reading.Paragraphs, reading.Tables);
    }

    // A table inside a cell is text of that cell.
    private sealed class Reading
    {
        private readonly StringBuilder _text = new();
        private int _depth;
        private int _cells;

        internal List<string> Paragraphs { get; } = [];

        internal List<IReadOnlyList<IReadOnlyList<string>>> Tables { get; } = [];

        private List<IReadOnlyList<string>> Rows { get; set; } = [];

        private List<string> Row { get; set; } = [];

        internal void Take(XmlReader xml)
        {
            switch (xml.NodeType)
            {
                // What older programs see instead says the same again.
                case XmlNodeType.Element when xml.LocalName == "Fallback":
                    using (var fallback = xml.ReadSubtree())
                    {
                        while (fallback.Read())
                        {
                        }
                    }

                    break;
                case XmlNodeType.Element:
                    Begin(xml);
                    if (xml.IsEmptyElement)
                        End(xml.LocalName);
                    break;
                case XmlNodeType.EndElement:
                    End(xml.LocalName);
                    break;
                default:
                    break;
            }
        }

        private void Begin(XmlReader xml)
        {
            switch (xml.LocalName)
            {
                case "tbl" when _depth++ == 0:
                    Rows = [];
                    break;
                case "tr" when _depth == 1:
                    Row = [];
                    break;
                case "tc" when _depth == 1:
                    _text.Clear();
                    break;
                case "t":
                    _text.Append(SheetXml.Content(xml));
                    break;
                case "tab" or "br" or "cr":
                    _text.Append(' ');
                    break;
                case "noBreakHyphen":
                    _text.Append('-');
                    break;
                default:
                    break;
            }
        }

        private void End(string element)
        {
            switch (element)
            {
                case "p" when _depth == 0:
                    if (Taken() is { Length: > 0 } paragraph)
                        Paragraphs.Add(paragraph);
                    break;
                case "p":
                    _text.Append(' ');
                    break;
                case "tc" when _depth == 1:
                    Row.Add(Taken());
                    if (++_cells > MostCells)
                        throw new UnreadableWorkbookException(WorkbookRefusals.TooMany(null, MostCells, "ô", "cells"));
                    break;
                case "tr" when _depth == 1:
                    Rows.Add(Row);
                    break;
                case "tbl" when --_depth == 0:
                    Tables.Add(Rows);
                    break;
                default:
                    break;
            }
        }

        private string Taken()
        {
            var text = CellText.Clean(_text.ToString());
            _text.Clear();
            return text;
        }
    }
}
