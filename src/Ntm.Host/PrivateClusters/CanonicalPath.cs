namespace Ntm.Host.PrivateClusters;

internal static class CanonicalPath
{
    /// <summary>The path without symbolic links, the way /proc tells a process's directory.</summary>
    public static string Of(string path) =>
        Path.GetFullPath(path)
            .Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(
                Path.DirectorySeparatorChar.ToString(),
                (resolved, part) => Followed(Path.Combine(resolved, part)));

    private static string Followed(string path) =>
        Directory.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? Of(target.FullName) : path;
}
