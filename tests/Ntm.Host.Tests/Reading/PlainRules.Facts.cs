namespace Ntm.Host.Tests.Reading;

internal sealed partial class PlainRules
{
    private IEnumerable<string> Refusals(PlainLine line, PlainKnowledge known)
    {
        if (line.Type is "unit_established")
        {
            if (known.Knows(line.Unit))
                yield return "unit.exists";
        }
        else if (!known.Knows(line.Unit))
        {
            yield return "unit.unknown";
        }

        foreach (var refusal in line.IsFinding ? FindingRefusals(line, known) : line.Type switch
        {
            "unit_established" or "unit_reparented" => ParentRefusals(line, known),
            "units_merged" => MergerRefusals(line, known),
            "unit_dissolved" => [.. EndRefusals(line, line.Unit, known), .. UnknownUnits(line.Texts("successors"), known)],
            "indicator_measured" => SetRefusals(line),
            "target_assigned" => [.. SetRefusals(line), .. PlanRefusals(line, known)],
            "inspection_scheduled" or "plan_revised" => PlanRefusals(line, known),
            _ => [],
        })
            yield return refusal;
    }

    private IEnumerable<string> FindingRefusals(PlainLine line, PlainKnowledge known)
    {
        if (line.EffectiveOn < known.EstablishedOn(line.Unit))
            yield return "unit.not_yet";
        if (known.EndedOn(line.Unit, line.EffectiveOn) is not null)
            yield return "unit.ended";
        if (line.EffectiveOn > today)
            yield return "finding.effective_in_future";
        foreach (var refusal in SetRefusals(line))
            yield return refusal;
    }

    // A criterion is only unknown within a set that is known.
    private static IEnumerable<string> SetRefusals(PlainLine line)
    {
        if (!PlainSets.Ids.Contains(line.Set!, StringComparer.Ordinal))
            yield return "set.unknown";
        else if (line.Criterion is < 1 or > PlainSets.Criteria)
            yield return "criterion.unknown";
    }

    private static IEnumerable<string> PlanRefusals(PlainLine line, PlainKnowledge known)
    {
        if (line.Text("plan") is { } plan && !known.Counting.Any(other => other.Type is "plan_issued" && other.Text("plan") == plan))
            yield return "plan.unknown";
    }

    private static IEnumerable<string> ParentRefusals(PlainLine line, PlainKnowledge known)
    {
        if (line.Text("parent") is not { } parent)
            yield break;
        if (parent == line.Unit)
            yield return "unit.parent_cycle";
        else if (!known.Knows(parent))
            yield return "unit.unknown";
        else if (MakesCycle(line, known))
            yield return "unit.parent_cycle";
    }

    // On any day: a parent said today may close a circle with one that another unit gets later.
    private static bool MakesCycle(PlainLine line, PlainKnowledge known)
    {
        var then = new PlainKnowledge([.. known.Said, line], line.Sequence);
        return then.Counting.Where(fact => fact.Type is "unit_established" or "unit_reparented").Select(fact => fact.EffectiveOn).Distinct()
            .Any(day => IsOwnAncestor(line.Unit, day, then));
    }

    private static bool IsOwnAncestor(string unit, DateOnly on, PlainKnowledge known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var parent = known.Parent(unit, on); parent is not null && seen.Add(parent); parent = known.Parent(parent, on))
        {
            if (parent == unit)
                return true;
        }

        return false;
    }

    private static IEnumerable<string> MergerRefusals(PlainLine line, PlainKnowledge known)
    {
        var from = line.Texts("from");
        if (known.Knows(line.Unit) && (!known.Lives(line.Unit, line.EffectiveOn) || from.Contains(line.Unit, StringComparer.Ordinal)))
            yield return "units.merger_unlawful";
        foreach (var refusal in UnknownUnits(from, known).Concat(from.SelectMany(unit => EndRefusals(line, unit, known))))
            yield return refusal;
    }

    private static IEnumerable<string> EndRefusals(PlainLine line, string unit, PlainKnowledge known)
    {
        if (known.EndedOn(unit, DateOnly.MaxValue) is not null)
            yield return "unit.ended";
        var on = line.EffectiveOn;
        if (known.Units().Any(child => known.Lives(child, on) && known.Parent(child, on) == unit && !line.Ends(child)))
            yield return "unit.has_children";
    }

    private static IEnumerable<string> UnknownUnits(IEnumerable<string> units, PlainKnowledge known) =>
        units.Where(unit => !known.Knows(unit)).Select(_ => "unit.unknown");
}
