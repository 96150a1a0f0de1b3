using Ntm.Domain.Names;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.UnitList;

/// <summary>Answers which units live on a day.</summary>
public static class UnitListReading
{
    /// <param name="above">Only those under this unit, itself left out; null for every living unit.</param>
    /// <param name="name">Only those whose name contains this, tone marks, case and đ ignored; null for all.</param>
    /// <returns>Ordered by unit, ordinal; null where <paramref name="above"/> is not known at that sequence.</returns>
    public static IReadOnlyList<UnitRow>? Answer(RecordIndex index, UnitId? above, DateOnly on, long knownAt, string? name)
    {
        var map = index.Map;
        if (above is { } unit && map.Find(unit)?.IsKnownAt(knownAt) != true)
            return null;

        var living = above is { } within ? map.Under(within, on, knownAt) : map.Living(on, knownAt);
        var sought = name is null ? null : VietnameseNames.Unmarked(name);
        return
        [
            .. living.Select(history => Row(history, on, knownAt))
                .Where(row => sought is null || (row.Name is { } called && VietnameseNames.Unmarked(called).Contains(sought, StringComparison.Ordinal))),
        ];
    }

    private static UnitRow Row(UnitHistory history, DateOnly on, long knownAt) => new(
        history.Unit.Value,
        history.NameOn(on, knownAt),
        history.CodeOn(on, knownAt),
        history.LevelOn(on, knownAt) is { } level ? UnitLevels.Names.NameOf(level) : null,
        history.ParentOn(on, knownAt)?.Value);
}
