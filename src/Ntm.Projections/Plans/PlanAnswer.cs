using System.Text.Json;
using Ntm.Domain.Plans;
using Ntm.Projections.Index;

namespace Ntm.Projections.Plans;

/// <summary>A plan in a list, by its document; null where the record names none (docs/reference/http.md).</summary>
public sealed record PlanRow(string Id, string? Number, DateOnly? Date, string? Issuer)
{
    public static PlanRow Of(PlanDocument plan) => new(plan.Id.Value, plan.Document?.Number, plan.Document?.Date, plan.Document?.Issuer);
}

/// <summary>A plan with its data: the fields of a plan file, and where it comes from.</summary>
/// <param name="Content">As recorded; in the format of plans or not.</param>
/// <param name="KnownAt">Null for a plan that is not from the record.</param>
public sealed record PlanAnswer(
    string Id, string? Number, DateOnly? Date, string? Issuer, string Title, string Scope, DateOnly From, DateOnly To, JsonElement Content, KnownAt? KnownAt)
{
    public static PlanAnswer Of(PlanDocument plan, KnownAt? knownAt = null) => new(
        plan.Id.Value, plan.Document?.Number, plan.Document?.Date, plan.Document?.Issuer, plan.Title, plan.Scope.Value, plan.From, plan.To, plan.Data, knownAt);

    /// <param name="knownAt">A sequence the index holds.</param>
    public static PlanAnswer Of(PlanDocument plan, RecordIndex index, long knownAt) => Of(plan, Projections.KnownAt.Of(index, knownAt));
}
