namespace Ntm.Projections.Reports;

/// <summary>One table of a report.</summary>
/// <param name="Name">For programs; unique in its report.</param>
/// <param name="Title">Names its sheet in a workbook: at most 31 letters, none of <c>[ ] : * ? / \</c>, unique in its report.</param>
/// <param name="Columns">Each with another key.</param>
/// <param name="Rows">Each with another key, and a cell for every column.</param>
public sealed record ReportTable(
    string Name, string Title, string TitleEnglish, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows)
{
    /// <summary>How many of the printed columns on the left stay in view.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>The columns people see, each with its place among all.</summary>
    public IEnumerable<(ReportColumn Column, int Place)> Printed =>
        Columns.Select((column, place) => (column, place)).Where(column => !column.column.IsForPrograms);
}

/// <param name="Key">For programs.</param>
/// <param name="Heading">As the form has it.</param>
/// <param name="Width">In letters.</param>
public sealed record ReportColumn(string Key, string Heading, string HeadingEnglish, int Width)
{
    /// <summary>Otherwise text stands left, numbers and days right.</summary>
    public bool IsCentered { get; init; }

    /// <summary>Left out of what is printed: an identity people do not use.</summary>
    public bool IsForPrograms { get; init; }

    /// <summary>The criterion its figures are of.</summary>
    public int? Criterion { get; init; }
}

/// <param name="Key">Names the row in its table whatever else it holds: a unit, a criterion, a band, an entry.</param>
public sealed record ReportRow(string Key, IReadOnlyList<ReportCell> Cells)
{
    /// <summary>The unit its figures are of.</summary>
    public string? Unit { get; init; }

    /// <summary>The criterion its figures are of.</summary>
    public int? Criterion { get; init; }

    /// <summary>It sums up the others.</summary>
    public bool IsTotal { get; init; }
}
