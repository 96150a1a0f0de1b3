using Ntm.Domain.Names;
using Ntm.Domain.Recording;
using Ntm.Domain.Units;

namespace Ntm.Host.Pages;

/// <summary>The units with communes under them, for a form to choose from.</summary>
internal static class UnitChoices
{
    // Ended ones stay: a table, or a report, may well be of last year.
    internal static IReadOnlyList<Choice> Of(Register register, long knownAt) =>
    [
        .. register.Units.Values
            .Where(unit => unit.IsKnownAt(knownAt) && unit.LevelOn(DateOnly.MaxValue, knownAt) is UnitLevel.Province or UnitLevel.District)
            .Select(unit => (Unit: unit.Unit.Value, Level: unit.LevelOn(DateOnly.MaxValue, knownAt)!.Value, Name: unit.NameOn(DateOnly.MaxValue, knownAt) ?? unit.Unit.Value))
            .OrderBy(unit => unit.Level).ThenBy(unit => unit.Name, VietnameseNames.Order)
            .Select(unit => new Choice(unit.Unit, $"{Words.LevelBeforeName(unit.Level)} {unit.Name}")),
    ];
}
