using Ntm.Domain.Interchange;
using Ntm.Domain.Recognition;
using Ntm.Domain.Units;

namespace Ntm.Domain.Dossiers;

/// <summary>Công bố: the recognition is announced.</summary>
public sealed record RecognitionAnnounced : DossierStep
{
    /// <summary>The level of the office that did it; null where the paper does not say.</summary>
    public OfficeLevel? By { get; init; }

    internal static RecognitionAnnounced Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        By = line.OptionalOneOf("by", OfficeLevels.Names),
    };

    private protected override void WriteStepFields(FieldWriter fields) => fields.Text("by", By is { } by ? OfficeLevels.Names.NameOf(by) : null);
}

/// <summary>Thừa nhận: the decision that a commune made by a merger has the title of its parts.</summary>
public sealed record RecognitionInherited : DossierStep, IRestsOn
{
    /// <summary>The parts whose title it inherits; null where the decision does not name them.</summary>
    public IReadOnlyList<UnitId>? From { get; init; }

    /// <summary>What it rested on, as its preparer saw it; null where only the document is known.</summary>
    public StepBasis? RestsOn { get; init; }

    internal static RecognitionInherited Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        From = line.Units("from"), RestsOn = StepBasis.Read(line),
    };

    private protected override void WriteStepFields(FieldWriter fields)
    {
        fields.Texts("from", From?.Select(unit => unit.Value));
        StepBasis.Write(fields, RestsOn);
    }
}

/// <summary>Thu hồi: the decision that takes the title away.</summary>
public sealed record RecognitionRevoked : DossierStep, IRestsOn
{
    /// <summary>What it rested on, as its preparer saw it; null where only the document is known.</summary>
    public StepBasis? RestsOn { get; init; }

    internal static RecognitionRevoked Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        RestsOn = StepBasis.Read(line),
    };

    private protected override void WriteStepFields(FieldWriter fields) => StepBasis.Write(fields, RestsOn);
}

/// <summary>Bãi bỏ: a decision no longer stands from this day on. What followed from it before stays what it was.</summary>
public sealed record DecisionAnnulled : DossierStep
{
    /// <summary>The id of the entry that recorded the decision.</summary>
    public required Guid Decision { get; init; }

    public required string Reason { get; init; }

    internal static DecisionAnnulled Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        Decision = line.Uuid("decision"), Reason = line.NonEmptyText("reason"),
    };

    private protected override void WriteStepFields(FieldWriter fields)
    {
        fields.Uuid("decision", Decision);
        fields.Text("reason", Reason);
    }
}
