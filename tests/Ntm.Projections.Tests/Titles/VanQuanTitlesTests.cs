using System.Runtime.CompilerServices;
using Ntm.Domain.Interchange;
using Ntm.Domain.Units;
using Ntm.Projections.Index;
using Ntm.Projections.Titles;
using Ntm.Testing;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Titles;

/// <summary>The titles of Văn Quan as its sources have them: the files of data/van-quan, recorded in their order.</summary>
public sealed class VanQuanTitlesTests
{
    private static readonly Lazy<RecordIndex> Recorded = new(() => IndexOf([.. new[] { "units", "plan-2018", "findings-2018", "recognition-2018", "lineage" }.SelectMany(file => Read(file))]));

    [Theory]
    [InlineData("van-quan.van-an", 2019)]
    [InlineData("van-quan.van-an", 2023)]
    public void The_title_of_Van_An(string unit, int year) => Snapshot.Verify(Ask(unit, Day(year, 6, 1)), "json", $"{year}");

    // The plan of 2018 calls it recognised; the decision is in no source at hand, so none is recorded and none is made up.
    [Theory]
    [InlineData("van-quan.xuan-mai", 2019)]
    [InlineData("van-quan.xuan-mai", 2021)]
    public void Xuan_Mai_across_its_end(string unit, int year) => Snapshot.Verify(Ask(unit, Day(year, 6, 1)), "json", $"{year}");

    [Fact]
    public void Who_carries_the_code_of_Van_An_has_nothing_of_its_title()
    {
        var answer = TitlesReading.Answer(Recorded.Value, UnitId.Parse("van-quan.diem-he"), Day(2021, 6, 1), Recorded.Value.Position, Catalog)!;

        Assert.Equal(("none", 0), (answer.Standing, answer.Titles.Count));
    }

    private static string Ask(string unit, DateOnly on) =>
        TitleJson.Write(TitlesReading.Answer(Recorded.Value, UnitId.Parse(unit), on, Recorded.Value.Position, Catalog)!);

    private static IEnumerable<Domain.Entries.SubmittedLine> Read(string file, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "data", "van-quan", file + ".ndjson");
        return File.ReadLines(path).Select(line => LineReader.Read(1, System.Text.Encoding.UTF8.GetBytes(line)).Submitted!);
    }
}
