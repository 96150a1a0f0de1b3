using System.Collections.Immutable;

namespace Ntm.Domain.Tables;

/// <summary>Where in a sheet its table stands.</summary>
/// <param name="HeadingRow">The row that names the criteria.</param>
/// <param name="Criteria">By column; each criterion of the set once.</param>
/// <param name="TotalColumn">Number of criteria attained, as the sheet says; null where it says none.</param>
/// <param name="Headed">Columns with a heading, those of the criteria included.</param>
public sealed record TableLayout(
    int HeadingRow, int NameColumn, ImmutableSortedDictionary<int, int> Criteria, int? TotalColumn, ImmutableHashSet<int> Headed)
{
    internal bool IsCriterion(int column) => Criteria.ContainsKey(column);
}
