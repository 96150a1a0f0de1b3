using System.Runtime.CompilerServices;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Ntm.Testing;

/// <summary>
/// Holds a text against the file beside the test, with Verify's conventions: <c>Class.Method[_name].verified.ext</c> is the contract,
/// <c>….received.ext</c> what came instead. Nothing is accepted by itself: a person renames received to verified.
/// </summary>
public static class Snapshot
{
    /// <param name="received">Line feeds only; dates as they are, they are the product.</param>
    /// <param name="name">Tells several snapshots of one test apart.</param>
    public static void Verify(
        string received, string extension = "txt", string? name = null, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        var subject = Path.GetFileNameWithoutExtension(testFile) + "." + method + (name is null ? "" : "_" + name);
        var folder = Path.GetDirectoryName(testFile)!;
        var verifiedFile = Path.Combine(folder, $"{subject}.verified.{extension}");
        var receivedFile = Path.Combine(folder, $"{subject}.received.{extension}");
        received = received.ReplaceLineEndings("\n");

        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile) : null;
        if (verified == received)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        Assert.Fail(verified is null
            ? $"There is no {Path.GetFileName(verifiedFile)}. Look at {receivedFile}; rename it if it is right."
            : $"{Path.GetFileName(verifiedFile)} says otherwise:\n{Difference(verified, received)}");
    }

    private static string Difference(string verified, string received)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, received).Lines
            .Where(line => line.Type != ChangeType.Unchanged)
            .Take(60)
            .Select(line => (line.Type == ChangeType.Inserted ? "+ " : "- ") + line.Text);
        return string.Join('\n', lines);
    }
}
