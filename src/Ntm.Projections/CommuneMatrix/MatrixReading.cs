using System.Collections.Concurrent;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.CommuneMatrix;

/// <summary>Answers what stood of every commune of a unit.</summary>
public static class MatrixReading
{
    // Communes enough that it pays to read them on more than one processor; what takes the time is waiting for memory.
    private const int WorthSharing = 2_000;
    private const int Share = 500;

    /// <returns>Null where the unit is not known at that sequence.</returns>
    public static MatrixAnswer? Answer(
        RecordIndex index, UnitId unit, DateOnly on, long knownAt, CriteriaSet set, AssessorSet assessors, DateOnly boundary) =>
        Answer(index, unit, on, knownAt, set, assessors, boundary, findings: null);

    /// <summary>The answer, and behind each of its letters the finding that gives it, in the order of the rows and criteria.</summary>
    /// <returns>Null where the unit is not known at that sequence.</returns>
    public static (MatrixAnswer Answer, IReadOnlyList<IReadOnlyList<StandingFinding?>> Findings)? AnswerWithFindings(
        RecordIndex index, UnitId unit, DateOnly on, long knownAt, CriteriaSet set, AssessorSet assessors, DateOnly boundary)
    {
        var findings = new List<IReadOnlyList<StandingFinding?>>();
        return Answer(index, unit, on, knownAt, set, assessors, boundary, findings) is { } answer ? (answer, findings) : null;
    }

    private static MatrixAnswer? Answer(
        RecordIndex index, UnitId unit, DateOnly on, long knownAt, CriteriaSet set, AssessorSet assessors, DateOnly boundary,
        List<IReadOnlyList<StandingFinding?>>? findings)
    {
        var map = index.Map;
        if (map.Find(unit)?.IsKnownAt(knownAt) != true)
            return null;

        var communes = map.Communes(unit, boundary, knownAt);
        var lineage = new Lazy<Lineage>(() => new Lineage(index.Register, boundary, knownAt));
        var rows = new CommuneRow[communes.Count];
        var read = findings is null ? null : new IReadOnlyList<StandingFinding?>[communes.Count];
        var tally = new MatrixTally(set.Criteria.Count);
        void Read(int from, int to)
        {
            var reading = new RowReading(index.Findings.Under(set), set, on, knownAt, assessors, boundary, lineage);
            var counted = new MatrixTally(set.Criteria.Count);
            for (var place = from; place < to; place++)
            {
                var row = rows[place] = reading.Read(communes[place]);
                if (row.Parts is null)
                    counted.Count(reading.Winners, row.Fulfilled);
                if (read is not null)
                    read[place] = row.Parts is null ? reading.Winners.ToArray() : new StandingFinding?[set.Criteria.Count];
            }

            tally.Add(counted);
        }

        if (communes.Count < WorthSharing)
            Read(0, communes.Count);
        else
            Parallel.ForEach(Partitioner.Create(0, communes.Count, Share), range => Read(range.Item1, range.Item2));
        findings?.AddRange(read!);
        return new MatrixAnswer(
            unit.Value, on, KnownAt.Of(index, knownAt), set.Id.Value, set.Version, assessors.ToNames(), boundary, rows, tally.Average, tally.Bands,
            tally.ByCriterion(set));
    }
}
