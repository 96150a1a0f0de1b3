using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Inspections;
using Ntm.Domain.Plans;
using Ntm.Domain.Recognition;
using Ntm.Domain.Retraction;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;

namespace Ntm.Projections.Index;

/// <summary>
/// Entries that lists quote whole, on both clocks: decisions of recognition, inspections with what follows them, and what plans ask of their
/// communes. They are few, so they are kept as they came. One writer at a time; readers without locks, since what a writer adds lies above
/// the sequence they ask for.
/// </summary>
public sealed class QuotedEntries
{
    private readonly ConcurrentDictionary<UnitId, ImmutableArray<Fact<DatedEntry>>> _units = new();
    private readonly ConcurrentDictionary<PlanId, ImmutableHashSet<UnitId>> _plans = new();
    private readonly ConcurrentDictionary<Guid, ImmutableHashSet<UnitId>> _withdrawn = new();

    /// <summary>The units of which there is anything to quote, in no order.</summary>
    public IEnumerable<UnitId> Units => _units.Keys;

    /// <summary>In record order.</summary>
    public ImmutableArray<Fact<DatedEntry>> Of(UnitId unit) => _units.TryGetValue(unit, out var entries) ? entries : [];

    /// <summary>The units of which an entry names the plan, in no order.</summary>
    public IReadOnlyCollection<UnitId> UnitsOf(PlanId plan) => _plans.TryGetValue(plan, out var units) ? units : [];

    /// <summary>The withdrawals of a target, whatever unit they were said of.</summary>
    public IEnumerable<Fact<DatedEntry>> WithdrawalsOf(Guid target) => _withdrawn.TryGetValue(target, out var units)
        ? units.SelectMany(unit => Of(unit).Where(entry => entry.Value is TargetWithdrawn withdrawn && withdrawn.Target == target))
        : [];

    internal void Apply(RecordedEntry recorded)
    {
        switch (recorded.Entry)
        {
            case RecognitionGranted or TargetAssigned or TargetWithdrawn or TaskDone
                or InspectionScheduled or InspectionPostponed or InspectionCancelled or InspectionHeld or RemedyDone or FollowUpHeld:
                Quote(recorded, (DatedEntry)recorded.Entry);
                break;
            case EntryRetracted retraction when _units.TryGetValue(retraction.Unit, out var entries):
                _units[retraction.Unit] = Fold.Strike(entries, retraction.Entry, recorded.Sequence);
                break;
            default:
                break;
        }
    }

    private void Quote(RecordedEntry recorded, DatedEntry entry)
    {
        _units[entry.Unit] = Of(entry.Unit).Add(new(recorded.Id, recorded.Sequence, entry.EffectiveOn, entry));
        if (PlanOf(entry) is { } plan)
            _plans[plan] = _plans.GetValueOrDefault(plan, []).Add(entry.Unit);
        if (entry is TargetWithdrawn withdrawn)
            _withdrawn[withdrawn.Target] = _withdrawn.GetValueOrDefault(withdrawn.Target, []).Add(entry.Unit);
    }

    private static PlanId? PlanOf(DatedEntry entry) => entry switch
    {
        TargetAssigned target => target.Plan,
        InspectionScheduled scheduled => scheduled.Plan,
        TaskDone done => done.Plan,
        _ => null,
    };
}
