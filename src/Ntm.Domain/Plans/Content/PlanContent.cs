using System.Text.Json;
using Ntm.Domain.Criteria;
using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Plans.Content;

/// <summary>
/// What a plan says, statement by statement, each with the words that say it and where they stand. As printed: a plan that contradicts itself
/// is entered with its contradictions, and nothing is added that it does not say.
/// </summary>
/// <param name="Set">The criteria set its criteria are numbered by.</param>
public sealed record PlanContent(SetId Set, IReadOnlyList<PlanStatement> Statements)
{
    /// <summary>The value of <c>format</c>; frozen once released.</summary>
    public const string Format = "ntm-plan-1";

    /// <summary>A plan's entry may hold any object or none: only an object that names the format is read.</summary>
    public static bool IsStructured(JsonElement content) =>
        content.ValueKind == JsonValueKind.Object && content.TryGetProperty("format", out var format)
        && format.ValueKind == JsonValueKind.String && format.ValueEquals(Format);

    /// <summary>Reads and gathers everything that is wrong; the content is null when anything is. Places in refusals are paths such as <c>statements[3].due</c>.</summary>
    public static (PlanContent? Content, IReadOnlyList<Refusal> Refusals) Read(JsonElement content)
    {
        if (content.ValueKind != JsonValueKind.Object)
            return (null, [FormRefusals.FieldInvalid("content", Expected.JsonObject)]);
        var refusals = new List<Refusal>();
        return Read(new FieldReader(content, refusals)) is { } read ? (read, []) : (null, refusals);
    }

    /// <summary>The same where it stands in a larger object: null where the reader has anything to refuse of it.</summary>
    internal static PlanContent? Read(FieldReader fields)
    {
        var before = fields.Refusals.Count;
        if (fields.Text("format") is { Length: > 0 } format && format != Format)
            fields.Invalid("format", Expected.OneOf([Format]));
        var set = fields.Set("set");
        var statements = fields.Objects("statements", PlanStatement.Read);
        if (statements is null && !fields.TryTake("statements", out _))
            fields.Missing("statements");
        if (fields.Refusals.Count == before)
            fields.Refusals.AddRange(StatementIdentities.Faults(statements!, fields.Path));
        fields.End();
        return fields.Refusals.Count == before ? new PlanContent(set, statements!) : null;
    }
}
