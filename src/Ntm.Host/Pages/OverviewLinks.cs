using System.Globalization;
using Ntm.Domain.Time;
using Ntm.Host.Questions;

namespace Ntm.Host.Pages;

/// <summary>Addresses of one question of the overview that answer the same for ever.</summary>
public sealed record OverviewLinks
{
    private readonly string? _unit;
    private readonly string? _assessors;
    private readonly string? _open;
    private readonly Question? _asked;

    private OverviewLinks()
    {
    }

    internal OverviewLinks(string unit, string? assessors, string? open, Question asked)
    {
        (_unit, _assessors, _open, _asked) = (unit, assessors, open, asked);
        // Told once: a page holds thousands of them.
        Story = Address("", null, null, asked.On, false);
    }

    internal static OverviewLinks None { get; } = new();

    /// <summary>The two clocks, the set and whose findings count, as a commune's page takes them.</summary>
    public string Story { get; } = "";

    public string Page => Address("/", _unit, _open, _asked?.On);

    public string Json => Address($"/api/units/{_unit}/matrix", null, null, _asked?.On);

    public string RollUpJson => Address($"/api/units/{_unit}/roll-up", null, null, _asked?.On);

    public string CourseJson => Address($"/api/units/{_unit}/course", null, null, _asked?.On);

    /// <summary>As a form to print, a workbook or a document.</summary>
    public string Report => Address("/reports", _unit, null, _asked?.On, false) + "&report=communes-by-criterion";

    /// <summary>The same question on another day.</summary>
    internal string OnDay(DateOnly day) => Address("/", _unit, _open, day);

    internal string OfUnit(string unit) => Address("/", unit, null, _asked?.On);

    internal string Opening(string part) => Address("/", _unit, part, _asked?.On) + "#rows";

    private string Address(string path, string? unit, string? open, DateOnly? on, bool withBoundary = true)
    {
        if (_asked is not { } asked || on is not { } day)
            return path;
        var query = new QueryString()
            .Add("on", VietnamCalendar.Format(day))
            .Add("knownAt", asked.Sequence.ToString(CultureInfo.InvariantCulture))
            .Add("set", asked.Set.Id.Value);
        if (unit is not null)
            query = query.Add("unit", unit);
        if (_assessors is not null)
            query = query.Add("assessedBy", _assessors);
        if (withBoundary && asked.Boundary != asked.On)
            query = query.Add("boundary", VietnamCalendar.Format(asked.Boundary));
        if (open is not null)
            query = query.Add("open", open);
        return path + query.ToUriComponent();
    }
}
