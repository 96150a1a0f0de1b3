using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Ntm.Fuzz.Tests.Sending;

/// <summary>The answer to a request as it came over the line.</summary>
internal sealed record RawAnswer(int Status, string Head, byte[] Body)
{
    private const int FewBytes = 16 * 1024;

    public bool IsJson => Head.Contains("json", StringComparison.Ordinal);

    public JsonNode? Json => IsJson && Body.Length > 0 && !Head.Contains("x-ndjson", StringComparison.Ordinal) ? JsonNode.Parse(Text) : null;

    public string Text => Encoding.UTF8.GetString(Head.Contains("Content-Encoding: gzip", StringComparison.Ordinal) ? Unzipped() : Body);

    /// <summary>Whether taking it apart is worth it: the whole record comes in thousands of chunks, and would be taken apart for each.</summary>
    public static bool MayBeWhole(ReadOnlySpan<byte> received) => received.Length < FewBytes || received.EndsWith("\r\n0\r\n\r\n"u8)
        || received[..FewBytes].IndexOf("Transfer-Encoding: chunked"u8) < 0;

    /// <summary>Cuts the first answer off what was received; null while it is not whole.</summary>
    /// <param name="ended">Nothing more will come.</param>
    public static RawAnswer? Read(ReadOnlySpan<byte> received, bool isHead, bool ended)
    {
        var head = received.IndexOf("\r\n\r\n"u8);
        if (head < 0 || !received.StartsWith("HTTP/1.1 "u8))
            return null;
        var status = int.Parse(received[9..12], CultureInfo.InvariantCulture);
        var text = Encoding.Latin1.GetString(received[..head]);
        var rest = received[(head + 4)..];
        if (status < 200)
            return Read(rest, isHead, ended);
        if (isHead || status is 204 or 304)
            return new RawAnswer(status, text, []);
        // It has no end while the host runs: with its first event it has answered.
        if (text.Contains("text/event-stream", StringComparison.Ordinal))
            return rest.IndexOf("\n\n"u8) >= 0 ? new RawAnswer(status, text, []) : null;
        if (text.Contains("Transfer-Encoding: chunked", StringComparison.Ordinal))
            return Chunks(rest) is { } body ? new RawAnswer(status, text, body) : null;
        var at = text.IndexOf("Content-Length: ", StringComparison.Ordinal);
        if (at < 0)
            return ended ? new RawAnswer(status, text, rest.ToArray()) : null;
        var length = int.Parse(text[(at + 16)..].Split('\r')[0], CultureInfo.InvariantCulture);
        return rest.Length >= length ? new RawAnswer(status, text, rest[..length].ToArray()) : null;
    }

    // Null unless the last chunk is there: an answer that was broken off is no answer.
    private static byte[]? Chunks(ReadOnlySpan<byte> rest)
    {
        using var body = new MemoryStream();
        while (rest.IndexOf("\r\n"u8) is >= 0 and var line)
        {
            var length = int.Parse(rest[..line], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            rest = rest[(line + 2)..];
            if (length == 0)
                return rest.StartsWith("\r\n"u8) ? body.ToArray() : null;
            if (rest.Length < length + 2)
                return null;
            body.Write(rest[..length]);
            rest = rest[(length + 2)..];
        }

        return null;
    }

    private byte[] Unzipped()
    {
        using var unzipped = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(Body), CompressionMode.Decompress))
            gzip.CopyTo(unzipped);
        return unzipped.ToArray();
    }
}
