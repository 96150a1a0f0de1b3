using Ntm.Domain.Interchange;
using Ntm.Domain.Recognition;

namespace Ntm.Domain.Dossiers;

/// <summary>Mở thẩm tra: the dossier is taken up for verification.</summary>
public sealed record VerificationOpened : TeamStep
{
    internal static VerificationOpened Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        By = line.OptionalOneOf("by", OfficeLevels.Names), Team = line.OptionalNonEmptyText("team"),
    };
}

/// <summary>Thẩm tra: the verification report says that the commune meets the title.</summary>
public sealed record TitleVerified : TeamReport
{
    internal static TitleVerified Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        By = line.OptionalOneOf("by", OfficeLevels.Names), Team = line.OptionalNonEmptyText("team"), RestsOn = StepBasis.Read(line),
    };
}

/// <summary>Công bố danh sách: the list of communes that may be recognised is published.</summary>
public sealed record TitleListed : DossierStep
{
    /// <summary>The level of the office that did it; null where the paper does not say.</summary>
    public OfficeLevel? By { get; init; }

    internal static TitleListed Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        By = line.OptionalOneOf("by", OfficeLevels.Names),
    };

    private protected override void WriteStepFields(FieldWriter fields) => fields.Text("by", By is { } by ? OfficeLevels.Names.NameOf(by) : null);
}

/// <summary>Trả hồ sơ: the dossier goes back, with reasons.</summary>
public sealed record TitleReturned : DossierStep
{
    public required DossierReturn Returned { get; init; }

    internal static TitleReturned Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        Returned = DossierReturn.Read(line),
    };

    private protected override void WriteStepFields(FieldWriter fields) => fields.Object("returned", () => DossierReturn.Write(fields, Returned));
}
