using Ntm.Domain.Interchange;
using Ntm.Domain.Recognition;

namespace Ntm.Domain.Dossiers;

/// <summary>Rút hồ sơ: the commune withdraws the attempt.</summary>
public sealed record TitleWithdrawn : DossierStep
{
    public string? Reason { get; init; }

    internal static TitleWithdrawn Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        Reason = line.OptionalNonEmptyText("reason"),
    };

    private protected override void WriteStepFields(FieldWriter fields) => fields.Text("reason", Reason);
}

/// <summary>The year passed without a recognition.</summary>
public sealed record TitleExpired : DossierStep
{
    internal static TitleExpired Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
    };
}

/// <summary>Chuyển tiếp: the attempt goes on in another dossier, of a later year.</summary>
public sealed record TitleCarriedOver : DossierStep
{
    /// <summary>Slug of that dossier.</summary>
    public required string Into { get; init; }

    internal static TitleCarriedOver Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        Into = line.SlugText("into"),
    };

    private protected override void WriteStepFields(FieldWriter fields) => fields.Text("into", Into);
}

/// <summary>Rà soát: a recognised commune is looked at again.</summary>
public sealed record ReviewOpened : DossierStep
{
    public string? Reason { get; init; }

    internal static ReviewOpened Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        Reason = line.OptionalNonEmptyText("reason"),
    };

    private protected override void WriteStepFields(FieldWriter fields) => fields.Text("reason", Reason);
}

/// <summary>The review has ended.</summary>
public sealed record ReviewClosed : DossierStep
{
    public required ReviewOutcome Outcome { get; init; }

    internal static ReviewClosed Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        Outcome = line.OneOf("outcome", ReviewOutcomes.Names),
    };

    private protected override void WriteStepFields(FieldWriter fields) => fields.Text("outcome", ReviewOutcomes.Names.NameOf(Outcome));
}
