using System.Globalization;
using Ntm.Domain.Findings;
using Ntm.Domain.Time;

namespace Ntm.Domain.Dossiers.Rules;

/// <summary>Words the sentences of several rules share.</summary>
internal static class RuleWords
{
    private static readonly NumberFormatInfo GroupedByPoints = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    internal static string Day(DateOnly day) => VietnamCalendar.Format(day);

    internal static string VietnameseDay(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    internal static string Number(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    // As numbers are written in Vietnam, whatever the machine is set up in.
    internal static string VietnameseNumber(decimal number) => number.ToString("#,0.##", GroupedByPoints);

    internal static string Vietnamese(OfficeLevel level) => level switch
    {
        OfficeLevel.Commune => "cấp xã",
        OfficeLevel.District => "cấp huyện",
        OfficeLevel.Province => "cấp tỉnh",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "has no word"),
    };

    internal static string English(OfficeLevel level) => $"the {OfficeLevels.Names.NameOf(level)}";

    internal static string Vietnamese(FindingStatus status) => status switch
    {
        FindingStatus.Attained => "đạt",
        FindingStatus.NotAttained => "chưa đạt",
        FindingStatus.Lost => "mất",
        FindingStatus.BasicallyMet => "cơ bản đạt",
        FindingStatus.NotApplicable => "không xét",
        FindingStatus.Unassessed => "chưa đánh giá",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "has no word"),
    };

    internal static string English(FindingStatus status) => FindingStatuses.Names.NameOf(status).Replace('_', ' ');

    /// <summary>Days between the two on which offices work. Holidays are not known to the program.</summary>
    internal static int WorkingDays(DateOnly after, DateOnly until)
    {
        var days = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
            days += day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        return days;
    }
}
