using Ntm.Domain.Recognition;
using Ntm.Domain.Units;

namespace Ntm.Domain.Dossiers;

/// <summary>What every step of a dossier says of it: whose it is, and the title and year it is for.</summary>
/// <param name="Dossier">Its slug.</param>
public sealed record DossierName(UnitId Unit, string Dossier, TitleLevel Title, int Year)
{
    public static DossierName Of(DossierStep step) => new(step.Unit, step.Dossier, step.Title, step.Year);
}
