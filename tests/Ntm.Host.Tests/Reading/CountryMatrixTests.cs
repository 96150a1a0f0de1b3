using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Host.Demo.Country;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.Index;

namespace Ntm.Host.Tests.Reading;

/// <summary>The matrix of all there is.</summary>
public sealed class CountryMatrixTests
{
    private static readonly CriteriaCatalog Catalog = CriteriaCatalog.Shipped();

    [Fact]
    public void The_matrix_of_a_country_is_that_of_its_provinces_put_together()
    {
        var index = new RecordIndex();
        index.Apply(new SyntheticCountry(Catalog, CountrySize.At(0.05m)).Record());
        var (set, on, knownAt) = (Catalog.Sets[^1], new DateOnly(2024, 6, 30), index.Position - 4_000);
        MatrixAnswer Matrix(UnitId unit) => MatrixReading.Answer(index, unit, on, knownAt, set, AssessorSet.All, on)!;

        var country = Matrix(UnitId.Parse(SyntheticCountry.Root));
        var provinces = index.Map.Under(UnitId.Parse(SyntheticCountry.Root), on, knownAt)
            .Where(unit => unit.ParentOn(on, knownAt) == UnitId.Parse(SyntheticCountry.Root)).Select(unit => Matrix(unit.Unit)).ToList();

        Assert.InRange(country.Communes.Count, 400, 500);
        Assert.Equal(
            provinces.SelectMany(province => province.Communes).OrderBy(row => row.Unit, StringComparer.Ordinal).Select(row => (row.Unit, row.Name, row.Status, row.Fulfilled)),
            country.Communes.Select(row => (row.Unit, row.Name, row.Status, row.Fulfilled)));
        Assert.Equal(
            country.Bands.Select((_, place) => provinces.Sum(province => province.Bands[place].Count)), country.Bands.Select(band => band.Count));
        Assert.Equal(
            country.ByCriterion.Select((_, place) => provinces.Sum(province => province.ByCriterion[place].A)), country.ByCriterion.Select(tally => tally.A));
        Assert.Equal(Math.Round((decimal)country.Communes.Sum(row => row.Fulfilled) / country.Communes.Count, 2, MidpointRounding.AwayFromZero), country.Average);
    }
}
