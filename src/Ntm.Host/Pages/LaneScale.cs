using System.Globalization;

namespace Ntm.Host.Pages;

/// <summary>Where days lie on a lane, in percent of its width. Whole years, so that the axis begins and ends where a year does.</summary>
internal sealed class LaneScale
{
    private const int MostTicks = 7;
    private static readonly int[] Months = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000, 24_000];

    internal LaneScale(IEnumerable<DateOnly> days)
    {
        var all = days.ToList();
        First = new DateOnly(all.Min().Year, 1, 1);
        Last = new DateOnly(all.Max().Year, 12, 31);
    }

    internal DateOnly First { get; }

    internal DateOnly Last { get; }

    internal decimal Of(DateOnly day) =>
        decimal.Round(Math.Clamp((decimal)(day.DayNumber - First.DayNumber) * 100 / (Last.DayNumber - First.DayNumber), 0, 100), 2);

    /// <summary>Few enough that their words do not run into each other on a phone.</summary>
    internal IReadOnlyList<PlaneTick> Ticks()
    {
        var months = ((Last.Year - First.Year + 1) * 12) - 1;
        var step = Months.First(step => months / step <= MostTicks);
        return
        [
            .. Enumerable.Range(1, months / step).Select(tick => First.AddMonths(tick * step)).Where(day => day < Last)
                .Select(day => new PlaneTick(Of(day), day.ToString(step < 12 ? "MM/yyyy" : "yyyy", CultureInfo.InvariantCulture))),
        ];
    }
}
