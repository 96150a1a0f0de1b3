using System.Globalization;
using System.Text.RegularExpressions;
using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>Days by which something is due that do not exist, lie outside the plan's time, or were over when it was signed.</summary>
internal static partial class Deadlines
{
    // What is due within a week of the signature is hardly still to be planned.
    private const int HardlyAhead = 7;

    internal static ReconciliationRule Impossible { get; } = new(
        "deadline_impossible", new("Thời hạn không thể có", "Impossible deadline"), CheckImpossible);

    internal static ReconciliationRule Past { get; } = new(
        "deadline_past", new("Thời hạn đã qua khi ký kế hoạch", "Deadline past when the plan was signed"), CheckPast);

    private static IEnumerable<PlanObservation> CheckImpossible(StatedPlan plan)
    {
        var agreeing = new List<(PlanStatement Statement, Deadline Deadline)>();
        foreach (var (statement, deadline) in Given(plan))
        {
            if (NamesNoDay(deadline.Text))
                yield return Impossible.Contradiction(new($"{statement.Place}: “{deadline.Text}” — không có ngày này.", $"{statement.Place}: “{deadline.Text}” is no day of the calendar."), plan.Quotes(statement));
            else if (deadline.Due > plan.Frame.To)
            {
                yield return Impossible.Contradiction(
                    new($"{statement.Place}: thời hạn {Day(deadline.Due)} sau ngày cuối của kế hoạch ({Day(plan.Frame.To)}).", $"{statement.Place}: due {Day(deadline.Due)}, after the last day of the plan ({Day(plan.Frame.To)})."),
                    plan.Quotes(statement));
            }
            else if (deadline.Due >= plan.Frame.Issued)
                agreeing.Add((statement, deadline));
        }

        foreach (var (task, span) in Spans(plan).Where(given => given.Span.End is null))
            yield return Impossible.Contradiction(new($"{task.Place}: “{task.Time}” — không có {span.Text}.", $"{task.Place}: “{task.Time}” names a month or quarter that does not exist."), plan.Quotes(task));
        if (agreeing.Count > 0)
        {
            yield return Impossible.Agreement(
                new($"{agreeing.Count} thời hạn ({Listed(agreeing.Select(agreed => $"{agreed.Statement.Place}: {Day(agreed.Deadline.Due)}"))}) nằm giữa ngày ký và ngày cuối của kế hoạch.",
                    $"{agreeing.Count} deadlines ({Listed(agreeing.Select(agreed => $"{agreed.Statement.Place}: {Day(agreed.Deadline.Due)}"))}) lie between the signature and the last day of the plan."),
                plan.Quotes(agreeing.Select(agreed => agreed.Statement)));
        }
    }

    private static IEnumerable<PlanObservation> CheckPast(StatedPlan plan)
    {
        var signed = Day(plan.Frame.Issued);
        foreach (var (statement, deadline) in Given(plan).Where(given => given.Deadline.Due < plan.Frame.Issued && !NamesNoDay(given.Deadline.Text)))
            yield return Past.Contradiction(new($"{statement.Place}: thời hạn {Day(deadline.Due)} đã qua khi ký kế hoạch ({signed}).", $"{statement.Place}: due {Day(deadline.Due)}, before the plan was signed ({signed})."), plan.Quotes(statement));
        foreach (var (task, span) in Spans(plan))
        {
            if (span.End is not { } end)
                continue;
            if (end < plan.Frame.Issued)
                yield return Past.Contradiction(new($"{task.Place}: {span.Text} đã qua khi ký kế hoạch ({signed}).", $"{task.Place}: {Day(end)} was over when the plan was signed ({signed})."), plan.Quotes(task));
            else if (end.DayNumber - plan.Frame.Issued.DayNumber < HardlyAhead)
            {
                yield return Past.Doubt(
                    new($"{task.Place}: “{task.Time}”, nhưng kế hoạch ký {signed}, chỉ còn {end.DayNumber - plan.Frame.Issued.DayNumber} ngày.",
                        $"{task.Place}: “{task.Time}”, but the plan was signed on {signed}, with {end.DayNumber - plan.Frame.Issued.DayNumber} left to its end."), plan.Quotes(task));
            }
        }
    }

    private static IEnumerable<(PlanStatement Statement, Deadline Deadline)> Given(StatedPlan plan) => plan.Content.Statements.SelectMany(statement =>
        (statement switch
        {
            TargetsNamed { Deadline: { } deadline } => deadline,
            CommunesCounted { Deadline: { } deadline } => deadline,
            RecognitionsCounted { Deadline: { } deadline } => deadline,
            IndicatorStated { Deadline: { } deadline } => deadline,
            _ => null,
        }) is { } given ? new[] { (statement, given) } : []);

    private static IEnumerable<(TaskAssigned Task, NamedSpan Span)> Spans(StatedPlan plan) => plan.All<TaskAssigned>().Where(task => task.Time is not null)
        .SelectMany(task => TaskTimes.Of(task.Time!, plan.Frame.From.Year).Select(span => (task, span)));

    private static bool NamesNoDay(string text) => DayWritten().Matches(text).Any(match =>
        Number(match, "month") is < 1 or > 12 || Number(match, "day") is var day && (day < 1 || day > DateTime.DaysInMonth(Math.Clamp(Number(match, "year"), 1, 9999), Number(match, "month"))));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<day>[0-9]{1,2})(?:\s*/\s*|\s+tháng\s+)(?<month>[0-9]{1,2})(?:\s*/\s*|\s+năm\s+)(?<year>[0-9]{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayWritten();
}
