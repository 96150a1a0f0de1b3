using System.Reflection;
using System.Runtime.CompilerServices;
using Ntm.Domain.Entries;
using Ntm.EventStore;
using Ntm.Host.Serving;
using Ntm.Projections.Index;

namespace Ntm.Architecture.Tests;

/// <summary>The assemblies of the product and the files they are built from.</summary>
internal static class Product
{
    public static Assembly Domain => typeof(Entry).Assembly;

    public static Assembly Projections => typeof(RecordIndex).Assembly;

    public static Assembly EventStore => typeof(StoreUnavailableException).Assembly;

    public static Assembly Host => typeof(NtmHost).Assembly;

    public static string Root { get; } = RootOf();

    public static string Source => Path.Combine(Root, "src");

    public static string Tests => Path.Combine(Root, "tests");

    /// <summary>A page of docs/reference.</summary>
    public static string Reference(string page) => File.ReadAllText(Path.Combine(Root, "docs", "reference", page));

    /// <summary>Files below a folder, without what was built.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Where(file => !IsBuilt(Path.GetRelativePath(Root, file)));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/');

    private static bool IsBuilt(string path) => path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "artifacts");

    private static string RootOf([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
