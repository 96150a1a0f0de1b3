namespace Ntm.Host.Demo.Country;

/// <summary>A finding on its way to the record, or what will be said of it once it stands there.</summary>
/// <param name="Standing">The entry to be amended; null before it is recorded.</param>
internal sealed record Papers(FindingMade Found, SaidEntry? Standing);

/// <summary>What will be recorded on the days to come: a ring of days, each in the order in which it was added.</summary>
internal sealed class UnderWay(int mostDays)
{
    private readonly List<Papers>[] _days = [.. Enumerable.Range(0, mostDays + 1).Select(_ => new List<Papers>())];

    /// <param name="inDays">0 for today: it still arrives today, after all that was added before.</param>
    internal void Add(DateOnly today, int inDays, Papers papers) => On(today.AddDays(inDays)).Add(papers);

    internal IEnumerable<Papers> ArrivingOn(DateOnly today)
    {
        var arriving = On(today);
        // It grows while it is gone through.
        for (var next = 0; next < arriving.Count; next++)
            yield return arriving[next];
        arriving.Clear();
    }

    private List<Papers> On(DateOnly day) => _days[day.DayNumber % _days.Length];
}
