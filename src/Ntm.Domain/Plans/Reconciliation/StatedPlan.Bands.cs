using Ntm.Domain.Plans.Content;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>The rows of one table that put communes into bands of one thing.</summary>
internal sealed record Banding(NumbersTabled Table, string Of, IReadOnlyList<TableRow> Rows)
{
    /// <summary>The words of it: the sentence, or the labels of the rows.</summary>
    internal IReadOnlyList<string> Quotes => Table.Parts.Count > 1 ? [.. Rows.Select(row => row.Text)] : [Table.Text];
}

public sealed partial class StatedPlan
{
    /// <summary>What <see cref="TableRow.Measures"/> says of a row that counts communes.</summary>
    internal const string OfCommunes = "communes";

    /// <summary>What <see cref="RowBand.Of"/> says of bands of numbers of criteria.</summary>
    internal const string OfCriteria = "criteria";

    internal IEnumerable<Banding> Bandings() => All<NumbersTabled>().SelectMany(table => table.Rows
        .Where(row => row is { Band: not null, Measures: OfCommunes })
        .GroupBy(row => row.Band!.Of)
        .Select(rows => new Banding(table, rows.Key, [.. rows])));

    /// <summary>How many communes a part of a table has, as printed in its heading or, of the scope, anywhere.</summary>
    internal int? CommunesOf(TablePart part) => part.Communes ?? (part.Unit == Frame.Scope ? Extent : null);
}
