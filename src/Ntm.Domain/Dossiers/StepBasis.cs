using System.Text.Json.Serialization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Dossiers;

/// <summary>What a step rested on, kept in its entry so that no later entry changes what was decided upon.</summary>
/// <param name="On">The day whose findings were looked at.</param>
/// <param name="Sequence">The last entry known then, in the record it was prepared in.</param>
/// <param name="Set">Null where the set of the title is not shipped; then no findings stand here.</param>
/// <param name="Boundary">The day of the map on which the commune was drawn.</param>
/// <param name="Evidence">The SHA-256 of every paper behind the findings, ordinal.</param>
public sealed record StepBasis(
    DateOnly On, long Sequence, SetId? Set, string? SetVersion, DateOnly Boundary, IReadOnlyList<BasisFinding> Findings, IReadOnlyList<string> Evidence)
{
    private const string Field = "restsOn";

    internal static StepBasis? Read(FieldReader line) => line.Nested(Field) is not { } basis ? null : FieldReader.Ended(basis, new StepBasis(
        basis.Day("on"), basis.Count("sequence"), basis.OptionalNonEmptyText("set") is { } set ? new SetId(set) : null,
        basis.OptionalNonEmptyText("setVersion"), basis.Day("boundary"),
        basis.Objects("findings", BasisFinding.Read) ?? [], basis.List("evidence", ReadHash) ?? []));

    internal static void Write(FieldWriter fields, StepBasis? basis)
    {
        if (basis is null)
        {
            fields.Text(Field, null);
            return;
        }

        fields.Object(Field, () =>
        {
            fields.Day("on", basis.On);
            fields.Number("sequence", basis.Sequence);
            fields.Text("set", basis.Set?.Value);
            fields.Text("setVersion", basis.SetVersion);
            fields.Day("boundary", basis.Boundary);
            fields.Objects("findings", basis.Findings, BasisFinding.Write);
            fields.Texts("evidence", basis.Evidence);
        });
    }

    private static string ReadHash(FieldReader fields, System.Text.Json.JsonElement element, string place) =>
        fields.Parsed<string>(place, element, Expected.Sha256, EvidenceReference.IsHash, out var hash) ? hash : "";
}

/// <summary>What stood of one criterion.</summary>
/// <param name="Entry">The finding that decided; null where there was none.</param>
public sealed record BasisFinding(
    int Criterion, [property: JsonConverter(typeof(FindingStatusJsonConverter))] FindingStatus Status, Guid? Entry)
{
    internal static BasisFinding Read(FieldReader item) =>
        new(item.Integer("criterion"), item.OneOf("status", FindingStatuses.Names), item.OptionalUuid("entry"));

    internal static void Write(FieldWriter fields, BasisFinding finding)
    {
        fields.Number("criterion", finding.Criterion);
        fields.Text("status", FindingStatuses.Names.NameOf(finding.Status));
        fields.Uuid("entry", finding.Entry);
    }
}

internal sealed class FindingStatusJsonConverter() : WireNameJsonConverter<FindingStatus>(FindingStatuses.Names);
