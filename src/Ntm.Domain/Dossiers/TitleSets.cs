using Ntm.Domain.Criteria;
using Ntm.Domain.Recognition;

namespace Ntm.Domain.Dossiers;

/// <summary>Which set a title is held against. The sets for advanced and model communes are not shipped.</summary>
public static class TitleSets
{
    /// <summary>
    /// The set in force at the end of the year of attainment: a decision of January names the year before, and a set that comes in between
    /// takes nothing away. Null where it is not shipped.
    /// </summary>
    public static CriteriaSet? Of(CriteriaCatalog catalog, TitleLevel title, int year) =>
        title == TitleLevel.Ntm && year is >= 1 and <= 9999 ? catalog.InForceOn(new DateOnly(year, 12, 31)) : null;

    /// <summary>The yardstick of revocation: the set of 2021-2025 for the title held, whatever set it was given under. Null where it is not shipped.</summary>
    public static CriteriaSet? OfRevocation(CriteriaCatalog catalog, TitleLevel title) =>
        title == TitleLevel.Ntm ? catalog.Sets.FirstOrDefault(set => !set.RevocationCore.IsEmpty) : null;
}
