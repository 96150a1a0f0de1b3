using System.IO.Pipelines;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.Host.Entries;

/// <summary>Writes recorded entries as lines, the same over HTTP and into files, without holding more than a buffer of them.</summary>
internal static class EntryFeed
{
    private const int FlushEvery = 256;

    /// <returns>How many were written.</returns>
    internal static async Task<long> WriteAsync(PipeWriter output, IAsyncEnumerable<RecordedEntry> entries, long atMost, CancellationToken cancellation)
    {
        long written = 0;
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            if (written == atMost)
                break;
            if (entry.Entry is Tombstone)
                continue;
            LineWriter.WriteLine(output, entry);
            output.Write("\n"u8);
            if (++written % FlushEvery == 0)
                await output.FlushAsync(cancellation);
        }

        await output.FlushAsync(cancellation);
        return written;
    }

    private static void Write(this PipeWriter output, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(output.GetSpan(bytes.Length));
        output.Advance(bytes.Length);
    }
}
