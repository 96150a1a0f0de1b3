using System.Reflection;

namespace Ntm.EventStore;

/// <summary>The statements of the store, each a file of its own beside the code that runs it.</summary>
internal static class StoreSql
{
    internal static string Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"the statement {file} is not in the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
