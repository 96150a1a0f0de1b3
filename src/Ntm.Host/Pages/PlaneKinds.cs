using System.Globalization;
using Ntm.Domain.Findings;
using Ntm.Projections.TimePlane;

namespace Ntm.Host.Pages;

/// <summary>How the entries of a plane are told apart: findings by their letter, the others by what they are.</summary>
internal static class PlaneKinds
{
    private const string Finding = "criterion_";

    internal static string Of(string type) => type switch
    {
        _ when type.StartsWith(Finding, StringComparison.Ordinal) => LetterOf(type).ToString(),
        "target_assigned" or "target_withdrawn" => "target",
        "inspection_scheduled" or "inspection_held" or "remedy_done" => "inspection",
        _ when type.StartsWith("unit", StringComparison.Ordinal) => "unit",
        _ when type.StartsWith("plan_", StringComparison.Ordinal) || type == "task_done" => "plan",
        _ when type.StartsWith("title_", StringComparison.Ordinal) || type.StartsWith("recognition_", StringComparison.Ordinal)
            || type.StartsWith("verification_", StringComparison.Ordinal) || type.StartsWith("appraisal_", StringComparison.Ordinal) => "title",
        _ => "other",
    };

    internal static IReadOnlyList<(string Kind, string Text)> Legend(Wording say) =>
    [
        ("A", say["đạt", "attained"]), ("X", say["chưa đạt", "not attained"]), ("L", say["mất", "lost"]), ("B", say["cơ bản đạt", "basically met"]),
        ("N", say["không xét", "not applicable"]), ("target", say["chỉ tiêu giao", "target"]), ("inspection", say["kiểm tra", "inspection"]),
        ("title", say["bước hồ sơ", "dossier step"]), ("unit", say["đơn vị", "unit"]), ("plan", say["kế hoạch", "plan"]), ("other", say["khác", "other"]),
    ];

    internal static string Words(PlaneDot dot, Wording say)
    {
        var kind = Of(dot.Type);
        var text = Legend(say).First(one => one.Kind == kind).Text;
        return dot.Criterion is { } criterion ? string.Create(CultureInfo.InvariantCulture, $"{say["tiêu chí", "criterion"]} {criterion} {text}") : text;
    }

    private static char LetterOf(string type) => FindingStatuses.Names.TryParse(type.Replace(Finding, "", StringComparison.Ordinal), out var status) ? status.Letter() : 'U';
}
