using Ntm.Projections;

namespace Ntm.Host.Reports.Checking;

/// <summary>What became of checking a file against the record (docs/reference/reports.md).</summary>
/// <param name="Verdict">identical, superseded or altered.</param>
/// <param name="Sha256">Of the content the record gives.</param>
/// <param name="CheckedAt">The last entry of the record when it was checked.</param>
/// <param name="Altered">The first of them.</param>
/// <param name="AlteredCount">How many there are in all.</param>
/// <param name="Additions">Cells or paragraphs outside the report, of which nothing is checked.</param>
/// <param name="SupersededBy">In record order; at most <see cref="ReportChecking.MostEntries"/>.</param>
public sealed record ReportCheck(
    string Verdict, string Report, string Unit, DateOnly On, KnownAt KnownAt, string Sha256, KnownAt CheckedAt, IReadOnlyList<AlteredCell> Altered,
    int AlteredCount, int Additions, IReadOnlyList<SupersedingAnswer> SupersededBy)
{
    internal const string Identical = "identical";
    internal const string Superseded = "superseded";
    internal const string AlteredVerdict = "altered";
}

/// <summary>An entry recorded after a report was made, that makes it another.</summary>
/// <param name="Cells">The first of the cells it changes.</param>
/// <param name="CellCount">How many there are in all.</param>
public sealed record SupersedingAnswer(
    long Sequence, string RecordedAt, Guid Entry, string Type, string Unit, IReadOnlyList<ChangedAnswer> Cells, int CellCount);

/// <param name="Row">The key of the row: a unit, a criterion, a band, an entry.</param>
/// <param name="Column">The key of the column.</param>
public sealed record ChangedAnswer(string Table, string Row, string Column, string? Before, string? After);
