using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Names;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.Index;
using Ntm.Projections.PlanResults;

namespace Ntm.Host.Pages;

/// <summary>The rows of the matrix as shown: each letter with the finding behind it and what plans still ask.</summary>
internal sealed class OverviewRows(MatrixAnswer matrix, CriteriaSet set, CourseAnswer course, UnitMap map, Wording say)
{
    // Of several plans' targets the one that ran out first is told.
    private readonly Dictionary<(string Unit, int Criterion), CourseTarget> _asked = course.Targets
        .Where(IsStillAsked)
        .OrderBy(target => target.Due)
        .GroupBy(target => (target.Unit, target.Criterion))
        .ToDictionary(group => group.Key, group => group.First());

    /// <summary>In the order of Vietnamese names.</summary>
    internal IReadOnlyList<OverviewRow> Of(IEnumerable<(CommuneRow Commune, IReadOnlyList<StandingFinding?> Findings)> rows) =>
    [
        .. rows.OrderBy(row => row.Commune.Name ?? row.Commune.Unit, VietnameseNames.Order)
            .Select(row => new OverviewRow(row.Commune, [.. set.Criteria.Zip(row.Findings, (criterion, found) => Cell(row.Commune, criterion, found))], Note(row.Commune))),
    ];

    // To attain and not attained, or to keep and not kept and still not back: what was never assessed is not known to be broken.
    private static bool IsStillAsked(CourseTarget target) => target.Kind == "attain"
        ? target.State is "open" or "at_risk" or "missed" or "undone"
        : target is { State: "broken", Status: not "attained" };

    private OverviewCell Cell(CommuneRow commune, Criterion criterion, StandingFinding? found)
    {
        var status = found?.Status ?? FindingStatus.Unassessed;
        var title = $"{criterion.Number}. {say[criterion.Name]}: {Words.Status(status, say)}";
        var kind = found is null ? "cell U" : $"cell {status.Letter()}";
        if (found is { } finding)
        {
            title += $" {say["từ", "from"]} {Words.Day(finding.EffectiveOn)}, {Words.Assessor(finding.AssessedBy, say)}, {say["mục ghi số", "entry"]} {finding.Sequence}";
            if (finding.IsSynthetic)
                (kind, title) = ($"{kind} synthetic", $"{title} {Finding.SyntheticNote}");
        }

        if (!_asked.TryGetValue((commune.Unit, criterion.Number), out var target))
            return new OverviewCell(criterion.Number, status.Letter(), kind, title, false);
        var isPassed = target.Due < matrix.On;
        return new OverviewCell(criterion.Number, status.Letter(), $"{kind} target", $"{title}. {Asked(target, isPassed)}", isPassed);
    }

    private string Asked(CourseTarget target, bool isPassed) =>
        $"{(target.Kind == "attain" ? say["Chỉ tiêu phải đạt đến", "To be attained by"] : say["Chỉ tiêu phải giữ đến", "To be kept until"])} {Words.Day(target.Due)}{(isPassed ? say[", đã quá hạn", ", past its deadline"] : "")}";

    private string? Note(CommuneRow commune) => commune switch
    {
        { Ended: { } ended } => $"{say["đến", "until"]} {Words.Day(VietnamCalendar.DayBefore(ended))}{Into(commune)}",
        { Parts: { } parts } => $"{say["chưa thành lập, gộp từ", "not yet established, made from"]} {string.Join(", ", parts.Select(part => NameOf(part.Unit)))}",
        _ => null,
    };

    private string Into(CommuneRow commune) => commune.Successors is { Count: > 0 } successors
        ? $", {say["nhập vào", "merged into"]} {string.Join(", ", successors.Select(NameOf))}"
        : "";

    private string NameOf(string unit) => say.Quote(map.Find(UnitId.Parse(unit))?.NameOn(DateOnly.MaxValue, matrix.KnownAt.Sequence) ?? unit);
}
