using Ntm.Domain.Interchange;

namespace Ntm.Projections.PlanResults;

/// <summary>What became of a target by a day.</summary>
public enum TargetState
{
    /// <summary>To attain: it stands, and stood on or before the deadline.</summary>
    Met,

    /// <summary>To attain: it stands, and was first attained after the deadline.</summary>
    Late,

    /// <summary>To attain: not yet, and the deadline is further off than <see cref="TargetReading.RiskDays"/>.</summary>
    Open,

    /// <summary>To attain: not yet, and the deadline is near.</summary>
    AtRisk,

    /// <summary>To attain: not by the deadline, nor since.</summary>
    Missed,

    /// <summary>To attain: attained under the plan, and no longer.</summary>
    Undone,

    /// <summary>To keep: held on every day of the plan until the day asked or the deadline.</summary>
    Maintained,

    /// <summary>To keep: not held on some day.</summary>
    Broken,

    /// <summary>To keep: nothing was ever found, so nothing can be said to be kept or broken.</summary>
    Unassessed,

    /// <summary>The criterion is not considered for the commune.</summary>
    NotApplicable,

    /// <summary>Taken back by the office that gave it.</summary>
    Withdrawn,
}

public static class TargetStates
{
    public static WireNames<TargetState> Names { get; } = new(
        ("met", TargetState.Met), ("late", TargetState.Late), ("open", TargetState.Open), ("at_risk", TargetState.AtRisk),
        ("missed", TargetState.Missed), ("undone", TargetState.Undone), ("maintained", TargetState.Maintained), ("broken", TargetState.Broken),
        ("unassessed", TargetState.Unassessed), ("not_applicable", TargetState.NotApplicable), ("withdrawn", TargetState.Withdrawn));
}
