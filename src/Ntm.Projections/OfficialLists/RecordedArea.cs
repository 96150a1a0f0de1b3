using Ntm.Domain.Recording;
using Ntm.Domain.Units;

namespace Ntm.Projections.OfficialLists;

/// <summary>The units a list is held against: those living on its day under a unit, or all of them.</summary>
internal sealed class RecordedArea(Register register, DateOnly on, UnitId? under)
{
    private readonly IReadOnlyList<UnitHistory> _units = under is { } above
        ? new UnitMap(register).Under(above, on, register.Sequence)
        : new UnitMap(register).Living(on, register.Sequence);

    private readonly Dictionary<UnitId, string?> _nameKeys = [];
    private ILookup<string?, UnitHistory>? _carriers;

    internal UnitId? Under => under;

    internal UnitHistory? Top => under is { } above ? register.Find(above) : null;

    internal IEnumerable<UnitHistory> Of(UnitTier tier) => _units.Where(unit => TierOf(unit) == tier);

    internal UnitTier? TierOf(UnitHistory unit) => unit.LevelOn(on, register.Sequence) is { } level ? UnitTiers.Of(level) : null;

    internal UnitTier? TierOf(UnitId unit) => register.Find(unit) is { } history ? TierOf(history) : null;

    internal string? NameOf(UnitHistory unit) => unit.NameOn(on, register.Sequence);

    internal string? CodeOf(UnitHistory unit) => unit.CodeOn(on, register.Sequence);

    internal UnitId? ParentOf(UnitHistory unit) => unit.ParentOn(on, register.Sequence);

    internal UnitLevel? LevelOf(UnitHistory unit) => unit.LevelOn(on, register.Sequence);

    internal string? NameKeyOf(UnitId unit)
    {
        if (!_nameKeys.TryGetValue(unit, out var key))
            _nameKeys[unit] = key = register.Find(unit) is { } history && NameOf(history) is { } name ? ListedName.KeyWithoutLevel(name) : null;
        return key;
    }

    /// <summary>Ever spoken of, whether it lives or not: an identity is never used again.</summary>
    internal bool HasEverKnown(UnitId unit) => register.Find(unit) is not null;

    internal string? CarrierOf(string? code, UnitId? other) => code is null
        ? null
        : (_carriers ??= _units.ToLookup(CodeOf))[code].FirstOrDefault(unit => unit.Unit != other)?.Unit.Value;

    internal UnitAsRecorded Recorded(UnitHistory unit) => new(
        NameOf(unit), LevelOf(unit) is { } level ? UnitLevels.Names.NameOf(level) : null, ParentOf(unit)?.Value, CodeOf(unit));
}
