using Ntm.Domain.Criteria;

namespace Ntm.Domain.Tests.Criteria;

public sealed class CriteriaCatalogTests
{
    private static readonly CriteriaCatalog Catalog = CriteriaCatalog.Shipped();

    private static readonly SetId Set2016 = new("ntm-2016-2020");
    private static readonly SetId Set2021 = new("ntm-2021-2025");

    [Fact]
    public void The_program_knows_two_sets_oldest_first() => Assert.Equal([Set2016, Set2021], Catalog.Sets.Select(set => set.Id));

    [Theory]
    [InlineData("ntm-2016-2020", 49)]
    [InlineData("ntm-2021-2025", 57)]
    public void Each_has_nineteen_criteria_and_its_indicators(string id, int indicators)
    {
        var set = Catalog.Find(new SetId(id))!;

        Assert.Equal(Enumerable.Range(1, 19), set.Criteria.Select(criterion => criterion.Number));
        Assert.Equal(indicators, set.Criteria.Sum(criterion => criterion.Indicators.Count));
        Assert.All(set.Criteria, criterion => Assert.Equal(
            Enumerable.Range(1, criterion.Indicators.Count).Select(place => $"{criterion.Number}.{place}"),
            criterion.Indicators.Select(indicator => indicator.Id)));
    }

    [Theory]
    [InlineData("ntm-2016-2020", "1980/QĐ-TTg", "2016-10-17")]
    [InlineData("ntm-2021-2025", "318/QĐ-TTg", "2022-03-08")]
    public void Each_names_the_decision_it_comes_from(string id, string number, string date)
    {
        var decision = Catalog.Find(new SetId(id))!.Decision;

        Assert.Equal((number, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), "Thủ tướng Chính phủ"), (decision.Number, decision.Date, decision.Issuer));
    }

    [Theory]
    [InlineData(2016, 11, 30, null)]
    [InlineData(2016, 12, 1, "ntm-2016-2020")]
    [InlineData(2022, 3, 7, "ntm-2016-2020")]
    [InlineData(2022, 3, 8, "ntm-2021-2025")]
    [InlineData(2026, 2, 14, "ntm-2021-2025")]
    [InlineData(2026, 2, 15, null)]
    public void One_set_is_in_force_on_a_day_or_none(int year, int month, int day, string? id) =>
        Assert.Equal(id, Catalog.InForceOn(new DateOnly(year, month, day))?.Id.Value);

    [Fact]
    public void A_set_nobody_issued_is_not_found() => Assert.Null(Catalog.Find(new SetId("ntm-2010-2015")));

    [Theory]
    [InlineData("ntm-2016-2020")]
    [InlineData("ntm-2021-2025")]
    public void Everything_has_a_name_in_both_languages_and_a_group(string id)
    {
        var set = Catalog.Find(new SetId(id))!;
        IsBilingual(set.Title);
        Assert.All(set.Groups, group => IsBilingual(group.Name));
        Assert.All(set.Criteria, criterion =>
        {
            IsBilingual(criterion.Name);
            Assert.Contains(criterion.Group, set.Groups.Select(group => group.Id));
            Assert.All(criterion.Indicators, indicator => IsBilingual(indicator.Text));
        });
    }

    [Fact]
    public void Criteria_are_called_as_the_decisions_call_them()
    {
        Assert.Equal("Quy hoạch", Name(Set2016, 1));
        Assert.Equal("Giao thông", Name(Set2016, 2));
        Assert.Equal("Trường học", Name(Set2016, 5));
        Assert.Equal("Thu nhập", Name(Set2016, 10));
        Assert.Equal("Quy hoạch", Name(Set2021, 1));
        Assert.Equal("Thu nhập", Name(Set2021, 10));
    }

    private static string Name(SetId set, int criterion) => Catalog.Find(set)!.Criteria[criterion - 1].Name.Vietnamese;

    private static void IsBilingual(BilingualText text)
    {
        Assert.False(string.IsNullOrWhiteSpace(text.Vietnamese));
        Assert.False(string.IsNullOrWhiteSpace(text.English));
        Assert.Equal(text.Vietnamese.Normalize(), text.Vietnamese);
    }
}
