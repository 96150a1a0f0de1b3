using Ntm.Domain.Criteria;

namespace Ntm.Host.Pages;

/// <summary>The years of one unit side by side: its titles and dossiers, what became of the unit itself, and a lane for each criterion.</summary>
/// <param name="First">The first day drawn, the beginning of a year.</param>
/// <param name="Last">The last day drawn, the end of a year.</param>
/// <param name="Asked">Where the day asked about lies; places are percents of the width.</param>
public sealed record Lanes(
    DateOnly First, DateOnly Last, decimal Asked, IReadOnlyList<PlaneTick> Ticks, IReadOnlyList<Lane> Bands, IReadOnlyList<CriterionLane> Criteria)
{
    public static Lanes None { get; } = new(DateOnly.MinValue, DateOnly.MaxValue, 0, [], [], []);
}

/// <summary>What lies on one line over the years.</summary>
public sealed record Lane(string Name, IReadOnlyList<LaneBar> Bars, IReadOnlyList<LaneMark> Marks)
{
    /// <summary>Everything on it in words, in the order of days.</summary>
    public IEnumerable<(string Words, long Sequence)> Told => Bars.Select(bar => (bar.From, bar.Words, bar.Sequence))
        .Concat(Marks.Select(mark => (From: mark.At, mark.Words, mark.Sequence))).OrderBy(told => told.From).Select(told => (told.Words, told.Sequence));
}

/// <param name="Letter">Of the status; of a title, T.</param>
/// <param name="Sequence">The entry that opens it.</param>
public sealed record LaneBar(decimal From, decimal Width, char Letter, string Words, long Sequence);

/// <param name="Kind">Of the style sheet.</param>
/// <param name="Sequence">The entry it stands for.</param>
public sealed record LaneMark(decimal At, string Kind, string Words, long Sequence);

/// <param name="Letter">What stands on the day asked about.</param>
public sealed record CriterionLane(Criterion Criterion, Lane Lane, char Letter, string Now, LaneSteps Steps);

/// <summary>Where the changes of one criterion are, on either clock, and its last change with the day before it side by side; null where there is none.</summary>
public sealed record LaneSteps(PlaneStep? EarlierDay, PlaneStep? LaterDay, PlaneStep? EarlierEntry, PlaneStep? LaterEntry, PlaneStep? Compared);
