using Ntm.EventStore;
using Ntm.Projections.Index;

namespace Ntm.Host.Recording;

/// <summary>Builds an index of the whole record.</summary>
internal sealed class IndexLoading(Record record)
{
    /// <exception cref="InvalidDataException">The record holds something this program does not know: it never skips it.</exception>
    internal async Task<RecordIndex> LoadAsync(long upTo, CancellationToken cancellation)
    {
        var builder = new IndexBuilder();
        await RecordScanning.ReadAsync(record, upTo, builder, cancellation);
        return builder.Build();
    }
}
