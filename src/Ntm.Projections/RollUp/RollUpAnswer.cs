using Ntm.Projections.CommuneMatrix;

namespace Ntm.Projections.RollUp;

/// <summary>The matrix of a unit, counted by the units directly under it (docs/reference/http.md).</summary>
/// <param name="Communes">The rows of the matrix; those not yet born are among them and counted nowhere else.</param>
public sealed record RollUpAnswer(
    string Unit, DateOnly On, KnownAt KnownAt, string Set, string SetVersion, IReadOnlyList<string> AssessedBy, DateOnly Boundary,
    int Communes, decimal? Average, IReadOnlyList<AttainmentBand> Bands, IReadOnlyList<CriterionTally> ByCriterion, IReadOnlyList<RolledUpPart> Parts);

/// <param name="Unit">Directly under the unit asked about; null for the communes that lie under it themselves.</param>
/// <param name="Average">Sum of fulfilled ÷ communes, two decimals, half away from zero; null where none is counted.</param>
public sealed record RolledUpPart(
    string? Unit, string? Name, int Communes, decimal? Average, IReadOnlyList<AttainmentBand> Bands, IReadOnlyList<CriterionTally> ByCriterion);
