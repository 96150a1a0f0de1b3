using System.Text.Json.Serialization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Plans;

namespace Ntm.Domain.Targets;

/// <summary>Chỉ tiêu được giao: what a plan says is to be attained or kept. A target is never a finding.</summary>
public sealed record TargetAssigned : DatedEntry
{
    public required PlanId Plan { get; init; }
    public required SetId Set { get; init; }
    public required int Criterion { get; init; }
    public required TargetKind Kind { get; init; }

    /// <summary>May lie ahead.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>The plan's own sentence.</summary>
    public string? Source { get; init; }

    internal static TargetAssigned Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Plan = line.Plan("plan"), Set = line.Set("set"), Criterion = line.Integer("criterion"),
        Kind = line.OneOf("kind", TargetKinds.Names), Due = line.Day("due"), Source = line.OptionalText("source"),
    };

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Text("plan", Plan.Value);
        fields.Text("set", Set.Value);
        fields.Number("criterion", Criterion);
        fields.Text("kind", TargetKinds.Names.NameOf(Kind));
        fields.Day("due", Due);
        fields.Text("source", Source);
    }
}

public sealed record TargetWithdrawn : DatedEntry
{
    /// <summary>The id of the entry that assigned it.</summary>
    public required Guid Target { get; init; }

    internal static TargetWithdrawn Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Target = line.Uuid("target"),
    };

    internal override void WriteOwnFields(FieldWriter fields) => fields.Uuid("target", Target);
}

[JsonConverter(typeof(TargetKindJsonConverter))]
public enum TargetKind
{
    /// <summary>Phấn đấu đạt.</summary>
    Attain,

    /// <summary>Duy trì, giữ vững.</summary>
    Maintain,
}

public static class TargetKinds
{
    public static WireNames<TargetKind> Names { get; } = new(("attain", TargetKind.Attain), ("maintain", TargetKind.Maintain));
}

internal sealed class TargetKindJsonConverter() : WireNameJsonConverter<TargetKind>(TargetKinds.Names);
