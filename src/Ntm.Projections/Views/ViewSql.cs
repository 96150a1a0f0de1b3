using System.Reflection;

namespace Ntm.Projections.Views;

/// <summary>The statements of the views, each a file of its own beside the rows they are about.</summary>
public static class ViewSql
{
    public static string Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"the statement {file} is not in the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
