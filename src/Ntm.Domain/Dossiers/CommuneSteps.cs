using Ntm.Domain.Interchange;
using Ntm.Domain.Recognition;

namespace Ntm.Domain.Dossiers;

/// <summary>Tự đánh giá: the commune has judged itself, criterion by criterion; each result takes its own finding.</summary>
public sealed record TitleSelfAssessed : DossierStep
{
    internal static TitleSelfAssessed Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
    };
}

/// <summary>Công khai: the self-assessment is posted from this day on, and read over the loudspeakers.</summary>
public sealed record TitlePosted : DossierStep
{
    /// <summary>The last day on which it was posted.</summary>
    public required DateOnly Until { get; init; }

    public long? Broadcasts { get; init; }

    internal static TitlePosted Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        Until = line.Day("until"), Broadcasts = line.OptionalCount("broadcasts"),
    };

    private protected override void WriteStepFields(FieldWriter fields)
    {
        fields.Day("until", Until);
        fields.Number("broadcasts", Broadcasts);
    }
}

/// <summary>Lấy ý kiến: organisations and people were asked about the self-assessment, and the report was completed.</summary>
public sealed record TitleConsulted : DossierStep
{
    public long? Opinions { get; init; }

    public long? Objections { get; init; }

    internal static TitleConsulted Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        Opinions = line.OptionalCount("opinions"), Objections = line.OptionalCount("objections"),
    };

    private protected override void WriteStepFields(FieldWriter fields)
    {
        fields.Number("opinions", Opinions);
        fields.Number("objections", Objections);
    }
}

/// <summary>Đề nghị: a commune asks its district, or a district its province, to go on with the dossier.</summary>
public sealed record TitleProposed : DossierStep
{
    public required OfficeLevel By { get; init; }

    internal static TitleProposed Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        By = line.OneOf("by", OfficeLevels.Names),
    };

    private protected override void WriteStepFields(FieldWriter fields) => fields.Text("by", OfficeLevels.Names.NameOf(By));
}
