using System.Reflection;

namespace Ntm.Host.Accounts;

/// <summary>The statements accounts are kept with, each a file beside the code.</summary>
internal static class AccountSql
{
    internal static string Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"the statement {file} is not in the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
