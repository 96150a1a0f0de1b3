using System.Globalization;
using System.Text;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Host.Demo;
using Ntm.Host.Tests.Reading;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.CommuneStatus;
using Ntm.Projections.Index;
using Ntm.Projections.UnitList;
using Ntm.Testing;

namespace Ntm.Host.Tests.Demo;

/// <summary>Văn Quan through 2020, 2024 and 2025 as data/van-quan tells it: who lived, under which code, and what each of them held.</summary>
public sealed class LineageTests
{
    private static readonly UnitId VanQuan = UnitId.Parse("van-quan");
    private static readonly UnitId LangSon = UnitId.Parse("lang-son");
    private static readonly CriteriaSet Set2016 = RecordInMemory.Catalog.Find(new SetId("ntm-2016-2020"))!;

    private static readonly DateOnly[] Days =
    [
        new(2017, 6, 30), new(2018, 12, 31), new(2019, 12, 31), new(2020, 1, 1), new(2024, 11, 30), new(2024, 12, 1), new(2025, 6, 30), new(2025, 7, 1),
    ];

    private static readonly DateOnly OldMap = new(2018, 12, 31);
    private static readonly DateOnly MapOf2020 = new(2020, 1, 1);
    private static readonly DateOnly NewMap = new(2025, 7, 1);

    private static readonly RecordInMemory Record =
        RecordInMemory.Of(Encoding.UTF8.GetString(DemoRecord.Lines(synthetic: false)).Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static readonly RecordIndex Index = Record.Index;

    [Theory]
    [InlineData("2019-12-31", 23)]
    [InlineData("2020-01-01", 16)]
    [InlineData("2024-11-30", 16)]
    [InlineData("2024-12-01", 14)]
    [InlineData("2025-06-30", 14)]
    [InlineData("2025-07-01", 6)]
    public void The_communes_are_as_many_as_the_sources_count(string on, int communes) =>
        Assert.Equal(communes, Matrix(VanQuan, Day(on), Day(on)).Communes.Count);

    [Fact]
    public void Since_the_first_of_July_2025_the_communes_lie_under_the_province_and_the_districts_are_gone()
    {
        var units = UnitListReading.Answer(Index, LangSon, NewMap, Index.Position, null)!;

        Assert.Equal(
            ["lang-son.diem-he", "lang-son.khanh-khe", "lang-son.tan-doan", "lang-son.tri-le", "lang-son.van-quan", "lang-son.yen-phuc"],
            units.Select(unit => unit.Unit));
        Assert.All(units, unit => Assert.Equal(("commune", "lang-son"), (unit.Level, unit.Parent)));
    }

    // 06298 was Xuân Mai, which held 19 criteria; then Bình Phúc; then Yên Phúc.
    [Fact]
    public void Whoever_carries_the_code_of_Xuan_Mai_after_it_holds_nothing_of_what_it_held()
    {
        Assert.Equal(["van-quan.xuan-mai"], WithCode("06298", "2019-12-31"));
        Assert.Equal(["van-quan.binh-phuc"], WithCode("06298", "2020-01-01"));
        Assert.Equal(["lang-son.yen-phuc"], WithCode("06298", "2025-07-01"));
        Assert.Equal(19, Status("van-quan.xuan-mai", "2026-01-01").Attained);
        foreach (var on in Days)
        {
            Assert.All(["van-quan.binh-phuc", "van-quan.yen-phuc", "lang-son.yen-phuc"], unit => Assert.Equal(0, Status(unit, VietnamCalendar.Format(on)).Attained));
            foreach (var map in Days)
                Assert.All(Matrix(VanQuan, on, map).Communes.Where(row => row.Unit.EndsWith("binh-phuc", StringComparison.Ordinal)), row => Assert.Equal(new string('-', 19), row.Status));
        }
    }

    [Fact]
    public void No_code_is_carried_by_two_units_on_one_day() => Assert.All(Days, on =>
    {
        var codes = UnitListReading.Answer(Index, null, on, Index.Position, null)!.Select(unit => unit.Code).OfType<string>().ToList();
        Assert.Equal(codes.Distinct(), codes);
    });

    [Fact]
    public void What_became_of_the_ten_that_vanished_in_2020_is_not_known_and_not_guessed()
    {
        var vanished = Matrix(VanQuan, MapOf2020, OldMap).Communes.Where(row => row.Ended is not null).ToList();

        Assert.Equal(10, vanished.Count);
        Assert.All(vanished, row => Assert.Empty(row.Successors!));
        Assert.All(
            Matrix(VanQuan, OldMap, MapOf2020).Communes.Where(row => row.Parts is not null), born => Assert.Empty(born.Parts!));
    }

    [Fact]
    public void Every_fact_about_a_unit_says_where_it_comes_from_and_what_is_a_convention() => Assert.All(
        Record.Entries.Where(recorded => recorded.Entry is UnitEntry), recorded => Assert.True(recorded.Entry.Note?.Length > 40, recorded.Entry.ToString()));

    [Fact]
    public void The_four_communes_and_both_maps_from_2017_to_2025()
    {
        var text = new StringBuilder();
        foreach (var unit in (string[])["van-quan.van-an", "van-quan.xuan-mai", "van-quan.binh-phuc", "van-quan.diem-he", "lang-son.diem-he"])
        {
            text.Append(CultureInfo.InvariantCulture, $"{unit}\n");
            foreach (var on in Days)
                text.Append(CultureInfo.InvariantCulture, $"  {Told(unit, on)}\n");
        }

        foreach (var (name, map) in (ReadOnlySpan<(string, DateOnly)>)[("the map of 2018", OldMap), ("the map of 2020", MapOf2020), ("the map of 2025", NewMap)])
        {
            foreach (var on in (DateOnly[])[OldMap, MapOf2020, NewMap])
                text.Append(CultureInfo.InvariantCulture, $"van-quan on {on:yyyy-MM-dd} on {name}\n{Told(Matrix(VanQuan, on, map))}");
        }

        Snapshot.Verify(text.ToString());
    }

    private static string Told(string unit, DateOnly on)
    {
        var status = Status(unit, VietnamCalendar.Format(on));
        var code = Index.Register.Find(UnitId.Parse(unit))!.CodeOn(on, Index.Position) ?? "no code";
        var life = status.Exists ? "lives" : status.EndedOn is { } ended ? $"ended {ended:yyyy-MM-dd} -> [{string.Join(", ", status.Successors!)}]" : "not yet";
        return string.Create(CultureInfo.InvariantCulture, $"{on:yyyy-MM-dd} {life}; {code}; attained {status.Attained}");
    }

    private static string Told(MatrixAnswer matrix)
    {
        var text = new StringBuilder();
        foreach (var row in matrix.Communes)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {row.Status} {row.Unit}");
            if (row.Ended is { } ended)
                text.Append(CultureInfo.InvariantCulture, $", ended {ended:yyyy-MM-dd} -> [{string.Join(", ", row.Successors!)}]");
            if (row.Parts is { } parts)
                text.Append(CultureInfo.InvariantCulture, $", made of [{string.Join(", ", parts.Select(part => $"{part.Unit} {part.Status}"))}]");
            text.Append('\n');
        }

        var bands = string.Join(' ', matrix.Bands.Select(band => string.Create(CultureInfo.InvariantCulture, $"{band.From}-{band.To}:{band.Count}")));
        return text.Append(CultureInfo.InvariantCulture, $"  average {matrix.Average?.ToString(CultureInfo.InvariantCulture) ?? "none"}; {bands}\n").ToString();
    }

    private static IEnumerable<string> WithCode(string code, string on) =>
        UnitListReading.Answer(Index, null, Day(on), Index.Position, null)!.Where(unit => unit.Code == code).Select(unit => unit.Unit);

    private static StatusAnswer Status(string unit, string on) =>
        StatusReading.Answer(Index, UnitId.Parse(unit), Day(on), Index.Position, Set2016, AssessorSet.Official)!;

    private static MatrixAnswer Matrix(UnitId unit, DateOnly on, DateOnly map) =>
        MatrixReading.Answer(Index, unit, on, Index.Position, Set2016, AssessorSet.Official, map)!;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
