using System.Reflection;
using Ntm.Domain.Plans;

namespace Ntm.Host.Plans;

/// <summary>The plans of data/plans, which the program carries with it.</summary>
internal static class ShippedPlans
{
    private const string Folder = "plans/";
    private const string File = "/plan.json";

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

    private static byte[] Bytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
