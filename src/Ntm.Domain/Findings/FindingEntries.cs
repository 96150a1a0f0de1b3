using System.Text.Json.Serialization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Findings;

/// <summary>The finding on one criterion of one unit, from its day on.</summary>
public abstract record FindingEntry : DatedEntry
{
    public required SetId Set { get; init; }
    public required int Criterion { get; init; }
    public required Assessor AssessedBy { get; init; }
    public IReadOnlyList<EvidenceReference>? Evidence { get; init; }

    /// <summary>The status this finding gives; the entry's type says it and nothing else does.</summary>
    // Not a field of the line: a serializer that writes it would write what the type says a second time.
    [JsonIgnore]
    public abstract FindingStatus Status { get; }

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Text("set", Set.Value);
        fields.Number("criterion", Criterion);
        fields.Text("assessedBy", Assessors.Names.NameOf(AssessedBy));
        fields.Objects("evidence", Evidence, EvidenceReference.Write);
    }
}

public sealed record CriterionAttained : FindingEntry
{
    [JsonIgnore]
    public override FindingStatus Status => FindingStatus.Attained;

    internal static CriterionAttained Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Set = line.Set("set"), Criterion = line.Integer("criterion"), AssessedBy = line.OneOf("assessedBy", Assessors.Names),
        Evidence = EvidenceReference.ReadAll(line),
    };
}

public sealed record CriterionNotAttained : FindingEntry
{
    [JsonIgnore]
    public override FindingStatus Status => FindingStatus.NotAttained;

    internal static CriterionNotAttained Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Set = line.Set("set"), Criterion = line.Integer("criterion"), AssessedBy = line.OneOf("assessedBy", Assessors.Names),
        Evidence = EvidenceReference.ReadAll(line),
    };
}

public sealed record CriterionLost : FindingEntry
{
    [JsonIgnore]
    public override FindingStatus Status => FindingStatus.Lost;

    internal static CriterionLost Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Set = line.Set("set"), Criterion = line.Integer("criterion"), AssessedBy = line.OneOf("assessedBy", Assessors.Names),
        Evidence = EvidenceReference.ReadAll(line),
    };
}

public sealed record CriterionBasicallyMet : FindingEntry
{
    [JsonIgnore]
    public override FindingStatus Status => FindingStatus.BasicallyMet;

    internal static CriterionBasicallyMet Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Set = line.Set("set"), Criterion = line.Integer("criterion"), AssessedBy = line.OneOf("assessedBy", Assessors.Names),
        Evidence = EvidenceReference.ReadAll(line),
    };
}

public sealed record CriterionNotApplicable : FindingEntry
{
    [JsonIgnore]
    public override FindingStatus Status => FindingStatus.NotApplicable;

    internal static CriterionNotApplicable Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Set = line.Set("set"), Criterion = line.Integer("criterion"), AssessedBy = line.OneOf("assessedBy", Assessors.Names),
        Evidence = EvidenceReference.ReadAll(line),
    };
}

/// <summary>A paper behind a finding, named by the hash of its bytes.</summary>
public sealed record EvidenceReference(string Sha256, string Name, string MediaType, long Size)
{
    internal static IReadOnlyList<EvidenceReference>? ReadAll(FieldReader line) => line.Objects("evidence", item =>
        new EvidenceReference(Hash(item), item.NonEmptyText("name"), item.NonEmptyText("mediaType"), item.Count("size")));

    internal static void Write(FieldWriter fields, EvidenceReference evidence)
    {
        fields.Text("sha256", evidence.Sha256);
        fields.Text("name", evidence.Name);
        fields.Text("mediaType", evidence.MediaType);
        fields.Number("size", evidence.Size);
    }

    private static string Hash(FieldReader item) =>
        item.Required("sha256", out var value) && item.Parsed<string>("sha256", value, Expected.Sha256, IsHash, out var hash) ? hash : "";

    internal static bool IsHash(string? text, out string hash)
    {
        hash = text ?? "";
        return hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);
    }
}
