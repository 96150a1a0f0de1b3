using System.Globalization;
using System.Text.Json.Nodes;

namespace Ntm.Host.Pages;

/// <summary>What stands in any of the forms about inspections, as it was filled in; shown again with what speaks against it.</summary>
public sealed class InspectionForm
{
    // Nothing else is recorded from here, whatever is sent.
    private static readonly string[] Types =
        ["inspection_scheduled", "inspection_postponed", "inspection_cancelled", "inspection_held", "remedy_done", "follow_up_held"];

    /// <summary>The type of the entry to record.</summary>
    public string? Type { get; set; }

    /// <summary>Made with the form: sent twice, it is recorded once.</summary>
    public string? Id { get; set; }

    public string? On { get; set; }

    public string? DueBy { get; set; }

    public string? Team { get; set; }

    public string? Set { get; set; }

    /// <summary>Numbers joined by commas.</summary>
    public string? Criteria { get; set; }

    public string? Schedule { get; set; }

    /// <summary>A remark to be put right: the id of its inspection, a slash, the criterion.</summary>
    public string? Remark { get; set; }

    public string? Verdict { get; set; }

    public string? Reason { get; set; }

    public string? BasisNumber { get; set; }

    public string? BasisDate { get; set; }

    public string? BasisIssuer { get; set; }

    // Rows sent without a first one are bound to nothing at all.
    public List<InspectedRow> Rows { get; set => field = value ?? []; } = [];

    /// <summary>The rows that became findings, in the order of the findings.</summary>
    internal List<InspectedRow> Remarked => [.. Rows.Where(row => row.SaysAnything)];

    /// <summary>The line a program would hand in; the reader of lines judges it like any other.</summary>
    internal JsonObject ToLine(string unit)
    {
        var line = new JsonObject { ["type"] = Types.Contains(Type) ? Type : null, ["unit"] = unit };
        Put(line, "id", Id);
        Put(line, "effectiveOn", On);
        if (Given(BasisNumber) || Given(BasisDate) || Given(BasisIssuer))
        {
            var basis = new JsonObject();
            Put(basis, "number", BasisNumber);
            Put(basis, "date", BasisDate);
            Put(basis, "issuer", BasisIssuer);
            line["basis"] = basis;
        }

        switch (Type)
        {
            case "inspection_scheduled":
                Put(line, "dueBy", DueBy);
                Put(line, "team", Team);
                if (Given(Criteria))
                    line["criteria"] = new JsonArray([.. Criteria!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Named)]);
                break;
            case "inspection_postponed":
                Put(line, "schedule", Schedule);
                Put(line, "dueBy", DueBy);
                Put(line, "reason", Reason);
                break;
            case "inspection_cancelled":
                Put(line, "schedule", Schedule);
                Put(line, "reason", Reason);
                break;
            case "inspection_held":
                Put(line, "team", Team);
                Put(line, "schedule", Schedule);
                line["findings"] = new JsonArray([.. Remarked.Select(row => row.ToRemark(Named(row.Criterion ?? "")))]);
                line["inspected"] = new JsonArray([.. Rows.Where(row => row is { Looked: true, SaysAnything: false }).Select(row => Named(row.Criterion ?? ""))]);
                break;
            case "remedy_done":
                PutRemark(line, line);
                Put(line, "note", Reason);
                break;
            case "follow_up_held":
                var outcome = new JsonObject();
                PutRemark(line, outcome);
                Put(outcome, "verdict", Verdict);
                Put(outcome, "remark", Reason);
                Put(outcome, "remedyBy", DueBy);
                Put(line, "team", Team);
                line["outcomes"] = new JsonArray(outcome);
                break;
            default:
                break;
        }

        return line;
    }

    private JsonNode Named(string criterion) => new JsonObject { ["set"] = Set, ["criterion"] = Number(criterion) };

    private void PutRemark(JsonObject line, JsonObject withCriterion)
    {
        if (Remark?.Split('/') is not [var inspection, var criterion])
            return;
        Put(line, "inspection", inspection);
        withCriterion["criterion"] = Number(criterion);
    }

    // What is no number stays as it was written, and the reader says so.
    private static JsonValue? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(text);

    internal static void Put(JsonObject line, string field, string? value)
    {
        if (Given(value))
            line[field] = value!.Trim();
    }

    private static bool Given(string? text) => !string.IsNullOrWhiteSpace(text);
}

/// <summary>One criterion in the form of an inspection.</summary>
public sealed class InspectedRow
{
    public string? Criterion { get; set; }

    public bool Looked { get; set; }

    public string? Conclusion { get; set; }

    public string? Remark { get; set; }

    public string? RemedyBy { get; set; }

    internal bool SaysAnything => !string.IsNullOrWhiteSpace(Conclusion) || !string.IsNullOrWhiteSpace(Remark) || !string.IsNullOrWhiteSpace(RemedyBy);

    internal JsonNode ToRemark(JsonNode named)
    {
        var remark = named.AsObject();
        InspectionForm.Put(remark, "conclusion", Conclusion);
        InspectionForm.Put(remark, "remark", Remark);
        InspectionForm.Put(remark, "remedyBy", RemedyBy);
        return remark;
    }
}
