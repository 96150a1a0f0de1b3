using Ntm.Domain.Units;

namespace Ntm.Projections.OfficialLists;

/// <summary>A row of an official list of units, as read from a file.</summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
/// <param name="Name">Without the word of the level before it: Vân Mộng.</param>
/// <param name="CodeAsWritten">What stood in the file where the code had lost its leading zeros; else null.</param>
/// <param name="Parent">Null where the list names none.</param>
public sealed record ListedUnit(int Line, string Name, UnitLevel Level, string? Code, string? CodeAsWritten, ListedParent? Parent);

/// <summary>How a row names the unit above it.</summary>
/// <param name="Column">The heading of the column that names it.</param>
/// <param name="Tier">Which tier the column, or the word before the name, says it is of; null where neither does.</param>
/// <param name="Above">The unit above that one, where the list names it too.</param>
public sealed record ListedParent(string Column, string? Name, string? Code, UnitTier? Tier, ListedParent? Above = null)
{
    /// <summary>As a sentence says it.</summary>
    public string Written => string.Join(' ', new[] { Code, Name }.OfType<string>());
}

/// <summary>The tiers a list speaks of: within one, levels change and names are compared.</summary>
public enum UnitTier
{
    Province,
    District,
    Commune,
}

public static class UnitTiers
{
    public static UnitTier Of(UnitLevel level) => level switch
    {
        UnitLevel.Province => UnitTier.Province,
        UnitLevel.District => UnitTier.District,
        _ => UnitTier.Commune,
    };

    /// <summary>How many digits an official code has: 20, 184, 06298.</summary>
    public static int CodeDigits(UnitLevel level) => Of(level) switch
    {
        UnitTier.Province => 2,
        UnitTier.District => 3,
        _ => 5,
    };
}
