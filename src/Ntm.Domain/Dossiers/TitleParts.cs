using Ntm.Domain.Recording;
using Ntm.Domain.Recognition;
using Ntm.Domain.Units;

namespace Ntm.Domain.Dossiers;

/// <summary>A title a unit had on a day, and the dossier it came by.</summary>
public sealed record HeldTitle(TitleLevel Title, string Dossier, DossierState State);

/// <summary>What titles the parts of a merged commune had: ended units keep theirs, and nothing passes on by itself.</summary>
public static class TitleParts
{
    /// <summary>The units that had ended into this one by that day, each with the day it did; ordinal order.</summary>
    public static IReadOnlyList<(UnitHistory Unit, DateOnly EndedOn)> Of(Register register, UnitId whole, DateOnly on, long knownAt) =>
    [
        .. register.Units.Values
            .Select(unit => (Unit: unit, End: unit.EndBy(on, knownAt)))
            .Where(part => part.End is { } end && end.Value.Contains(whole) && part.Unit.IsKnownAt(knownAt))
            .OrderBy(part => part.Unit.Unit, UnitId.Ordinal)
            .Select(part => (part.Unit, part.End!.EffectiveOn)),
    ];

    /// <summary>Every title held on a day, the highest first.</summary>
    public static IReadOnlyList<HeldTitle> HeldOn(Register register, UnitId unit, DateOnly on, long knownAt)
    {
        var dossiers = register.DossiersOf(unit);
        if (dossiers.Steps.IsEmpty)
            return [];
        return
        [
            .. dossiers.DossiersAt(knownAt)
                .Select(dossier => (Dossier: dossier, State: DossierState.Fold(dossiers.Of(dossier), on, knownAt)))
                .Where(held => held.State.Stage.HoldsTitle())
                .Select(held => new HeldTitle(held.State.Recognition!.Value.Title, held.Dossier, held.State))
                .OrderByDescending(held => held.Title).ThenBy(held => held.Dossier, StringComparer.Ordinal),
        ];
    }
}
