using Ntm.Domain.Entries;
using Ntm.Domain.Refusals;

namespace Ntm.Projections.Tables;

/// <summary>What a workbook of communes × criteria says, what would be recorded of it, and everything doubtful (docs/reference/tables.md).</summary>
/// <param name="File">The SHA-256 of the file.</param>
/// <param name="Recorded">Null where nothing was recorded: a dry run, or doubts.</param>
public sealed record TableAnswer(
    string File, string Unit, DateOnly On, string Set, string AssessedBy, DocumentReference? Basis, KnownAt KnownAt,
    IReadOnlyList<TableSheet> Sheets, TableCounts Counts, IReadOnlyList<TableRow> Rows, IReadOnlyList<TableDoubtAnswer> Doubts, TableRecorded? Recorded)
{
    /// <summary>Nothing has to be settled before it is recorded.</summary>
    public bool IsClear => Doubts.Count == 0;
}

/// <param name="Unit">The unit whose communes it was read as; null for a sheet left out.</param>
/// <param name="HeadingRow">Null where it holds no table.</param>
/// <param name="Formulas">Results taken from formulas as the file keeps them.</param>
/// <param name="PassedOver">Rows that are no commune's: groups, sums, signatures.</param>
public sealed record TableSheet(string Sheet, string? Unit, int? HeadingRow, int Communes, int Formulas, IReadOnlyList<TableRemark> PassedOver);

public sealed record TableRemark(string Cell, string Text);

/// <param name="Findings">Lines the table gives: the sum of the three that follow.</param>
/// <param name="First">The criterion was unassessed that day.</param>
/// <param name="Changed">The record says otherwise of that day.</param>
/// <param name="Same">The record says so already; the finding is new evidence of it.</param>
/// <param name="Lost">Recorded as lost, because the record says it was held.</param>
/// <param name="Repeated">Recorded from this very file before: recording them again changes nothing.</param>
/// <param name="Blank">Cells nothing is recorded of.</param>
public sealed record TableCounts(int Findings, int First, int Changed, int Same, int Lost, int Repeated, int Blank);

/// <summary>One commune's row.</summary>
/// <param name="Before">A letter per criterion: what the record says of the day now.</param>
/// <param name="Findings">A letter per criterion: what would be recorded; a dot where nothing is.</param>
public sealed record TableRow(string Cell, string Label, string Unit, string Name, string Before, string Findings, IReadOnlyList<string> Blanks);

/// <param name="Cell">The first cell, with its sheet; null where it is of no cell.</param>
/// <param name="Message">Vietnamese.</param>
public sealed record TableDoubtAnswer(
    string Code, string? Cell, IReadOnlyList<string> Cells, string? Text, string Message, string MessageEn, IReadOnlyList<TableSuggestion> Suggestions)
{
    public Refusal ToRefusal() => new(Code, Cell, Message, MessageEn);
}

public sealed record TableSuggestion(string Unit, string Name, string? Parent);

/// <param name="New">Entries recorded now.</param>
/// <param name="Repeated">Entries that stood before.</param>
public sealed record TableRecorded(int New, int Repeated);
