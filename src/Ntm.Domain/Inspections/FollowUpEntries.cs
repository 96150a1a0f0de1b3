using System.Text.Json.Serialization;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.Domain.Inspections;

/// <summary>Phúc tra: the inspecting office looks again at what it asked to be put right.</summary>
public sealed record FollowUpHeld : DatedEntry
{
    /// <summary>The id of the inspection's entry.</summary>
    public required Guid Inspection { get; init; }

    public required string Team { get; init; }

    public required IReadOnlyList<FollowUpOutcome> Outcomes { get; init; }

    internal static FollowUpHeld Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Inspection = line.Uuid("inspection"), Team = line.NonEmptyText("team"), Outcomes = line.RequiredObjects("outcomes", FollowUpOutcome.Read),
    };

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Uuid("inspection", Inspection);
        fields.Text("team", Team);
        fields.Objects("outcomes", Outcomes, FollowUpOutcome.Write);
    }
}

/// <param name="Criterion">Of the inspection's remark.</param>
/// <param name="RemedyBy">Where it is reopened: the new day; null leaves the old one.</param>
public sealed record FollowUpOutcome(int Criterion, RemedyVerdict Verdict, string? Remark, DateOnly? RemedyBy)
{
    internal static FollowUpOutcome Read(FieldReader item) =>
        new(item.Integer("criterion"), item.OneOf("verdict", RemedyVerdicts.Names), item.OptionalText("remark"), item.OptionalDay("remedyBy"));

    internal static void Write(FieldWriter fields, FollowUpOutcome outcome)
    {
        fields.Number("criterion", outcome.Criterion);
        fields.Text("verdict", RemedyVerdicts.Names.NameOf(outcome.Verdict));
        fields.Text("remark", outcome.Remark);
        fields.Day("remedyBy", outcome.RemedyBy);
    }
}

/// <summary>What a follow-up found of a remedy.</summary>
[JsonConverter(typeof(RemedyVerdictJsonConverter))]
public enum RemedyVerdict
{
    /// <summary>Put right.</summary>
    Closed,

    /// <summary>Not put right, or not enough.</summary>
    Reopened,
}

public static class RemedyVerdicts
{
    public static WireNames<RemedyVerdict> Names { get; } = new(("closed", RemedyVerdict.Closed), ("reopened", RemedyVerdict.Reopened));
}

internal sealed class RemedyVerdictJsonConverter() : WireNameJsonConverter<RemedyVerdict>(RemedyVerdicts.Names);
