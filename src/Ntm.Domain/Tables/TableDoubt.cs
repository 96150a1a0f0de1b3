using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Domain.Tables;

/// <summary>What in a table somebody has to settle before it is recorded.</summary>
/// <param name="Refusal">Its field names the first cell with its sheet; null where it is of no cell.</param>
/// <param name="Cells">Every cell it is about, with its sheet.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Suggestions">Units that may be meant, likeliest first. Suggestions only: none is taken.</param>
public sealed record TableDoubt(Refusal Refusal, IReadOnlyList<string> Cells, string? Text, IReadOnlyList<NamedUnit> Suggestions)
{
    public static TableDoubt At(string cell, Func<string, Refusal> refusal, string? text = null, IReadOnlyList<NamedUnit>? suggestions = null) =>
        new(refusal(cell), [cell], text, suggestions ?? []);

    public static TableDoubt Of(Refusal refusal) => new(refusal, [], null, []);
}

/// <summary>A unit as it is called on the table's day.</summary>
public sealed record NamedUnit(UnitId Unit, string Name, UnitLevel Level, UnitId? Parent);
