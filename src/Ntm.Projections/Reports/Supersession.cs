namespace Ntm.Projections.Reports;

/// <summary>An entry after which a report is another, and the cells it changed.</summary>
public sealed record SupersedingEntry(long Sequence, IReadOnlyList<ChangedCell> Cells);

/// <summary>
/// Which entries made a report another, found by asking for it in between. What one entry changed and a later one changed back, before
/// anybody asked, changed nothing.
/// </summary>
public static class Supersession
{
    /// <param name="at">The report as known at a sequence; null where the unit was not known then.</param>
    /// <param name="report">As known at <paramref name="from"/>.</param>
    /// <param name="most">Enough: the search ends there.</param>
    /// <returns>In record order.</returns>
    public static IReadOnlyList<SupersedingEntry> Between(Func<long, Report?> at, Report report, long from, long to, int most)
    {
        var found = new List<SupersedingEntry>();
        Report Known(long sequence) => at(sequence) ?? report with { Tables = [] };
        Search(Known, (from, report), (to, Known(to)), most, found);
        return found;
    }

    private static void Search(
        Func<long, Report> at, (long Sequence, Report Report) from, (long Sequence, Report Report) to, int most, List<SupersedingEntry> found)
    {
        if (found.Count >= most || from.Sequence >= to.Sequence || !IsAnother(from.Report, to.Report))
            return;
        if (to.Sequence == from.Sequence + 1)
        {
            found.Add(new SupersedingEntry(to.Sequence, [.. Changed(from.Report, to.Report)]));
            return;
        }

        var middle = from.Sequence + ((to.Sequence - from.Sequence) / 2);
        var between = (middle, at(middle));
        Search(at, from, between, most, found);
        Search(at, between, to, most, found);
    }

    private static bool IsAnother(Report one, Report other) => Changed(one, other).Any();

    // A table the first does not have is one whose unit was not known.
    private static IEnumerable<ChangedCell> Changed(Report one, Report other) => one.Tables.Count > 0
        ? ReportDifference.Between(one, other)
        : ReportDifference.Between(other, one).Select(cell => cell with { Before = cell.After, After = cell.Before });
}
