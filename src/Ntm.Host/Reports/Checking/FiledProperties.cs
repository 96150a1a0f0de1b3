using System.Xml;
using Ntm.Host.Sheets;
using Ntm.Host.Tables;
using Ntm.Projections.Reports;

namespace Ntm.Host.Reports.Checking;

/// <summary>The properties a report carries in a document.</summary>
internal static class FiledProperties
{
    /// <summary>By key; empty where the document carries none of ours.</summary>
    internal static Dictionary<string, string> Read(OfficePackage package)
    {
        var properties = new Dictionary<string, string>();
        if (!package.Has(OwnProperties.PartName))
            return properties;
        using var xml = package.Open(OwnProperties.PartName);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "property" } && xml.GetAttribute("name") is { } name
                && name.StartsWith(ReportProperties.Prefix, StringComparison.Ordinal))
                properties[name[ReportProperties.Prefix.Length..]] = SheetXml.Content(xml).Trim();
        }

        return properties;
    }

    internal static IEnumerable<AlteredCell> Against(IReadOnlyDictionary<string, string> properties, Report report, string hash) =>
        properties.Count == 0 ? [] : ReportProperties.Of(report, hash)
            .Select(property => (property.Key, Says: properties.GetValueOrDefault(property.Key[ReportProperties.Prefix.Length..]) ?? "", Should: property.Value))
            .Where(property => property.Says != property.Should)
            .Select(property => new AlteredCell($"{OwnProperties.PartName}!{property.Key}", property.Says, property.Should));
}
