using System.Text.Json;
using Ntm.Domain.Entries;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans;

/// <summary>A plan with its document and its data: what a plan file holds, and what the record says of a plan.</summary>
/// <param name="Document">Null where the record names none; a file always does.</param>
/// <param name="Data">The content as recorded, canonical.</param>
/// <param name="Content">What is read of it; null where it is not in the format of plans, which the record takes as well.</param>
public sealed record PlanDocument(
    PlanId Id, DocumentReference? Document, string Title, UnitId Scope, DateOnly From, DateOnly To, JsonElement Data, PlanContent? Content)
{
    /// <summary>What an entry says.</summary>
    public static PlanDocument Of(PlanEntry entry, DocumentReference? document) => new(
        entry.Plan, document, entry.Title, entry.Scope, entry.From, entry.To, entry.Content,
        PlanContent.IsStructured(entry.Content) ? PlanContent.Read(entry.Content).Content : null);
}
