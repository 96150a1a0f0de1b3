using System.Text.Json;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Plans;

/// <summary>A plan as read from a file, or everything that is wrong with the form of the file.</summary>
public sealed record ReadPlan(PlanDocument? Plan, IReadOnlyList<Refusal> Refusals);

/// <summary>Reads the JSON file of a plan (docs/reference/plans.md). Places in refusals are paths such as <c>content.statements[3].criterion</c>.</summary>
public static class PlanFile
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = LineReader.MaxDepth };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ReadPlan Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var json = JsonDocument.Parse(file.Span.StartsWith(ByteOrderMark) ? file[ByteOrderMark.Length..] : file, Options);
            return Read(json.RootElement);
        }
        catch (JsonException fault)
        {
            return new ReadPlan(null, [PlanRefusals.NotJson((fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1)]);
        }
    }

    private static ReadPlan Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return new ReadPlan(null, [FormRefusals.NotAnObject()]);
        var refusals = new List<Refusal>();
        var fields = new FieldReader(root, refusals);
        var plan = new PlanDocument(
            fields.Plan("id"), new DocumentReference(fields.NonEmptyText("number"), fields.Day("date"), fields.NonEmptyText("issuer")),
            fields.NonEmptyText("title"), fields.UnitOf("scope"), fields.Day("from"), fields.Day("to"), default, null);
        var (data, content) = ReadContent(fields);
        fields.End();
        return refusals.Count == 0 ? new ReadPlan(plan with { Data = data, Content = content }, []) : new ReadPlan(null, refusals);
    }

    private static (JsonElement Data, PlanContent? Content) ReadContent(FieldReader fields)
    {
        if (!fields.Required("content", out var given))
            return default;
        if (given.ValueKind != JsonValueKind.Object)
        {
            fields.Invalid("content", Expected.JsonObject);
            return default;
        }

        var data = CanonicalJson.Of(given, "content", fields.Refusals);
        return (data, PlanContent.Read(fields.Nested("content")!));
    }
}
