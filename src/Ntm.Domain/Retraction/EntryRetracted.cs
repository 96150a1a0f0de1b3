using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.Domain.Retraction;

/// <summary>
/// A clerical error undone: the named entry counts as never said, from this record time on. It has no day of effect:
/// before its record time the answer was what it was, and stays so.
/// </summary>
public sealed record EntryRetracted : Entry
{
    public required Guid Entry { get; init; }
    public required string Reason { get; init; }

    /// <summary>Of a correction: the entry that stands instead, recorded immediately after.</summary>
    public Guid? ReplacedBy { get; init; }

    internal static EntryRetracted Read(FieldReader line)
    {
        var retracted = ReadAsCorrection(line, EntryTypes.Retracted);
        return retracted with { ReplacedBy = line.OptionalUuid("replacedBy") };
    }

    /// <summary>The retraction inside an <c>entry_corrected</c>; which entry replaces it, the replacement says.</summary>
    internal static EntryRetracted ReadAsCorrection(FieldReader line, string type)
    {
        line.NotAllowed("effectiveOn", type);
        return new()
        {
            Unit = line.Unit, Basis = line.Basis, Note = line.Note,
            Entry = line.Uuid("entry"), Reason = line.NonEmptyText("reason"),
        };
    }

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Uuid("entry", Entry);
        fields.Text("reason", Reason);
        fields.Uuid("replacedBy", ReplacedBy);
    }
}
