using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Folding;
using Ntm.Domain.Recognition;
using Ntm.Domain.Recording;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.Titles;

/// <summary>
/// The titles below a unit that somebody should look at: decisions whose ground is gone, criteria lost and debt since, mergers that left a
/// title undetermined (docs/reference/http.md).
/// </summary>
/// <param name="Unit">Null: of the whole record.</param>
public sealed record TitleWatch(string? Unit, DateOnly On, KnownAt KnownAt, int Titles, IReadOnlyList<WatchedUnit> Units);

/// <param name="Reasons">Of <c>stale_decision</c>, <c>criteria_lost</c>, <c>revocation_line</c>, <c>debt</c>, <c>undetermined</c>.</param>
public sealed record WatchedUnit(
    string Unit, string? Name, DateOnly? EndedOn, string Standing, string? Title, IReadOnlyList<string> Reasons,
    IReadOnlyList<StaleDecision> Stale, AfterTitle? After);

/// <summary>Answers what is to be watched. Reads the index alone: a country is gone through in one pass.</summary>
public static class TitleWatchReading
{
    /// <param name="above">Null: the whole record.</param>
    /// <returns>Units ordinal; null where <paramref name="above"/> is not known at that sequence.</returns>
    public static TitleWatch? Answer(RecordIndex index, UnitId? above, DateOnly on, long knownAt, CriteriaCatalog catalog)
    {
        if (above is { } asked && index.Map.Find(asked)?.IsKnownAt(knownAt) != true)
            return null;
        var register = index.Register;
        var living = above is { } whole ? index.Map.Under(whole, on, knownAt).Select(unit => unit.Unit).ToHashSet() : [];
        var mergers = new Mergers(register, on, knownAt);
        var watched = new List<WatchedUnit>();
        var titles = 0;
        foreach (var unit in register.Dossiers.Keys.Concat(mergers.Wholes).Distinct())
        {
            if (above is { } under && (unit == under || !(living.Contains(unit) || LayUnder(index, unit, under, on, knownAt))))
                continue;
            var row = RowOf(index, register, unit, mergers, on, knownAt, catalog, out var isHeld);
            titles += isHeld ? 1 : 0;
            if (row is not null)
                watched.Add(row);
        }

        watched.Sort((one, other) => string.CompareOrdinal(one.Unit, other.Unit));
        return new TitleWatch(above?.Value, on, KnownAt.Of(index, knownAt), titles, watched);
    }

    private static WatchedUnit? RowOf(
        RecordIndex index, Register register, UnitId unit, Mergers mergers, DateOnly on, long knownAt, CriteriaCatalog catalog, out bool isHeld)
    {
        var mergedOn = mergers.LastInto(unit);
        var (decision, standing) = HighestOf(index, unit, mergedOn, on, knownAt);
        isHeld = standing == "held";
        if (standing == "none" && mergedOn is not null && mergers.PartsOf(unit).Any(part => TitleParts.HeldOn(register, part.Unit, part.EndedOn, knownAt).Count > 0))
            standing = "undetermined";
        var stale = StaleDecisions.Of(index, unit, on, knownAt, catalog);
        var after = decision is { } held ? AfterTitleReading.Read(index, held, on, knownAt, catalog) : null;
        if (stale.Count == 0 && after?.HasAnything != true && standing != "undetermined")
            return null;
        var history = register.Find(unit)!;
        return new WatchedUnit(
            unit.Value, history.NameOn(on, knownAt), history.EndBy(on, knownAt)?.EffectiveOn, standing,
            decision is null ? null : TitleLevels.Names.NameOf(decision.Value.Title), [.. ReasonsOf(stale, after, standing)], stale, after);
    }

    private static IEnumerable<string> ReasonsOf(IReadOnlyList<StaleDecision> stale, AfterTitle? after, string standing)
    {
        if (stale.Count > 0)
            yield return "stale_decision";
        if (after?.Lost is { Count: > 0 })
            yield return "criteria_lost";
        if (after?.Revocation is { NotMet.Count: > 0 })
            yield return "revocation_line";
        if (after?.Debts.Count > 0)
            yield return "debt";
        if (standing == "undetermined")
            yield return "undetermined";
    }

    private static (Fact<DossierStep>? Decision, string Standing) HighestOf(RecordIndex index, UnitId unit, DateOnly? mergedOn, DateOnly on, long knownAt) =>
        TitleParts.HeldOn(index.Register, unit, on, knownAt)
            .Select(held => (Decision: held.State.Recognition, Standing: TitlesReading.StandingOf(held.State, held.State.Recognition!.EffectiveOn, mergedOn)))
            .OrderByDescending(held => held.Standing == "held").FirstOrDefault((null, "none"));

    // A unit that ended keeps its titles where it lay on its last day.
    private static bool LayUnder(RecordIndex index, UnitId unit, UnitId above, DateOnly on, long knownAt)
    {
        if (index.Map.Find(unit)?.EndBy(on, knownAt) is not { } end)
            return false;
        var (lastDay, seen) = (VietnamCalendar.DayBefore(end.EffectiveOn), new HashSet<UnitId>());
        for (var next = index.Map.Find(unit)?.ParentOn(lastDay, knownAt); next is { } parent && seen.Add(parent); next = index.Map.Find(parent)?.ParentOn(lastDay, knownAt))
        {
            if (parent == above)
                return true;
        }

        return false;
    }

    /// <summary>Which units had ended into which by the day: found once for the whole list.</summary>
    private sealed class Mergers
    {
        private readonly Dictionary<UnitId, List<(UnitId Unit, DateOnly EndedOn)>> _parts = [];

        internal Mergers(Register register, DateOnly on, long knownAt)
        {
            foreach (var unit in register.Units.Values)
            {
                if (unit.Ends.IsEmpty || !unit.IsKnownAt(knownAt) || unit.EndBy(on, knownAt) is not { } end)
                    continue;
                foreach (var whole in end.Value)
                {
                    if (!_parts.TryGetValue(whole, out var parts))
                        _parts[whole] = parts = [];
                    parts.Add((unit.Unit, end.EffectiveOn));
                }
            }
        }

        internal IEnumerable<UnitId> Wholes => _parts.Keys;

        internal List<(UnitId Unit, DateOnly EndedOn)> PartsOf(UnitId whole) => _parts.TryGetValue(whole, out var parts) ? parts : [];

        internal DateOnly? LastInto(UnitId whole) => _parts.TryGetValue(whole, out var parts) ? parts.Max(part => part.EndedOn) : null;
    }
}
