using Ntm.Domain.Findings;

namespace Ntm.Domain.Tables;

/// <summary>A cell whose result shall be recorded.</summary>
public sealed record ReadCell(string Cell, int Criterion, FindingStatus Status);

/// <summary>A row of one commune.</summary>
/// <param name="Cell">The cell of its name.</param>
/// <param name="Blanks">Cells of criteria without a result: nothing is recorded of them.</param>
public sealed record ReadRow(string Cell, string Label, NamedUnit Unit, IReadOnlyList<ReadCell> Cells, IReadOnlyList<string> Blanks);

/// <summary>A row that is no commune's and was passed over: a title of a group, a sum, a signature.</summary>
public sealed record PassedOverRow(string Cell, string Text);

/// <summary>What came out of one sheet.</summary>
/// <param name="HeadingRow">Null where it holds no table.</param>
/// <param name="Answered">The answers that met a row.</param>
/// <param name="Formulas">Cells whose result was taken from a formula.</param>
public sealed record ReadSheet(
    string Sheet, int? HeadingRow, IReadOnlyList<ReadRow> Rows, IReadOnlyList<PassedOverRow> PassedOver, int Formulas,
    IReadOnlyCollection<string> Answered, IReadOnlyList<TableDoubt> Doubts)
{
    internal static ReadSheet Without(Grid grid, IReadOnlyList<TableDoubt> doubts) => new(grid.Name, null, [], [], 0, [], doubts);
}
