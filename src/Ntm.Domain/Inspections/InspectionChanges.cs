using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.Domain.Inspections;

/// <summary>Hoãn kiểm tra: a scheduled inspection is to be held by another day.</summary>
public sealed record InspectionPostponed : DatedEntry
{
    /// <summary>The id of the entry that scheduled it.</summary>
    public required Guid Schedule { get; init; }

    public required DateOnly DueBy { get; init; }

    public string? Reason { get; init; }

    internal static InspectionPostponed Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Schedule = line.Uuid("schedule"), DueBy = line.Day("dueBy"), Reason = line.OptionalNonEmptyText("reason"),
    };

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Uuid("schedule", Schedule);
        fields.Day("dueBy", DueBy);
        fields.Text("reason", Reason);
    }
}

/// <summary>Huỷ lịch kiểm tra: a scheduled inspection is not to be held.</summary>
public sealed record InspectionCancelled : DatedEntry
{
    /// <summary>The id of the entry that scheduled it.</summary>
    public required Guid Schedule { get; init; }

    public string? Reason { get; init; }

    internal static InspectionCancelled Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Schedule = line.Uuid("schedule"), Reason = line.OptionalNonEmptyText("reason"),
    };

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Uuid("schedule", Schedule);
        fields.Text("reason", Reason);
    }
}
