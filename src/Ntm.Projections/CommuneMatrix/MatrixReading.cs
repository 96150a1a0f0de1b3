using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.CommuneMatrix;

/// <summary>Answers what stood of every commune of a unit.</summary>
public static class MatrixReading
{
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

        var lineage = new Lazy<Lineage>(() => new Lineage(index.Register, boundary, knownAt));
        var reading = new RowReading(index.Findings.Under(set), set, on, knownAt, assessors, boundary, lineage);
        var tally = new MatrixTally(set.Criteria.Count);
        var communes = map.Communes(unit, boundary, knownAt);
        var rows = new List<CommuneRow>(communes.Count);
        foreach (var commune in communes)
        {
            var row = reading.Read(commune);
            rows.Add(row);
            if (row.Parts is null)
                tally.Count(reading.Winners, row.Fulfilled);
            findings?.Add(row.Parts is null ? reading.Winners.ToArray() : new StandingFinding?[set.Criteria.Count]);
        }

        return new MatrixAnswer(
            unit.Value, on, KnownAt.Of(index, knownAt), set.Id.Value, set.Version, assessors.ToNames(), boundary, rows, tally.Average, tally.Bands,
            tally.ByCriterion(set));
    }
}
