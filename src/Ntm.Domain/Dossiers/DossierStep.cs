using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Recognition;

namespace Ntm.Domain.Dossiers;

/// <summary>
/// One step on the way of a commune to a title, or after it (docs/reference/dossiers.md). A step whose basis names an issued document is a
/// fact, whatever rule it broke; one without is prepared in the system and is held to the rules.
/// </summary>
public abstract record DossierStep : DatedEntry
{
    /// <summary>Slug of the dossier: each attempt at a title has its own.</summary>
    public required string Dossier { get; init; }

    public required TitleLevel Title { get; init; }

    /// <summary>Năm đạt chuẩn: the year of attainment the dossier is for, which is neither the day of a decision nor of its announcement.</summary>
    public required int Year { get; init; }

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Text("dossier", Dossier);
        fields.Text("title", TitleLevels.Names.NameOf(Title));
        fields.Number("year", Year);
        WriteStepFields(fields);
    }

    private protected virtual void WriteStepFields(FieldWriter fields)
    {
    }
}

/// <summary>A step that rests on what was found of the commune.</summary>
public interface IRestsOn
{
    StepBasis? RestsOn { get; }
}
