using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ntm.Domain.Time;
using Ntm.Projections.Index;

namespace Ntm.Host.Questions;

/// <summary>
/// An answer as of two clock readings: a body that is byte-equal for ever, named by its hash, with the sequence it speaks from in the
/// headers (docs/reference/http.md).
/// </summary>
internal sealed class AsOfAnswer<T>(T answer, JsonTypeInfo<T> type, long sequence, RecordIndex index) : IResult
{
    // Below this a compressed body is hardly smaller than its headers.
    private const int WorthCompressing = 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, type);
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        var compress = body.Length >= WorthCompressing && AcceptsGzip(httpContext.Request);
        var tag = compress ? $"\"{hash}-gzip\"" : $"\"{hash}\"";

        var headers = httpContext.Response.Headers;
        headers["Ntm-Sequence"] = sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (index.RecordedAt(sequence) is { } recordedAt)
            headers["Ntm-Recorded-At"] = RecordTime.Format(recordedAt);
        headers["Ntm-Format"] = AnswerFormat.Version;
        headers.ETag = tag;
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = "no-cache";

        if (httpContext.Request.Headers.IfNoneMatch.Any(given => given is not null && given.Split(',').Any(one => one.Trim() is "*" || one.Trim() == tag || one.Trim() == "W/" + tag)))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = "application/json; charset=utf-8";
        if (compress)
        {
            headers.ContentEncoding = "gzip";
            body = Compress(body);
        }

        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private static bool AcceptsGzip(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "gzip" && coding.Quality is null or > 0);

    private static byte[] Compress(byte[] body)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
            gzip.Write(body);
        return buffer.ToArray();
    }
}

internal static class AnswerFormat
{
    /// <summary>Within one version the same question gets the same bytes; a change of any answer's shape raises it.</summary>
    internal const string Version = "1";
}
