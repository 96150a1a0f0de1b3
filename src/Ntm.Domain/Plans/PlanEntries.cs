using System.Text.Json;
using System.Text.Json.Serialization;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans;

/// <summary>A plan as a document with data; it lives in the plan's own stream, and its unit is its scope.</summary>
public abstract record PlanEntry : DatedEntry
{
    public required PlanId Plan { get; init; }
    public required string Title { get; init; }
    public required UnitId Scope { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>The plan's structured data, canonical: keys in ordinal order, text in form C.</summary>
    [JsonConverter(typeof(CanonicalJsonConverter))]
    public required JsonElement Content { get; init; }

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Text("plan", Plan.Value);
        fields.Text("title", Title);
        fields.Text("scope", Scope.Value);
        fields.Day("from", From);
        fields.Day("to", To);
        fields.Json("content", Content);
    }

    private protected static UnitId ReadScope(FieldReader line)
    {
        var scope = line.UnitOf("scope");
        if (line.TryTake("unit", out var unit) && unit.ValueKind == JsonValueKind.String && scope != default && !unit.ValueEquals(scope.Value))
            line.Invalid("scope", new Expected("đúng đơn vị của trường 'unit'", "the same unit as the field 'unit'"));
        return scope;
    }

    private protected static JsonElement ReadContent(FieldReader line)
    {
        if (line.Required("content", out var content) && content.ValueKind == JsonValueKind.Object)
            return CanonicalJson.Of(content, line.Path("content"), line.Refusals);
        if (content.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            line.Invalid("content", Expected.JsonObject);
        return default;
    }
}

public sealed record PlanIssued : PlanEntry
{
    internal static PlanIssued Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Plan = line.Plan("plan"), Title = line.NonEmptyText("title"), Scope = ReadScope(line),
        From = line.Day("from"), To = line.Day("to"), Content = ReadContent(line),
    };
}

public sealed record PlanRevised : PlanEntry
{
    internal static PlanRevised Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Plan = line.Plan("plan"), Title = line.NonEmptyText("title"), Scope = ReadScope(line),
        From = line.Day("from"), To = line.Day("to"), Content = ReadContent(line),
    };
}
