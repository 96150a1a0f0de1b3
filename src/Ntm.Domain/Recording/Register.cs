using System.Collections.Immutable;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Plans;
using Ntm.Domain.Recognition;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;

namespace Ntm.Domain.Recording;

/// <summary>
/// What the rules need to know of the whole record: units on both clocks, plans, dossiers, and which entries are retracted.
/// Immutable: a batch is judged on a copy that costs nothing, and a reader keeps the one it has.
/// </summary>
public sealed record Register
{
    public static Register Empty { get; } = new();

    /// <summary>The last entry taken in.</summary>
    public long Sequence { get; private init; }

    /// <summary>The last entry that said something of the units themselves: of their existence, names, codes, parents and levels.</summary>
    public long UnitsChangedAt { get; private init; }

    public ImmutableDictionary<UnitId, UnitHistory> Units { get; private init; } = ImmutableDictionary<UnitId, UnitHistory>.Empty;

    /// <summary>For each unit, every unit it was ever said to be the parent of.</summary>
    public ImmutableDictionary<UnitId, ImmutableHashSet<UnitId>> ChildrenEver { get; private init; } =
        ImmutableDictionary<UnitId, ImmutableHashSet<UnitId>>.Empty;

    public ImmutableDictionary<PlanId, PlanHistory> Plans { get; private init; } = ImmutableDictionary<PlanId, PlanHistory>.Empty;

    /// <summary>Of the units that have any.</summary>
    public ImmutableDictionary<UnitId, UnitDossiers> Dossiers { get; private init; } = ImmutableDictionary<UnitId, UnitDossiers>.Empty;

    /// <summary>For each dossier, the unit of the first step ever said of it.</summary>
    public ImmutableDictionary<string, UnitId> DossierUnits { get; private init; } = ImmutableDictionary<string, UnitId>.Empty;

    private EntryIdSet Retracted { get; init; } = EntryIdSet.Empty;

    public UnitHistory? Find(UnitId unit) => Units.GetValueOrDefault(unit);

    public UnitDossiers DossiersOf(UnitId unit) => Dossiers.GetValueOrDefault(unit, UnitDossiers.None);

    public bool Knows(UnitId unit) => Find(unit)?.IsKnownAt(Sequence) == true;

    public bool Knows(PlanId plan) => Plans.GetValueOrDefault(plan)?.IsKnownAt(Sequence) == true;

    /// <summary>Where entries about a unit stand: its own stream, and those of the plans ever said to be of it.</summary>
    public IReadOnlyList<string> StreamsOf(UnitId unit) =>
        [StreamId.Of(unit), .. Plans.Values.Where(plan => plan.IsOf(unit)).Select(plan => StreamId.Of(plan.Plan)).Order(StringComparer.Ordinal)];

    public bool IsRetracted(Guid entry) => Retracted.Contains(entry);

    /// <summary>The register once this entry stands in it as the next one.</summary>
    public Register After(Guid id, Entry entry) => Evolve(this, Sequence + 1, id, entry);

    /// <summary>Takes in one entry of the record. Total: what a foreign program wrote against the rules is taken in all the same.</summary>
    public static Register Evolve(Register register, long sequence, Guid id, Entry entry)
    {
        var next = register with { Sequence = sequence };
        return entry switch
        {
            UnitEstablished e => next.Change(e.Unit, unit => unit.With(e, id, sequence)).WithParent(e.Unit, e.Parent),
            UnitRenamed e => next.Rest(e.Unit, unit => unit with { Names = unit.Names.Add(new(id, sequence, e.EffectiveOn, e.Name)) }),
            UnitRecoded e => next.Rest(e.Unit, unit => unit with { Codes = unit.Codes.Add(new(id, sequence, e.EffectiveOn, e.Code)) }),
            UnitReparented e => next.Rest(e.Unit, unit => unit with { Parents = unit.Parents.Add(new(id, sequence, e.EffectiveOn, e.Parent)) })
                .WithParent(e.Unit, e.Parent),
            UnitLevelChanged e => next.Rest(e.Unit, unit => unit with { Levels = unit.Levels.Add(new(id, sequence, e.EffectiveOn, e.Level)) }),
            UnitsMerged e => next.WithMerger(e, id),
            UnitDissolved e => next.Rest(e.Unit, unit => unit with
            {
                Ends = unit.Ends.Add(new(id, sequence, e.EffectiveOn, e.Successors is null ? [] : [.. e.Successors])),
            }),
            PlanEntry e => next.WithPlan(e, id).Rest(e.Unit, unit => unit),
            EntryRetracted e => next.WithRetraction(e),
            Tombstone => next,
            DossierStep e => next.WithDossiers(e.Unit, next.DossiersOf(e.Unit).With(e, id, sequence)).WithDossier(e).Rest(e.Unit, unit => unit),
            DebtDeclared or SatisfactionSurveyed when entry is DatedEntry e =>
                next.WithDossiers(e.Unit, next.DossiersOf(e.Unit).With(e, id, sequence)).Rest(e.Unit, unit => unit),
            DatedEntry e => next.Rest(e.Unit, unit => unit),
            _ => throw new System.Diagnostics.UnreachableException($"{entry.GetType().Name} has no arm in the register"),
        };
    }

    /// <summary>The register once entries that only rest on their units have come, so many on each, the last of them under that number.</summary>
    internal Register WithResting(IReadOnlyDictionary<UnitId, int> entries, long last)
    {
        var units = Units.ToBuilder();
        foreach (var (unit, count) in entries)
        {
            var history = units.GetValueOrDefault(unit) ?? new UnitHistory(unit);
            units[unit] = history with { RestingEntries = history.RestingEntries + count };
        }

        return this with { Sequence = last, Units = units.ToImmutable() };
    }

    private Register Change(UnitId unit, Func<UnitHistory, UnitHistory> change)
    {
        var before = Find(unit);
        var after = change(before ?? new UnitHistory(unit));
        return this with { Units = Units.SetItem(unit, after), UnitsChangedAt = after.SaysTheSameAs(before) ? UnitsChangedAt : Sequence };
    }

    private Register Rest(UnitId unit, Func<UnitHistory, UnitHistory> change) =>
        Change(unit, history => change(history) with { RestingEntries = history.RestingEntries + 1 });

    private Register WithParent(UnitId child, UnitId? parent) => parent is not { } above
        ? this
        : this with { ChildrenEver = ChildrenEver.SetItem(above, (ChildrenEver.GetValueOrDefault(above) ?? []).Add(child)) };

    private Register WithMerger(UnitsMerged merger, Guid id)
    {
        ImmutableArray<UnitId> from = [.. merger.From];
        var next = Rest(merger.Unit, unit => unit with { Absorptions = unit.Absorptions.Add(new(id, Sequence, merger.EffectiveOn, from)) });
        return from.Aggregate(next, (register, part) => register.Change(part, unit => unit with
        {
            Ends = unit.Ends.Add(new(id, Sequence, merger.EffectiveOn, [merger.Unit])),
        }));
    }

    private Register WithPlan(PlanEntry plan, Guid id)
    {
        var history = Plans.GetValueOrDefault(plan.Plan) ?? new PlanHistory(plan.Plan);
        return this with
        {
            Plans = Plans.SetItem(plan.Plan, history with { Issues = history.Issues.Add(new(id, Sequence, plan.EffectiveOn, plan)) }),
        };
    }

    private Register WithDossiers(UnitId unit, UnitDossiers dossiers) => this with { Dossiers = Dossiers.SetItem(unit, dossiers) };

    private Register WithDossier(DossierStep step) =>
        DossierUnits.ContainsKey(step.Dossier) ? this : this with { DossierUnits = DossierUnits.Add(step.Dossier, step.Unit) };

    private Register WithRetraction(EntryRetracted retraction)
    {
        var next = this with { Retracted = Retracted.With(retraction.Entry) };
        if (next.Find(retraction.Unit) is not { } unit)
            return next;

        var establishes = unit.Establishments.Any(fact => fact.Entry == retraction.Entry);
        var parts = unit.Absorptions.Where(fact => fact.Entry == retraction.Entry).SelectMany(fact => fact.Value);
        next = next.Change(unit.Unit, history => history.Strike(retraction.Entry, Sequence) with
        {
            RestingEntries = history.RestingEntries - (establishes ? 0 : 1),
        });
        next = parts.Aggregate(next, (register, part) => register.Change(part, history => history.Strike(retraction.Entry, Sequence)));

        if (next.Dossiers.TryGetValue(retraction.Unit, out var dossiers))
            next = next.WithDossiers(retraction.Unit, dossiers.Strike(retraction.Entry, Sequence));

        foreach (var plan in next.Plans.Values.Where(plan => plan.Issues.Any(issue => issue.Entry == retraction.Entry)))
        {
            next = next with
            {
                Plans = next.Plans.SetItem(plan.Plan, plan with { Issues = Fold.Strike(plan.Issues, retraction.Entry, Sequence) }),
            };
        }

        return next;
    }
}
