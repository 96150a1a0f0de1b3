using Ntm.Domain.Recording;

namespace Ntm.EventStore.Append;

/// <summary>An entry with its place in its stream and who said it.</summary>
public sealed record EntryToAppend(NewEntry Entry, long Version, Act Act);
