using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Ntm.Host.Pages;

/// <summary>The style sheet and the scripts of the pages: held by the program itself, asked for once until they change.</summary>
internal static class PageFiles
{
    private const string Script = "text/javascript; charset=utf-8";

    private static readonly (string Path, string Resource, string MediaType)[] All =
    [
        ("/style.css", "style.css", "text/css; charset=utf-8"),
        ("/scripts/plane.js", "plane.js", Script),
        ("/scripts/live.js", "live.js", Script),
        ("/scripts/minutes.js", "minutes.js", Script),
    ];

    internal static void MapPageFiles(this WebApplication app)
    {
        foreach (var (path, resource, mediaType) in All)
        {
            var content = Read(resource);
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"");
            app.MapGet(path, (HttpContext context) =>
            {
                // Asked about at each page, sent only when the program is another.
                context.Response.Headers.CacheControl = "no-cache";
                return TypedResults.Bytes(content, mediaType, entityTag: tag);
            }).ExcludeFromDescription();
        }
    }

    private static byte[] Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
