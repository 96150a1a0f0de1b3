using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Inspections;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;
using Ntm.Host.Questions;
using Ntm.Projections.FindingPeriods;
using Ntm.Projections.Index;

namespace Ntm.Host.Pages;

/// <summary>Lays out the lanes of a unit: what the index holds of it, as known at the sequence asked about.</summary>
internal sealed class LanesReading(RecordIndex index, UnitId unit, Question asked, PeriodsAnswer periods, CriteriaCatalog catalog, Wording say)
{
    private readonly LaneEvents _events = new(index, unit, asked, catalog, say);

    /// <param name="address">Of the page at a day and a sequence, compared with another day where one is given.</param>
    internal Lanes Read(Func<DateOnly, long, DateOnly?, string> address)
    {
        var targets = _events.Targets().ToList();
        var inspections = _events.Inspections().ToList();
        var scale = new LaneScale(periods.Periods.Select(period => period.From).Append(asked.On)
            .Concat(targets.Select(target => ((TargetAssigned)target.Value).Due)).Concat(inspections.Select(inspection => inspection.EffectiveOn))
            .Concat(_events.Days()));
        return new Lanes(
            scale.First, scale.Last, scale.Of(asked.On), scale.Ticks(), [.. _events.Bands(scale)],
            [.. asked.Set.Criteria.Select(criterion => Of(criterion, scale, targets, inspections, address))]);
    }

    private CriterionLane Of(
        Criterion criterion, LaneScale scale, List<Fact<DatedEntry>> targets, List<Fact<DatedEntry>> inspections,
        Func<DateOnly, long, DateOnly?, string> address)
    {
        var findings = index.Findings.Of(unit, asked.Set.Id, criterion.Number).Where(finding => asked.Assessors.Contains(finding.Value.AssessedBy)).ToList();
        var own = periods.Periods.Where(period => period.Criterion == criterion.Number).ToList();
        var now = own.LastOrDefault(period => period.From <= asked.On);
        var marks = targets.Where(target => ((TargetAssigned)target.Value).Criterion == criterion.Number).Select(target => TargetMark(target, own, scale))
            .Concat(inspections.Select(inspection => InspectionMark(inspection, criterion.Number, scale)).OfType<LaneMark>());
        return new CriterionLane(
            criterion,
            new Lane($"{criterion.Number}. {say[criterion.Name]}", [.. own.Select(period => Bar(period, findings, scale))], [.. marks]),
            now is null ? '-' : LetterOf(now.Status),
            now is null ? Words.Status(FindingStatus.Unassessed, say) : $"{Words.Status(now.Status, say)} {say["từ", "since"]} {Words.Day(now.From)}",
            StepsOf(own, now, findings, address));
    }

    private LaneBar Bar(FindingPeriod period, List<Fact<Finding>> findings, LaneScale scale)
    {
        var from = scale.Of(period.From);
        var to = period.To is { } next ? scale.Of(next) : periods.EndedOn is { } ended && ended > period.From ? scale.Of(ended) : 100;
        return new LaneBar(
            from, to - from, LetterOf(period.Status),
            $"{Words.Status(period.Status, say)}, {say["từ", "from"]} {Words.Day(period.From)}{(period.To is { } until ? $" {say["đến trước", "until before"]} {Words.Day(until)}" : "")}, {Words.Assessor(period.AssessedBy, say)}",
            findings.First(finding => finding.Entry == period.OpenedBy).Sequence);
    }

    // Kept or missed is told once its day has come; a criterion not applicable is fulfilled.
    private LaneMark TargetMark(Fact<DatedEntry> fact, List<FindingPeriod> own, LaneScale scale)
    {
        var target = (TargetAssigned)fact.Value;
        var day = target.Due < asked.On ? target.Due : asked.On;
        var isMet = own.LastOrDefault(period => period.From <= day)?.Status is "attained" or "not_applicable";
        var state = isMet ? "met" : target.Due < asked.On ? "missed" : "open";
        var words = state switch { "met" => say["đã đạt", "met"], "missed" => say["quá hạn, chưa đạt", "passed, not met"], _ => say["chưa đạt", "not met yet"] };
        var kind = target.Kind == TargetKind.Attain ? say["chỉ tiêu đạt", "target to attain"] : say["chỉ tiêu duy trì", "target to keep"];
        return new LaneMark(scale.Of(target.Due), $"target {state}", $"{kind} {say["chậm nhất", "by"]} {Words.Day(target.Due)}: {words}", fact.Sequence);
    }

    private LaneMark? InspectionMark(Fact<DatedEntry> fact, int criterion, LaneScale scale)
    {
        var held = (InspectionHeld)fact.Value;
        if (!held.LookedAt().Any(looked => looked.Set == asked.Set.Id && looked.Criterion == criterion))
            return null;
        var conclusion = held.Findings.FirstOrDefault(remark => remark.Set == asked.Set.Id && remark.Criterion == criterion)?.Conclusion;
        return new LaneMark(
            scale.Of(fact.EffectiveOn), "inspection",
            $"{say["kiểm tra", "inspection"]} {Words.Day(fact.EffectiveOn)}, {say.Quote(held.Team)}{(conclusion is null ? "" : $": {say.Quote(conclusion)}")}", fact.Sequence);
    }

    private LaneSteps StepsOf(List<FindingPeriod> own, FindingPeriod? now, List<Fact<Finding>> findings, Func<DateOnly, long, DateOnly?, string> address)
    {
        PlaneStep? ToDay(DateOnly? day) => day is { } known ? new PlaneStep(address(known, asked.Sequence, null), Words.Day(known)) : null;
        PlaneStep? ToEntry(long? sequence) => sequence is { } known ? new PlaneStep(address(asked.On, known, null), $"{known}") : null;

        var moments = findings.Select(finding => finding.Sequence).Concat(findings.Select(finding => finding.RetractedAt).OfType<long>()).Order().ToList();
        return new LaneSteps(
            ToDay(own.LastOrDefault(period => period.From < asked.On)?.From), ToDay(own.FirstOrDefault(period => period.From > asked.On)?.From),
            ToEntry(moments.LastOrDefault(moment => moment < asked.Sequence) is > 0 and var earlier ? earlier : null),
            ToEntry(moments.FirstOrDefault(moment => moment > asked.Sequence) is > 0 and var later ? later : null),
            now is null || now.From == DateOnly.MinValue ? null : new PlaneStep(address(now.From, asked.Sequence, now.From.AddDays(-1)), Words.Day(now.From)));
    }

    private static char LetterOf(string status) => FindingStatuses.Names.TryParse(status, out var known) ? known.Letter() : '-';
}
