using Ntm.Domain.Plans.Content;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>One criterion of one commune, as statements speak of it.</summary>
public readonly record struct TargetPlace(UnitId Commune, int Criterion);

public sealed partial class StatedPlan
{
    /// <summary>The lists of a commune's own criteria that say so of it.</summary>
    internal ILookup<TargetPlace, TargetsNamed> Listed(TargetKind kind) => All<TargetsNamed>().Where(list => list.Kind == kind)
        .SelectMany(list => list.Communes.Distinct().SelectMany(commune => list.Criteria.Distinct().Select(criterion => (list, commune, criterion))))
        .ToLookup(said => new TargetPlace(said.commune, said.criterion), said => said.list);

    /// <summary>The counts by criterion that name the commune.</summary>
    internal ILookup<TargetPlace, CommunesCounted> Counted(params IReadOnlyList<CountKind> kinds) => Counts(kinds)
        .SelectMany(count => (count.Communes ?? []).Distinct().Select(commune => (count, commune)))
        .ToLookup(said => new TargetPlace(said.commune, said.count.Criterion), said => said.count);

    internal IEnumerable<CommunesCounted> Counts(params IReadOnlyList<CountKind> kinds) => All<CommunesCounted>().Where(count => kinds.Contains(count.Counts));

    /// <summary>The communes that have a list of criteria of their own of this kind.</summary>
    internal IReadOnlySet<UnitId> WithList(TargetKind kind) =>
        All<TargetsNamed>().Where(list => list.Kind == kind).SelectMany(list => list.Communes).ToHashSet();

    /// <summary>What each commune is to gain: by its own list, and by the counts that say "more" and name it.</summary>
    internal IReadOnlyList<TargetPlace> Gains() =>
        [.. Listed(TargetKind.Attain).Select(said => said.Key).Union(Counted(CountKind.Additional).Select(said => said.Key))];

    /// <summary>The commune is to keep every criterion of the set: there is none left to gain.</summary>
    internal bool KeepsAll(UnitId commune) => All<TargetsNamed>()
        .Where(list => list.Kind == TargetKind.Maintain && list.Communes.Contains(commune))
        .SelectMany(list => list.Criteria).Distinct().Count() >= Frame.Criteria;
}
