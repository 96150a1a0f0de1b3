using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.Index;
using Ntm.Projections.RollUp;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests;

public sealed class RollUpReadingTests
{
    private static readonly DateOnly Found2018 = Day(2018, 6, 30);
    private static readonly UnitId BaSon = UnitId.Parse("cao-loc.ba-son");
    private static readonly UnitId Direct = UnitId.Parse("lang-son.xa-truc-thuoc");

    [Fact]
    public void A_part_says_what_its_own_matrix_says()
    {
        var index = IndexOf([
            .. Country, Established(BaSon, under: CaoLoc), Attained(VanAn, Found2018), Attained(VanAn, Found2018, 6), Lost(VanMong, Found2018),
            Attained(BaSon, Found2018),
        ]);
        var rolledUp = Ask(index, LangSon, Found2018);

        Assert.Equal(["cao-loc", "van-quan"], rolledUp.Parts.Select(part => part.Unit));
        foreach (var part in rolledUp.Parts)
        {
            var own = Matrix(index, UnitId.Parse(part.Unit!), Found2018);
            Assert.Equal((own.Communes.Count, own.Average), (part.Communes, part.Average));
            Assert.Equal(own.Bands, part.Bands);
            Assert.Equal(own.ByCriterion, part.ByCriterion);
        }

        Assert.Equal(1.00m, rolledUp.Parts[1].Average);
    }

    [Fact]
    public void Communes_directly_under_the_unit_stand_last_without_a_part()
    {
        var rolledUp = Ask(IndexOf([.. Country, Established(Direct, under: LangSon)]), LangSon, Found2018);

        Assert.Equal([("van-quan", 2), (null, 1)], rolledUp.Parts.Select(part => (part.Unit, part.Communes)));
        Assert.Equal(3, rolledUp.Communes);
    }

    [Fact]
    public void A_commune_that_went_to_another_district_is_counted_where_it_lies_on_the_map_asked()
    {
        var index = IndexOf([.. Country, Reparented(VanMong, Day(2019, 1, 1), CaoLoc)]);

        Assert.Equal([("van-quan", 2)], Ask(index, LangSon, Found2018).Parts.Select(part => (part.Unit, part.Communes)));
        Assert.Equal([("cao-loc", 1), ("van-quan", 1)], Ask(index, LangSon, Found2018, boundary: Day(2019, 1, 1)).Parts.Select(part => (part.Unit, part.Communes)));
    }

    private static RollUpAnswer Ask(RecordIndex index, UnitId unit, DateOnly on, DateOnly? boundary = null) =>
        RollUpReading.Answer(index, Matrix(index, unit, on, boundary), Criteria2016);

    private static MatrixAnswer Matrix(RecordIndex index, UnitId unit, DateOnly on, DateOnly? boundary = null) =>
        MatrixReading.Answer(index, unit, on, index.Position, Criteria2016, AssessorSet.Official, boundary ?? on)!;
}
