using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Ntm.UnderFire.Tests.Following;

/// <summary>Reads <c>GET /api/entries?after=</c> line by line while it comes.</summary>
internal static class Feed
{
    /// <summary>Ends where the answer ends. A line cut off in its middle, because the host was killed, is none.</summary>
    public static async IAsyncEnumerable<FeedLine> ReadAsync(
        HttpClient client, Uri host, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var response = await client.GetAsync(
            new Uri(host, FormattableString.Invariant($"/api/entries?after={after}")), HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        var reader = PipeReader.Create(await response.Content.ReadAsStreamAsync(cancellation));
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                yield return FeedLine.Read(buffer.Slice(0, end).ToArray());
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
                break;
        }

        await reader.CompleteAsync();
    }
}
