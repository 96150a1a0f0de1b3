using System.Collections.Concurrent;
using Ntm.Domain.Entries;

namespace Ntm.Projections.Index;

/// <summary>The version every stream stands at.</summary>
public sealed class StreamVersions
{
    private readonly ConcurrentDictionary<string, long> _versions = new();

    /// <summary>0 where the stream has not begun.</summary>
    public long Of(string stream) => _versions.GetValueOrDefault(stream);

    internal void Apply(RecordedEntry entry) => Set(entry.Stream, entry.Version);

    internal void Set(string stream, long version) => _versions[stream] = version;
}
