namespace Ntm.Projections.Views;

/// <summary>The findings on one unit, by timeline, in record order.</summary>
public sealed class UnitFindings
{
    private readonly Dictionary<TimelineKey, List<FindingRow>> _timelines = [];

    public IReadOnlyDictionary<TimelineKey, List<FindingRow>> Timelines => _timelines;

    /// <summary>How many findings there are.</summary>
    public int Count { get; private set; }

    public void Add(FindingRow finding)
    {
        Count++;
        if (!_timelines.TryGetValue(finding.Timeline, out var findings))
            _timelines.Add(finding.Timeline, findings = []);
        // One key for all of a timeline, so that the texts of its entries need not be kept; whoever reads findings alone gives the same anyway.
        findings.Add(findings.Count == 0 || ReferenceEquals(finding.Timeline.Unit.Value, findings[0].Timeline.Unit.Value)
            ? finding
            : finding with { Timeline = findings[0].Timeline });
    }

    /// <summary>Marks the finding of that entry as taken back, unless it was before, or is none of this unit's.</summary>
    public void Strike(Guid entry, long at)
    {
        foreach (var findings in _timelines.Values)
        {
            var place = findings.FindIndex(finding => finding.Entry == entry);
            if (place < 0)
                continue;
            if (findings[place].RetractedAt is null)
                findings[place] = findings[place] with { RetractedAt = at };
            return;
        }
    }

    public IEnumerable<FindingRow> Rows => _timelines.Values.SelectMany(findings => findings);

    public IEnumerable<FindingPeriodRow> Periods => _timelines.SelectMany(timeline => FindingRectangles.Of(timeline.Key, timeline.Value));
}
