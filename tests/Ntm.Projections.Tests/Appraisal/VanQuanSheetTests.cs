using System.Runtime.CompilerServices;
using Ntm.Domain.Interchange;
using Ntm.Domain.Units;
using Ntm.Projections.Tests.Titles;
using Ntm.Testing;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Appraisal;

/// <summary>The sheets of Văn Quan as its sources have them: the files of data/van-quan, recorded in their order.</summary>
public sealed class VanQuanSheetTests
{
    private static readonly Lazy<Sheets> VanQuan2018 = new(() => Sheets.Of(
        [.. new[] { "units", "plan-2018", "findings-2018", "recognition-2018", "lineage" }.SelectMany(file => Read(file))]));

    // Its decision of 31/10/2018 is real; findings by the province are in no source at hand.
    [Fact]
    public void The_sheet_of_Van_An_after_its_recognition() => Verify("van-quan.van-an", Day(2018, 12, 31));

    [Theory]
    [InlineData(2018)]
    [InlineData(2021)]
    public void The_sheet_of_Xuan_Mai_on_either_side_of_its_end(int year) => Verify("van-quan.xuan-mai", Day(year, 6, 1), $"{year}");

    [Fact]
    public void The_sheet_of_a_commune_of_which_nothing_was_found()
    {
        var sheet = Sheets.Of(Country).Ask(VanMong, Day(2018, 12, 31))!;

        Assert.All(sheet.Criteria, criterion => Assert.Equal(("unassessed", 0, 0, (bool?)null), (criterion.Status, criterion.Periods.Count, criterion.Words.Count, criterion.InspectedBefore)));
        Assert.Equal((0, 0, 0, "none"), (sheet.Plans.Count, sheet.Dossiers.Count, sheet.Inspections.Count, sheet.Standing));
    }

    private static void Verify(string unit, DateOnly on, string? name = null, [CallerMemberName] string member = "", [CallerFilePath] string file = "") =>
        Snapshot.Verify(TitleJson.Write(VanQuan2018.Value.Ask(UnitId.Parse(unit), on, set: Catalog.Find(Set2016))!), "json", name, file, member);

    private static IEnumerable<Domain.Entries.SubmittedLine> Read(string file, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "data", "van-quan", file + ".ndjson");
        return File.ReadLines(path).Select(line => LineReader.Read(1, System.Text.Encoding.UTF8.GetBytes(line)).Submitted!);
    }
}
