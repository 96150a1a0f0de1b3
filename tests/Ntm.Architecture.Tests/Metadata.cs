using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Ntm.Architecture.Tests;

/// <summary>What an assembly refers to, read from its metadata: it does not matter whether the code is ever called.</summary>
internal static class Metadata
{
    public static IReadOnlyList<string> AssembliesOf(Assembly assembly) => Read(assembly, metadata =>
        metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name)));

    /// <summary>Full names of the types it uses from other assemblies.</summary>
    public static IReadOnlyList<string> TypesOf(Assembly assembly) => Read(assembly, metadata =>
        metadata.TypeReferences.Select(reference => NameOf(metadata, reference)));

    /// <summary><c>Namespace.Type.Member</c> of the members it uses from other assemblies.</summary>
    public static IReadOnlyList<string> MembersOf(Assembly assembly) => Read(assembly, metadata => metadata.MemberReferences
        .Select(metadata.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference)
        .Select(member => $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}"));

    private static IReadOnlyList<string> Read(Assembly assembly, Func<MetadataReader, IEnumerable<string>> read)
    {
        using var file = File.OpenRead(assembly.Location);
        using var image = new PEReader(file);
        return [.. read(image.GetMetadataReader()).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
