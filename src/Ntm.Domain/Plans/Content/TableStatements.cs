using Ntm.Domain.Interchange;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Content;

/// <summary>A table of numbers, or a sentence that lists bands: rows by parts of the scope, with the totals as printed.</summary>
public sealed record NumbersTabled : PlanStatement
{
    /// <summary>The unit of measure printed over the whole table.</summary>
    public string? UnitOfMeasure { get; init; }

    /// <summary>The columns; one part, the scope itself, for a sentence.</summary>
    public required IReadOnlyList<TablePart> Parts { get; init; }

    public required IReadOnlyList<TableRow> Rows { get; init; }

    internal static NumbersTabled ReadOwn(FieldReader fields, PlanStatement common)
    {
        var table = new NumbersTabled
        {
            Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
            UnitOfMeasure = fields.OptionalNonEmptyText("unitOfMeasure"),
            Parts = fields.RequiredObjects("parts", TablePart.Read), Rows = fields.RequiredObjects("rows", TableRow.Read),
        };
        for (var row = 0; row < table.Rows.Count; row++)
        {
            if (table.Rows[row] is { } read && read.Values.Count != table.Parts.Count)
                fields.Invalid($"rows[{row}].values", PlanExpectations.AsManyAsParts(table.Parts.Count));
        }

        return table;
    }
}

/// <param name="Text">The heading of the column as printed.</param>
/// <param name="Communes">How many communes it has, as printed in the heading.</param>
public sealed record TablePart(UnitId Unit, string Text, int? Communes)
{
    internal static TablePart Read(FieldReader fields) =>
        new(fields.UnitOf("unit"), fields.NonEmptyText("text"), fields.OptionalInteger("communes"));
}

/// <param name="Id">A slug, unique in the plan, so that objectives can name the row that measures them.</param>
/// <param name="Text">The label as printed; of a sentence, the clause.</param>
/// <param name="Measures">What the numbers count: <c>communes</c>, or a slug of the plan's own (<c>green-road</c>).</param>
/// <param name="UnitOfMeasure">The one printed in the row; it stands against the table's.</param>
/// <param name="Band">The row counts the communes whose <see cref="RowBand.Of"/> lies in the band.</param>
/// <param name="Total">As printed; null where none is.</param>
public sealed record TableRow(string Id, string Text, string Measures, string? UnitOfMeasure, RowBand? Band, IReadOnlyList<decimal> Values, decimal? Total)
{
    internal static TableRow Read(FieldReader fields) => new(
        fields.SlugText("id"), fields.NonEmptyText("text"), fields.SlugText("measures"), fields.OptionalNonEmptyText("unitOfMeasure"),
        RowBand.Read(fields), fields.RequiredDecimals("values"), fields.OptionalDecimal("total"));
}

/// <param name="Of">What is banded: <c>criteria</c>, <c>income</c>.</param>
/// <param name="From">Included.</param>
/// <param name="To">Included; null: without upper end.</param>
public sealed record RowBand(string Of, decimal From, decimal? To, string? UnitOfMeasure)
{
    internal static RowBand? Read(FieldReader fields) => fields.Nested("band") is not { } band
        ? null
        : FieldReader.Ended(band, new RowBand(band.SlugText("of"), band.Decimal("from"), band.OptionalDecimal("to"), band.OptionalNonEmptyText("unitOfMeasure")));
}
