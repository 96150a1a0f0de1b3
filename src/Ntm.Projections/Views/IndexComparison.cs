using System.Collections.Immutable;
using System.Globalization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.Views;

/// <summary>Where two things that should be the same differ first.</summary>
/// <param name="Row">What it is about: unit, set, criterion, entry, or the key of the row.</param>
/// <param name="Found">What is there; null where it is missing.</param>
/// <param name="Expected">What should be there; null where nothing should.</param>
public sealed record ViewDifference(string View, string Row, string? Found, string? Expected);

/// <summary>Holds an index against one that was folded afresh from the same entries.</summary>
public static class IndexComparison
{
    public const string Index = "index";

    /// <param name="upTo">What either knows beyond this sequence is left out.</param>
    /// <returns>The first difference by unit, set, criterion and sequence; null where there is none.</returns>
    public static ViewDifference? FirstDifference(RecordIndex found, RecordIndex fresh, IReadOnlyList<CriteriaSet> sets, long upTo)
    {
        foreach (var unit in fresh.Register.Units.Keys.Union(found.Register.Units.Keys).Order(UnitId.Ordinal))
        {
            var (there, should) = (UnitText(found, unit, upTo), UnitText(fresh, unit, upTo));
            if (there != should)
                return new ViewDifference(Index, $"unit {unit}", there, should);
            if (!found.Findings.AreInOrder(unit))
                return new ViewDifference(Index, $"unit {unit}, segment", "out of order", "in the order of effective_on, sequence");
            var quoted = FirstDifference(Known(found.Quoted.Of(unit), upTo), Known(fresh.Quoted.Of(unit), upTo), $"unit {unit}", Text);
            if (quoted is not null)
                return quoted;
            foreach (var set in sets)
            {
                foreach (var criterion in set.Criteria)
                {
                    if (FirstDifference(found, fresh, unit, set.Id, criterion.Number, upTo) is { } difference)
                        return difference;
                }
            }
        }

        return null;
    }

    private static ViewDifference? FirstDifference(RecordIndex found, RecordIndex fresh, UnitId unit, SetId set, int criterion, long upTo)
    {
        var (there, should) = (Known(found.Findings.Of(unit, set, criterion), upTo), Known(fresh.Findings.Of(unit, set, criterion), upTo));
        return FirstDifference(there, should, string.Create(CultureInfo.InvariantCulture, $"unit {unit}, set {set}, criterion {criterion}"), Text);
    }

    private static ViewDifference? FirstDifference<T>(List<Fact<T>> there, List<Fact<T>> should, string of, Func<Fact<T>, string> text)
    {
        for (var place = 0; place < Math.Max(there.Count, should.Count); place++)
        {
            var (one, other) = (there.ElementAtOrDefault(place), should.ElementAtOrDefault(place));
            if (one is not null && other is not null ? text(one) == text(other) && one.Entry == other.Entry : one == other)
                continue;
            // Where one is missing the next takes its place: the earlier of the two is what they differ in.
            var entry = other is null || one?.Sequence < other.Sequence ? one! : other;
            return new ViewDifference(
                Index, $"{of}, entry {entry.Entry}", one?.Sequence == entry.Sequence ? text(one) : null, other?.Sequence == entry.Sequence ? text(other) : null);
        }

        return null;
    }

    private static List<Fact<T>> Known<T>(ImmutableArray<Fact<T>> facts, long upTo) =>
        [.. facts.Where(fact => fact.Sequence <= upTo).OrderBy(fact => fact.Sequence).Select(fact => fact.RetractedAt > upTo ? fact with { RetractedAt = null } : fact)];

    private static string Text(Fact<DatedEntry> fact) => string.Create(
        CultureInfo.InvariantCulture,
        $"sequence={fact.Sequence} effective_on={fact.EffectiveOn:O} type={EntryTypes.Of(fact.Value).Name} retracted_at={fact.RetractedAt}");

    private static string Text(Fact<Finding> fact) => string.Create(
        CultureInfo.InvariantCulture,
        $"sequence={fact.Sequence} effective_on={fact.EffectiveOn:O} status={FindingStatuses.Names.NameOf(fact.Value.Status)} assessed_by={Assessors.Names.NameOf(fact.Value.AssessedBy)} recorded_at={RecordTime.Format(fact.Value.RecordedAt)} synthetic={fact.Value.IsSynthetic} retracted_at={fact.RetractedAt}");

    private static string? UnitText(RecordIndex index, UnitId unit, long upTo) => index.Register.Find(unit) is not { } history
        ? null
        : string.Join("; ", UnitPeriods.Of(history, upTo).OrderBy(row => row.EffectFrom).ThenBy(row => row.RecordFrom).Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{row.EffectFrom:O}–{row.EffectTo:O} {row.RecordFrom}–{row.RecordTo} {row.State}")));
}
