using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using Ntm.Domain.Interchange;
using Ntm.Domain.Plans;
using Ntm.Domain.Units;

namespace Ntm.Host.Plans;

/// <summary>The plans of data/plans, which the program carries with it.</summary>
internal static class ShippedPlans
{
    private const string Folder = "plans/";
    private const string File = "/plan.json";
    private const string Units = "units.ndjson";

    /// <summary>Ordered by id, ordinal.</summary>
    internal static IReadOnlyList<PlanDocument> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(File, StringComparison.Ordinal))
                .Select(name => PlanFile.Read(Bytes(assembly, name)).Plan ?? throw new InvalidDataException(name))
                .OrderBy(plan => plan.Id.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>The names of units the shipped plans rest on, for whom the record does not know them yet.</summary>
    internal static FrozenDictionary<UnitId, string> UnitNames { get; } = ReadUnitNames();

    private static FrozenDictionary<UnitId, string> ReadUnitNames()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name == Units || (name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith("/" + Units, StringComparison.Ordinal)))
            .SelectMany(name => Encoding.UTF8.GetString(Bytes(assembly, name)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select((line, index) => LineReader.Read(index + 1, Encoding.UTF8.GetBytes(line)).Submitted?.Entry)
            .OfType<UnitEstablished>()
            .ToFrozenDictionary(unit => unit.Unit, unit => unit.Name);
    }

    private static byte[] Bytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
