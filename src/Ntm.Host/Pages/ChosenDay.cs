using Ntm.Domain.Criteria;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Host.Pages;

/// <summary>
/// The day and the set a page about a unit shows where its address names none. As on the overview: where nothing is in force today, the
/// last day something was found, and the set it was found under.
/// </summary>
internal static class ChosenDay
{
    internal static (string Day, string? Set, IReadOnlyList<string> Notices) Of(
        string unit, string? askedOn, string? askedSet, DateOnly today, RecordIndex index, long head, CriteriaCatalog catalog, Wording say = default)
    {
        var notices = new List<string>();
        var latest = UnitId.TryParse(unit, out var id) ? index.Findings.LatestOf(id, head) : null;
        var day = askedOn;
        if (string.IsNullOrWhiteSpace(day))
        {
            var chosen = catalog.InForceOn(today) is null && latest is { } found ? found.On : today;
            day = VietnamCalendar.Format(chosen);
            if (chosen != today)
                notices.Add(say[
                    $"Hôm nay {Words.Day(today)} không có bộ tiêu chí nào còn hiệu lực; đang xem ngày {Words.Day(chosen)}, ngày mới nhất có kết quả.",
                    $"Today, {Words.Day(today)}, no criteria set is in force; shown is {Words.Day(chosen)}, the last day with a finding."]);
        }

        var set = askedSet;
        if (string.IsNullOrWhiteSpace(set) && VietnamCalendar.TryParseDay(day, out var on) && catalog.InForceOn(on) is null)
        {
            set = (latest?.Set ?? catalog.Sets[^1].Id).Value;
            notices.Add(say[
                $"Không có bộ tiêu chí nào còn hiệu lực vào ngày {Words.Day(on)}; đang dùng {set}.",
                $"No criteria set is in force on {Words.Day(on)}; {set} is used."]);
        }

        return (day.Trim(), string.IsNullOrWhiteSpace(set) ? null : set, notices);
    }
}
