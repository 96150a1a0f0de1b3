using Ntm.Domain.Criteria;
using Ntm.Domain.Units;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.Index;

namespace Ntm.Projections.RollUp;

/// <summary>Counts a matrix by the units directly under the one it is of, on its own map.</summary>
public static class RollUpReading
{
    /// <returns>The parts in the order of their ids, ordinal; the communes directly under the unit last.</returns>
    public static RollUpAnswer Answer(RecordIndex index, MatrixAnswer matrix, CriteriaSet set)
    {
        var parts = new PartsOfUnit(index.Map, UnitId.Parse(matrix.Unit), matrix.Boundary, matrix.KnownAt.Sequence);
        var tallies = new Dictionary<string, (MatrixTally Tally, int Rows)>();
        foreach (var row in matrix.Communes)
        {
            var part = parts.Of(UnitId.Parse(row.Unit))?.Value ?? "";
            var (tally, rows) = tallies.TryGetValue(part, out var begun) ? begun : (new MatrixTally(set.Criteria.Count), 0);
            if (row.Parts is null)
                tally.Count(row);
            tallies[part] = (tally, rows + 1);
        }

        return new RollUpAnswer(
            matrix.Unit, matrix.On, matrix.KnownAt, matrix.Set, matrix.SetVersion, matrix.AssessedBy, matrix.Boundary,
            matrix.Communes.Count, matrix.Average, matrix.Bands, matrix.ByCriterion,
            [
                .. tallies.OrderBy(part => part.Key.Length == 0).ThenBy(part => part.Key, StringComparer.Ordinal)
                    .Select(part => Of(part.Key.Length == 0 ? null : part.Key, part.Value.Rows, part.Value.Tally, set, parts)),
            ]);
    }

    private static RolledUpPart Of(string? unit, int rows, MatrixTally tally, CriteriaSet set, PartsOfUnit parts) => new(
        unit, unit is null ? null : parts.NameOf(UnitId.Parse(unit)), rows, tally.Average, tally.Bands, tally.ByCriterion(set));
}
