using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Ntm.Projections.PlanResults;

namespace Ntm.Host.Pages;

/// <summary>
/// A year's course as drawn: what falls due in steps, what is attained as a line with a dot for each day. Places are in percent of the
/// picture, so that words keep their size on any screen; the lines stand in a picture of their own that is stretched.
/// </summary>
internal sealed class CoursePicture(IReadOnlyList<CourseMonth> months)
{
    private const int MonthsOfYear = 12;
    private const decimal Left = 6;
    private const decimal Right = 98;
    private const decimal Top = 6;
    private const decimal Bottom = 86;
    private const decimal Below = 97;

    private readonly int _most = Math.Max(1, months.Max(month => Math.Max(month.Due, month.Attained ?? 0)));

    internal MarkupString Drawn
    {
        get
        {
            var drawn = new StringBuilder();
            foreach (var at in new[] { 0, _most / 2, _most }.Distinct())
            {
                drawn.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Left}%\" x2=\"{Right}%\" y1=\"{Y(at)}%\" y2=\"{Y(at)}%\"/>");
                drawn.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{Left - 1}%\" y=\"{Y(at)}%\" dy=\".35em\" text-anchor=\"end\">{at}</text>");
            }

            for (var month = 1; month <= MonthsOfYear; month++)
                drawn.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{X(EndOf(month))}%\" y=\"{Below}%\" text-anchor=\"middle\">{month}</text>");
            drawn.Append("<svg x=\"0\" y=\"0\" width=\"100%\" height=\"100%\" viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\">");
            drawn.Append(CultureInfo.InvariantCulture, $"<path class=\"planned\" d=\"{Steps()}\"/><path class=\"attained\" d=\"{Line()}\"/></svg>");
            foreach (var month in months.Where(month => month.Attained is not null))
                drawn.Append(CultureInfo.InvariantCulture, $"<circle class=\"attained\" cx=\"{X(month.Day)}%\" cy=\"{Y(month.Attained!.Value)}%\" r=\"4\"/>");
            return new MarkupString(drawn.ToString());
        }
    }

    private string Steps() => string.Concat(months.Select((month, place) => place == 0
        ? string.Create(CultureInfo.InvariantCulture, $"M{X(month.Day)} {Y(month.Due)}")
        : string.Create(CultureInfo.InvariantCulture, $"H{X(month.Day)}V{Y(month.Due)}")));

    private string Line() => string.Concat(months.TakeWhile(month => month.Attained is not null).Select((month, place) =>
        string.Create(CultureInfo.InvariantCulture, $"{(place == 0 ? "M" : "L")}{X(month.Day)} {Y(month.Attained!.Value)}")));

    private DateOnly EndOf(int month) => new(months[^1].Day.Year, month, DateTime.DaysInMonth(months[^1].Day.Year, month));

    private decimal X(DateOnly day) =>
        Math.Round(Left + 2 + ((day.DayNumber - months[0].Day.DayNumber) * (Right - Left - 3) / (months[^1].Day.DayNumber - months[0].Day.DayNumber)), 2);

    private decimal Y(int value) => Math.Round(Bottom - (value * (Bottom - Top) / _most), 2);
}
