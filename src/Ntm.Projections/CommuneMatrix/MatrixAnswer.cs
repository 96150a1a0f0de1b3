using System.Text.Json.Serialization;

namespace Ntm.Projections.CommuneMatrix;

/// <summary>Communes × criteria of a unit, on a day, as known at a sequence, on the map of a day (docs/reference/http.md).</summary>
/// <param name="Average">Sum of fulfilled ÷ communes, two decimals, half away from zero; null where there is no commune.</param>
public sealed record MatrixAnswer(
    string Unit, DateOnly On, KnownAt KnownAt, string Set, string SetVersion, IReadOnlyList<string> AssessedBy, DateOnly Boundary,
    IReadOnlyList<CommuneRow> Communes, decimal? Average, IReadOnlyList<AttainmentBand> Bands, IReadOnlyList<CriterionTally> ByCriterion);

/// <param name="Status">A letter per criterion: A attained, X not attained, L lost, B basically met, N not applicable, - unassessed.</param>
/// <param name="Ended">The day the commune ended, where it had by then: the letters are its last day's, and it is counted.</param>
/// <param name="Parts">Of a commune not yet born on the day asked: what stood of the units it was later made from; it is not counted.</param>
public sealed record CommuneRow(
    string Unit, string? Name, int Attained, int Fulfilled, string Status, DateOnly? Ended, IReadOnlyList<string>? Successors,
    IReadOnlyList<PartOfCommune>? Parts);

public sealed record PartOfCommune(string Unit, string Status);

/// <summary>Nhóm xã: how many communes have that many criteria fulfilled, both ends included.</summary>
public sealed record AttainmentBand(int From, int To, int Count);

/// <summary>How many communes stand at each letter.</summary>
public sealed record CriterionTally(
    int Criterion,
    [property: JsonPropertyName("A")] int A,
    [property: JsonPropertyName("X")] int X,
    [property: JsonPropertyName("L")] int L,
    [property: JsonPropertyName("B")] int B,
    [property: JsonPropertyName("N")] int N,
    int Unassessed);
