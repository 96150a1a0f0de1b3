using System.IO.Compression;
using System.Xml;

namespace Ntm.Host.Tables;

/// <summary>
/// The parts of an Office Open XML file, unpacked no further than the limits. Elements are known by their local names: the strict format
/// has other namespaces.
/// </summary>
internal sealed class OfficePackage
{
    private readonly ZipArchive _package;
    private readonly WorkbookLimits _limits;
    private long _unpacked;

    /// <exception cref="UnreadableWorkbookException">It has more parts than any such file.</exception>
    internal OfficePackage(ZipArchive package, WorkbookLimits limits)
    {
        (_package, _limits) = (package, limits);
        if (package.Entries.Count > limits.Parts)
            throw new UnreadableWorkbookException(WorkbookRefusals.TooMany(null, limits.Parts, "phần trong tệp nén", "parts in the archive"));
    }

    internal sealed record Target(string Type, string Part);

    internal bool Has(string name) => Find(name) is not null;

    internal string? TargetOf(string part, string type) =>
        Relationships(part).Values.FirstOrDefault(target => target.Type.EndsWith(type, StringComparison.Ordinal))?.Part;

    internal Dictionary<string, Target> Relationships(string part)
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

    /// <exception cref="InvalidDataException">There is no such part.</exception>
    /// <exception cref="UnreadableWorkbookException">It unpacks to too much; may come at any read.</exception>
    internal XmlReader Open(string name)
    {
        var entry = Find(name) ?? throw new InvalidDataException($"no part {name}");
        if (entry.Length > _limits.RatioFrom && entry.Length / Math.Max(1, entry.CompressedLength) > _limits.Ratio)
            throw new UnreadableWorkbookException(WorkbookRefusals.UnpackedTooLarge(name));
        // What is counted is what comes out, not what the archive says will.
        var counted = new CountedStream(entry.Open(), read =>
        {
            if ((_unpacked += read) > _limits.UnpackedBytes)
                throw new UnreadableWorkbookException(WorkbookRefusals.UnpackedTooLarge(name));
        });
        return XmlReader.Create(counted, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
        });
    }

    private ZipArchiveEntry? Find(string name) =>
        _package.GetEntry(name) ?? _package.Entries.FirstOrDefault(entry => string.Equals(entry.FullName, name, StringComparison.OrdinalIgnoreCase));

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
}
