using Ntm.Domain.Names;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Sheets;

/// <summary>The units a plan's workbook speaks of, as they were called and lay on its day.</summary>
public sealed class PlanTerritory
{
    private readonly ILookup<string, Named> _bySpelling;

    private PlanTerritory(UnitId unit, IReadOnlyList<Named> communes, IReadOnlyList<Named> parts)
    {
        (Unit, Communes, Parts) = (unit, communes, parts);
        _bySpelling = communes.ToLookup(commune => NameSpelling.Of(commune.Name));
    }

    public sealed record Named(UnitId Unit, string Name);

    public UnitId Unit { get; }

    /// <summary>In the order of a Vietnamese list.</summary>
    public IReadOnlyList<Named> Communes { get; }

    /// <summary>The districts directly under the unit, or, where there are none, the unit itself: the columns of a table.</summary>
    public IReadOnlyList<Named> Parts { get; }

    /// <returns>Null where the unit does not live that day, as far as is known.</returns>
    public static PlanTerritory? Of(UnitMap map, UnitId unit, DateOnly on, long knownAt)
    {
        if (map.Find(unit) is not { } scope || !scope.LivesOn(on, knownAt))
            return null;
        var under = map.Under(unit, on, knownAt);
        Named NameOf(UnitHistory history) => new(history.Unit, history.NameOn(on, knownAt) ?? history.Unit.Value);
        var parts = under.Where(part => part.LevelOn(on, knownAt) == UnitLevel.District && part.ParentOn(on, knownAt) == unit).Select(NameOf);
        List<Named> ordered = [.. parts.OrderBy(part => part.Name, VietnameseNames.Order).ThenBy(part => part.Unit, UnitId.Ordinal)];
        return new PlanTerritory(
            unit,
            [.. under.Where(commune => UnitMap.IsCommune(commune, on, knownAt)).Select(NameOf).OrderBy(commune => commune.Name, VietnameseNames.Order).ThenBy(commune => commune.Unit, UnitId.Ordinal)],
            ordered.Count > 0 ? ordered : [NameOf(scope)]);
    }

    /// <summary>
    /// The commune a text names, by its identity or by its name exactly as the record has it: names come from the template, so another
    /// spelling was typed by hand and says that the row may not be what it was.
    /// </summary>
    public UnitId? Find(string cell, string text, List<Refusal> faults)
    {
        if (Communes.FirstOrDefault(commune => commune.Unit.Value == text) is { } identified)
            return identified.Unit;
        var exact = Communes.Where(commune => commune.Name == text).ToList();
        if (exact.Count == 1)
            return exact[0].Unit;
        var spelled = _bySpelling[NameSpelling.Of(text)].FirstOrDefault();
        faults.Add(exact.Count > 1 ? PlanSheetRefusals.CommuneAmbiguous(cell, text, string.Join(", ", exact.Select(commune => commune.Unit.Value)))
            : spelled is not null ? PlanSheetRefusals.NameSpelled(cell, text, spelled.Name)
            : PlanSheetRefusals.CommuneUnknown(cell, text, Unit.Value));
        return exact.Count > 1 ? null : spelled?.Unit;
    }
}
