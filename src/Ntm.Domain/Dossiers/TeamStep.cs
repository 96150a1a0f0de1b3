using Ntm.Domain.Interchange;

namespace Ntm.Domain.Dossiers;

/// <summary>A step of verification or appraisal: a team of an office takes it.</summary>
public abstract record TeamStep : DossierStep
{
    /// <summary>The level of the office that did it; null where the paper does not say.</summary>
    public OfficeLevel? By { get; init; }

    /// <summary>An office, never a person.</summary>
    public string? Team { get; init; }

    private protected override void WriteStepFields(FieldWriter fields)
    {
        fields.Text("by", By is { } by ? OfficeLevels.Names.NameOf(by) : null);
        fields.Text("team", Team);
    }
}

/// <summary>A report of such a team, which rests on what was found.</summary>
public abstract record TeamReport : TeamStep, IRestsOn
{
    /// <summary>What it rested on, as its preparer saw it; null where only the document is known.</summary>
    public StepBasis? RestsOn { get; init; }

    private protected override void WriteStepFields(FieldWriter fields)
    {
        base.WriteStepFields(fields);
        StepBasis.Write(fields, RestsOn);
    }
}
