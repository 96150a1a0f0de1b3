using Ntm.Domain.Units;

namespace Ntm.Projections.Views;

/// <summary>The rows a fold of the whole record leads to.</summary>
public static class FreshRows
{
    private const int UnitsAtOnce = 16;

    // What a row of findings mostly needs, rather more: room that is there need not be made by copying.
    private const int RowBytes = 192;
    private const int MostRoom = 1 << 22;

    /// <summary>The digests the views have if every row is right; folded by all processors.</summary>
    public static IReadOnlyList<(View View, RollingDigest Digest)> DigestsOf(RecordFold fold, CancellationToken cancellation)
    {
        var adding = new Lock();
        var (findings, periods) = (default(RollingDigest), default(RollingDigest));
        Parallel.ForEach(Parts(fold), new ParallelOptions { CancellationToken = cancellation }, part =>
        {
            var (rows, rectangles) = (Findings(part), Periods(part));
            lock (adding)
                (findings, periods) = (findings.Plus(rows.Digest), periods.Plus(rectangles.Digest));
        });
        return [(View.Finding, findings), (View.FindingPeriod, periods), (View.UnitPeriod, Units(fold).Digest)];
    }

    /// <summary>What can be done at the same time.</summary>
    public static IEnumerable<UnitFindings[]> Parts(RecordFold fold) => fold.Findings.Chunk(UnitsAtOnce);

    public static ViewChange<FindingRow> Findings(IReadOnlyCollection<UnitFindings> part) =>
        Taken(part.SelectMany(unit => unit.Rows), part.Sum(unit => unit.Count));

    public static ViewChange<FindingPeriodRow> Periods(IReadOnlyCollection<UnitFindings> part) =>
        Taken(part.SelectMany(unit => unit.Periods), 2L * part.Sum(unit => unit.Count));

    public static ViewChange<UnitPeriodRow> Units(RecordFold fold) => Taken(fold.UnitPeriods, 0);

    /// <summary>Every row of a view in the order of its key.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> InOrder(RecordFold fold, View view) => view.Name switch
    {
        "finding" => Bytes(fold.Findings.SelectMany(unit => unit.Rows).OrderBy(row => row.Sequence)),
        "finding_period" => Bytes(fold.Findings.SelectMany(unit => unit.Periods).OrderBy(row => row.Winner.Sequence).ThenBy(row => row.RecordFrom)),
        _ => Bytes(fold.UnitPeriods.OrderBy(row => row.Unit, UnitId.Ordinal).ThenBy(row => row.EffectFrom).ThenBy(row => row.RecordFrom)),
    };

    /// <param name="about">How many rows there will be, roughly.</param>
    private static ViewChange<TRow> Taken<TRow>(IEnumerable<TRow> rows, long about) where TRow : IViewRow
    {
        var taken = new ViewChange<TRow>(0, default, (int)Math.Clamp(about * RowBytes, BinaryRows.LittleRoom, MostRoom));
        taken.Take(rows);
        return taken;
    }

    private static List<ReadOnlyMemory<byte>> Bytes<TRow>(IEnumerable<TRow> rows) where TRow : IViewRow
    {
        var bytes = new List<ReadOnlyMemory<byte>>();
        var scratch = new BinaryRows();
        foreach (var row in rows)
        {
            scratch.Clear();
            row.Write(scratch);
            bytes.Add(scratch.Since(0).ToArray());
        }

        return bytes;
    }
}
