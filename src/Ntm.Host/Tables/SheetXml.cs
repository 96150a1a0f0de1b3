using System.Text;
using System.Xml;

namespace Ntm.Host.Tables;

/// <summary>Texts in the parts of a workbook.</summary>
internal static class SheetXml
{
    // What Excel takes into a cell; more of it is not kept.
    private const int Longest = 32_767;

    /// <summary>The text of the element the reader stands on: its runs joined, without the reading aids of East Asian text.</summary>
    internal static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "rPh")
                xml.Skip();
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
                text.Append(Content(xml));
        }

        return XmlConvert.DecodeName(text.ToString());
    }

    /// <summary>The text of the element the reader stands on; the reader stays on its end.</summary>
    internal static string Content(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var piece = new char[1024];
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
                continue;
            while (xml.ReadValueChunk(piece, 0, piece.Length) is > 0 and var read)
                text.Append(piece, 0, Math.Min(read, Longest - text.Length));
        }

        return text.ToString();
    }
}
