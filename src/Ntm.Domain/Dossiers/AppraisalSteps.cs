using Ntm.Domain.Interchange;
using Ntm.Domain.Recognition;

namespace Ntm.Domain.Dossiers;

/// <summary>Mở thẩm định: the dossier is taken up for appraisal.</summary>
public sealed record AppraisalOpened : TeamStep
{
    internal static AppraisalOpened Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        By = line.OptionalOneOf("by", OfficeLevels.Names), Team = line.OptionalNonEmptyText("team"),
    };
}

/// <summary>Thẩm định: the appraisal report says that the commune meets the title.</summary>
public sealed record TitleAppraised : TeamReport
{
    internal static TitleAppraised Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        By = line.OptionalOneOf("by", OfficeLevels.Names), Team = line.OptionalNonEmptyText("team"), RestsOn = StepBasis.Read(line),
    };
}

/// <summary>Bỏ phiếu: a meeting of the commune, of the district's committee or of the province's council has voted on the dossier.</summary>
public sealed record TitleVoted : DossierStep, IRestsOn
{
    public required VoteCount Votes { get; init; }

    /// <summary>What it rested on, as its preparer saw it; null where only the document is known.</summary>
    public StepBasis? RestsOn { get; init; }

    internal static TitleVoted Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        Votes = VoteCount.Read(line), RestsOn = StepBasis.Read(line),
    };

    private protected override void WriteStepFields(FieldWriter fields)
    {
        fields.Object("votes", () => VoteCount.Write(fields, Votes));
        StepBasis.Write(fields, RestsOn);
    }
}
