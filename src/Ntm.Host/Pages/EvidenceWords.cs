using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ntm.Host.Evidence;

namespace Ntm.Host.Pages;

/// <summary>How files are told of on pages.</summary>
internal static class EvidenceWords
{
    internal static string Size(long bytes, Wording say = default) => bytes switch
    {
        < 1_000 => string.Create(Words.Culture(say), $"{bytes} byte"),
        < 1_000_000 => string.Create(Words.Culture(say), $"{bytes / 1_000d:0} kB"),
        _ => string.Create(Words.Culture(say), $"{bytes / 1_000_000d:0.0} MB"),
    };

    /// <summary>The item of an entry's evidence.</summary>
    internal static string Line(EvidenceAnswer file)
    {
        string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
        return string.Create(CultureInfo.InvariantCulture,
            $$"""{"sha256":{{Quoted(file.Sha256)}},"name":{{Quoted(file.Name)}},"mediaType":{{Quoted(file.MediaType)}},"size":{{file.Size}}}""");
    }
}
