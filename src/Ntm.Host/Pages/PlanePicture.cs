using System.Globalization;
using Ntm.Domain.Time;
using Ntm.Projections.TimePlane;

namespace Ntm.Host.Pages;

/// <summary>
/// The plane as drawn: effect from left to right, record upwards. Upwards goes the day, or, where all was recorded at once, the order of entries.
/// </summary>
/// <param name="ByDay">Upwards goes the day of recording.</param>
public sealed record PlanePicture(
    DateOnly FirstDay, DateOnly LastDay, bool ByDay, DateOnly FirstRecorded, DateOnly LastRecorded,
    IReadOnlyList<PlanePoint> Points, IReadOnlyList<PlaneBlock> Blocks, IReadOnlyList<PlaneTick> Days, IReadOnlyList<PlaneTick> Upwards,
    string? Diagonal, decimal AskedX, decimal AskedY)
{
    internal const int Width = 1000;
    internal const int Height = 560;

    /// <summary>More than these are drawn as blocks, and one by one by the script.</summary>
    private const int MostPoints = 1500;
    private const int Block = 10;

    internal static PlanePicture Of(PlaneAnswer plane, DateOnly on, long knownAt, bool? byDay, Wording say)
    {
        var dots = plane.Dots;
        var first = dots.Count == 0 ? VietnamCalendar.DayBefore(on) : Earlier(dots.Min(dot => dot.EffectiveOn), on);
        var last = dots.Count == 0 ? VietnamCalendar.DayAfter(on) : Later(dots.Max(dot => dot.EffectiveOn), on);
        if (first == last)
            (first, last) = (VietnamCalendar.DayBefore(first), VietnamCalendar.DayAfter(last));
        var firstRecorded = dots.Count == 0 ? on : RecordedOn(dots[0]);
        var lastRecorded = dots.Count == 0 ? on : RecordedOn(dots[^1]);
        var days = byDay ?? firstRecorded != lastRecorded;
        if (days && firstRecorded == lastRecorded)
            (firstRecorded, lastRecorded) = (VietnamCalendar.DayBefore(firstRecorded), VietnamCalendar.DayAfter(lastRecorded));
        var scale = new Scale(first, last, firstRecorded, lastRecorded, days, dots.Count);

        var asked = dots.TakeWhile(dot => dot.Sequence <= knownAt).Count();
        return new PlanePicture(
            first, last, days, firstRecorded, lastRecorded,
            dots.Count > MostPoints ? [] : [.. dots.Select((dot, place) => Point(dot, scale.X(dot.EffectiveOn), scale.Y(dot, place), say))],
            dots.Count > MostPoints ? Gathered(dots, scale) : [],
            Years(first, last, scale.X), days ? Years(firstRecorded, lastRecorded, scale.Y) : Entries(dots, scale),
            days ? AtOnce(scale) : null, scale.X(on), asked == 0 ? Height : scale.Y(dots[asked - 1], asked - 1));
    }

    internal static DateOnly RecordedOn(PlaneDot dot) => VietnamCalendar.DayOf(DateTimeOffset.Parse(dot.RecordedAt, CultureInfo.InvariantCulture));

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static PlanePoint Point(PlaneDot dot, decimal x, decimal y, Wording say) => new(
        x, y, PlaneKinds.Of(dot.Type), dot.RetractedBy is not null,
        string.Create(CultureInfo.InvariantCulture, $"{say["số", "no."]} {dot.Sequence}: {PlaneKinds.Words(dot, say)}, {Words.Day(dot.EffectiveOn)}, {say["ghi", "recorded"]} {Words.Day(RecordedOn(dot))}"));

    private static List<PlaneBlock> Gathered(IReadOnlyList<PlaneDot> dots, Scale scale) =>
    [
        .. dots.Select((dot, place) => ((int)(scale.X(dot.EffectiveOn) / Block), (int)(scale.Y(dot, place) / Block)))
            .CountBy(block => block)
            .Select(block => new PlaneBlock(block.Key.Item1 * Block, block.Key.Item2 * Block, block.Value switch { 1 => 1, < 4 => 2, < 16 => 3, < 64 => 4, _ => 5 })),
    ];

    private static List<PlaneTick> Years(DateOnly first, DateOnly last, Func<DateOnly, decimal> place)
    {
        // At most a dozen lines, whatever the span.
        var years = last.Year - first.Year;
        if (years == 0)
            return [new(place(first), Words.Day(first)), new(place(last), Words.Day(last))];
        var step = Math.Max(1, (years + 11) / 12);
        return [.. Enumerable.Range(first.Year + 1, years).Where(year => year % step == 0 || years < 3).Select(year => new PlaneTick(place(new DateOnly(year, 1, 1)), year.ToString(CultureInfo.InvariantCulture)))];
    }

    private static List<PlaneTick> Entries(IReadOnlyList<PlaneDot> dots, Scale scale) =>
    [
        .. Enumerable.Range(0, 5).Select(part => (dots.Count - 1) * part / 4).Where(place => place >= 0).Distinct()
            .Select(place => new PlaneTick(scale.Y(dots[place], place), dots[place].Sequence.ToString(CultureInfo.InvariantCulture))),
    ];

    private static string? AtOnce(Scale scale)
    {
        var (from, to) = (Later(scale.First, scale.FirstRecorded), Earlier(scale.Last, scale.LastRecorded));
        return from >= to ? null : string.Create(CultureInfo.InvariantCulture, $"M{scale.X(from)} {scale.Y(from)}L{scale.X(to)} {scale.Y(to)}");
    }

    private sealed record Scale(DateOnly First, DateOnly Last, DateOnly FirstRecorded, DateOnly LastRecorded, bool ByDay, int Count)
    {
        internal decimal X(DateOnly day) => Share(day.DayNumber - First.DayNumber, Last.DayNumber - First.DayNumber, Width);

        internal decimal Y(DateOnly recorded) => Height - Share(recorded.DayNumber - FirstRecorded.DayNumber, LastRecorded.DayNumber - FirstRecorded.DayNumber, Height);

        internal decimal Y(PlaneDot dot, int place) => ByDay ? Y(RecordedOn(dot)) : Height - Share(place, Count - 1, Height);

        private static decimal Share(int part, int whole, int of) => whole <= 0 ? of / 2 : decimal.Round((decimal)part * of / whole, 1);
    }
}
