using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Plans;

namespace Ntm.Domain.Inspections;

public sealed record InspectionScheduled : DatedEntry
{
    public PlanId? Plan { get; init; }
    public required DateOnly DueBy { get; init; }

    /// <summary>An office, never a person.</summary>
    public string? Team { get; init; }

    /// <summary>What is to be inspected; null where the schedule does not say.</summary>
    public IReadOnlyList<InspectedCriterion>? Criteria { get; init; }

    internal static InspectionScheduled Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Plan = line.OptionalPlan("plan"), DueBy = line.Day("dueBy"), Team = line.OptionalNonEmptyText("team"),
        Criteria = line.Objects("criteria", InspectedCriterion.Read),
    };

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Text("plan", Plan?.Value);
        fields.Day("dueBy", DueBy);
        fields.Text("team", Team);
        fields.Objects("criteria", Criteria, InspectedCriterion.Write);
    }
}

/// <summary>Kiểm tra. A conclusion here is a remark: a finding on the criterion takes its own entry.</summary>
public sealed record InspectionHeld : DatedEntry
{
    public required string Team { get; init; }
    public required IReadOnlyList<InspectionRemark> Findings { get; init; }

    /// <summary>What was looked at beside what the findings remark on.</summary>
    public IReadOnlyList<InspectedCriterion>? Inspected { get; init; }

    /// <summary>The id of the entry that scheduled it; null where the document does not say.</summary>
    public Guid? Schedule { get; init; }

    /// <summary>Every criterion it looked at, those remarked on first.</summary>
    public IEnumerable<InspectedCriterion> LookedAt() =>
        Findings.Select(remark => new InspectedCriterion(remark.Set, remark.Criterion)).Concat(Inspected ?? []).Distinct();

    internal static InspectionHeld Read(FieldReader line)
    {
        var remarks = line.Objects("findings", InspectionRemark.Read);
        if (remarks is null && !line.TryTake("findings", out _))
            line.Missing("findings");

        return new()
        {
            Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
            Team = line.NonEmptyText("team"), Findings = remarks ?? [],
            Inspected = line.Objects("inspected", InspectedCriterion.Read), Schedule = line.OptionalUuid("schedule"),
        };
    }

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Text("team", Team);
        fields.Objects("findings", Findings, InspectionRemark.Write);
        fields.Objects("inspected", Inspected, InspectedCriterion.Write);
        fields.Uuid("schedule", Schedule);
    }
}

/// <summary>A criterion an inspection is to look at or has looked at.</summary>
public sealed record InspectedCriterion(SetId Set, int Criterion)
{
    internal static InspectedCriterion Read(FieldReader item) => new(item.Set("set"), item.Integer("criterion"));

    internal static void Write(FieldWriter fields, InspectedCriterion inspected)
    {
        fields.Text("set", inspected.Set.Value);
        fields.Number("criterion", inspected.Criterion);
    }
}

public sealed record InspectionRemark(SetId Set, int Criterion, string Conclusion, string? Remark, DateOnly? RemedyBy)
{
    internal static InspectionRemark Read(FieldReader item) => new(
        item.Set("set"), item.Integer("criterion"), item.NonEmptyText("conclusion"), item.OptionalText("remark"), item.OptionalDay("remedyBy"));

    internal static void Write(FieldWriter fields, InspectionRemark remark)
    {
        fields.Text("set", remark.Set.Value);
        fields.Number("criterion", remark.Criterion);
        fields.Text("conclusion", remark.Conclusion);
        fields.Text("remark", remark.Remark);
        fields.Day("remedyBy", remark.RemedyBy);
    }
}

public sealed record RemedyDone : DatedEntry
{
    /// <summary>The id of the inspection's entry.</summary>
    public required Guid Inspection { get; init; }

    public required int Criterion { get; init; }

    internal static RemedyDone Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Inspection = line.Uuid("inspection"), Criterion = line.Integer("criterion"),
    };

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Uuid("inspection", Inspection);
        fields.Number("criterion", Criterion);
    }
}
