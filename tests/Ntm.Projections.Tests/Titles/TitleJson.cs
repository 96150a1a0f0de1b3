using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ntm.Projections.Tests.Titles;

/// <summary>Answers as a reader would see them, for snapshots.</summary>
internal static class TitleJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n",
    };

    internal static string Write<T>(T answer) => JsonSerializer.Serialize(answer, Options) + "\n";
}
