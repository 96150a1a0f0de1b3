namespace Ntm.Projections.Views;

/// <summary>Holds the rows of a view, as they come, against those that should be there; both in the order of the key.</summary>
public sealed class RowComparison(View view, IReadOnlyList<ReadOnlyMemory<byte>> expected)
{
    private static readonly (string Column, string Said)[] Named =
        [("unit", "unit"), ("criteria_set", "set"), ("criterion", "criterion"), ("entry", "entry"), ("opened_by", "entry"), ("effect_from", "from")];

    private int _next;

    public ViewDifference? Difference { get; private set; }

    /// <summary>The next row that is there; what comes after the first difference is passed over.</summary>
    public void Take(ReadOnlySpan<byte> row)
    {
        if (Difference is not null)
            return;
        if (_next < expected.Count && row.SequenceEqual(expected[_next].Span))
            _next++;
        else
            Difference = Tell(row);
    }

    /// <summary>No row comes any more.</summary>
    public ViewDifference? End()
    {
        if (Difference is null && _next < expected.Count)
            Difference = new ViewDifference(view.Name, Subject(expected[_next].Span), null, RowText.Of(view, expected[_next].Span));
        return Difference;
    }

    private ViewDifference Tell(ReadOnlySpan<byte> row)
    {
        var key = RowText.Key(view, row);
        for (var place = _next; place < expected.Count; place++)
        {
            var should = expected[place].Span;
            if (RowText.Key(view, should) != key)
                continue;
            // Found further on: what stands before it is missing.
            return place == _next
                ? new ViewDifference(view.Name, Subject(should), RowText.Of(view, row), RowText.Of(view, should))
                : new ViewDifference(view.Name, Subject(expected[_next].Span), null, RowText.Of(view, expected[_next].Span));
        }

        return new ViewDifference(view.Name, Subject(row), RowText.Of(view, row), null);
    }

    private string Subject(ReadOnlySpan<byte> row)
    {
        var fields = view.Columns.Zip(RowText.Fields(view, row)).ToDictionary(pair => pair.First.Name, pair => pair.Second);
        return string.Join(", ", Named.Where(name => fields.ContainsKey(name.Column)).Select(name => $"{name.Said} {fields[name.Column]}"));
    }
}
