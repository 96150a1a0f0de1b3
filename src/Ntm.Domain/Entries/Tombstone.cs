using Ntm.Domain.Interchange;

namespace Ntm.Domain.Entries;

/// <summary>
/// A place in the order that says nothing: Marten leaves one (stream <c>mt_tombstone</c>) where a save of its own failed.
/// Never a line, never exported; the record clock counts it.
/// </summary>
public sealed record Tombstone : Entry
{
    public const string TypeName = "tombstone";

    internal override void WriteOwnFields(FieldWriter fields)
    {
    }
}
