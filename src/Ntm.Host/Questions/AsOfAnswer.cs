using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Ntm.Domain.Time;
using Ntm.Host.Problems;
using Ntm.Projections.Index;

namespace Ntm.Host.Questions;

/// <summary>
/// An answer as of two clock readings: a body that is byte-equal for ever, named by its hash, with the sequence it speaks from in the
/// headers (docs/reference/http.md).
/// </summary>
/// <param name="write">Writes the body.</param>
internal sealed class AsOfAnswer<T>(T answer, Action<Utf8JsonWriter, T> write, long sequence, RecordIndex index) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var body = new AnswerBuffer();
        using (var json = new Utf8JsonWriter(body, AnswerJson.WriterOptions))
            write(json, answer);
        await AsOfBody.SendAsync(httpContext, body.Written, "application/json; charset=utf-8", sequence, index);
    }
}

internal static class AsOfAnswer
{
    /// <summary>The answer, or why there is none.</summary>
    internal static IResult Of<T>(Resolved<T> answered, Action<Utf8JsonWriter, T> write, Func<T, long> sequence, RecordIndex index) where T : class =>
        answered.Value is { } answer ? new AsOfAnswer<T>(answer, write, sequence(answer), index) : ProblemResult.Of(answered.Refusal!);
}

/// <summary>The same as a file to keep.</summary>
internal sealed class AsOfFile(byte[] file, string mediaType, string name, long sequence, RecordIndex index) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return AsOfBody.SendAsync(httpContext, file, mediaType, sequence, index);
    }
}

/// <summary>Sends a body with the headers of an answer as of two clock readings; nothing of it where the asker holds it already.</summary>
internal static class AsOfBody
{
    // Below this a compressed body is hardly smaller than its headers.
    private const int WorthCompressing = 1024;

    // What deflate adds at worst to what does not compress, and the gzip header and trailer.
    private const int CompressionAtWorst = 1024;

    internal static async Task SendAsync(HttpContext httpContext, ReadOnlyMemory<byte> body, string mediaType, long sequence, RecordIndex index)
    {
        var compress = body.Length >= WorthCompressing && AcceptsGzip(httpContext.Request);
        var tag = Tag(body.Span, compress);
        var headers = httpContext.Response.Headers;
        headers["Ntm-Sequence"] = sequence.ToString(CultureInfo.InvariantCulture);
        if (index.RecordedAt(sequence) is { } recordedAt)
            headers["Ntm-Recorded-At"] = RecordTime.Format(recordedAt);
        headers["Ntm-Format"] = AnswerFormat.Version;
        headers.ETag = tag;
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = "no-cache";

        if (IsHeldBy(httpContext.Request, tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = mediaType;
        if (compress)
            await WriteCompressedAsync(httpContext, body);
        else
            await WriteAsync(httpContext, body);
    }

    private static Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private static async Task WriteCompressedAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        http.Response.Headers.ContentEncoding = "gzip";
        var lent = ArrayPool<byte>.Shared.Rent(body.Length + (body.Length / 1024) + CompressionAtWorst);
        try
        {
            using var compressed = new MemoryStream(lent);
            await using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
                gzip.Write(body.Span);
            await WriteAsync(http, lent.AsMemory(0, (int)compressed.Position));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(lent);
        }
    }

    private static string Tag(ReadOnlySpan<byte> body, bool compressed)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return compressed ? $"\"{Convert.ToHexStringLower(hash)}-gzip\"" : $"\"{Convert.ToHexStringLower(hash)}\"";
    }

    private static bool IsHeldBy(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } held
        && held.Any(given => given is not null && given.Split(',').Any(one => one.Trim() is "*" || one.Trim() == tag || one.Trim() == "W/" + tag));

    private static bool AcceptsGzip(HttpRequest request) =>
        request.Headers.AcceptEncoding.Count > 0
        && request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "gzip" && coding.Quality is null or > 0);
}

internal static class AnswerFormat
{
    /// <summary>Within one version the same question gets the same bytes; a change of any answer's shape raises it.</summary>
    internal const string Version = "3";
}
