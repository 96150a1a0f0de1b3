using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ntm.Testing;

namespace Ntm.Host.Tests.Pages;

/// <summary>Each figure the overview shows is the one its JSON answers give.</summary>
public sealed partial class OverviewFiguresTests(DemoHost host) : IClassFixture<DemoHost>
{
    private const string Moment = "on=2018-12-31&knownAt=711&set=ntm-2016-2020";

    [Fact]
    public async Task The_cells_are_the_letters_of_the_matrix_and_lead_to_their_stories()
    {
        var page = await PageAsync($"/?unit=van-quan&{Moment}");
        var matrix = await AnswerAsync($"/api/units/van-quan/matrix?{Moment}");
        var cells = Cell().Matches(page).ToDictionary(
            match => (match.Groups["unit"].Value, Number(match.Groups["criterion"].Value)), match => match.Groups["letter"].Value);

        Assert.Equal(23 * 19, cells.Count);
        foreach (var commune in matrix["communes"]!.AsArray())
        {
            for (var criterion = 1; criterion <= 19; criterion++)
                Assert.Equal(commune!["status"]!.GetValue<string>()[criterion - 1].ToString(), cells[(commune["unit"]!.GetValue<string>(), criterion)]);
        }
    }

    [Fact]
    public async Task The_outlined_cells_are_the_targets_that_do_not_stand_and_those_past_their_deadline_are_marked()
    {
        var page = await PageAsync("/?unit=van-quan&on=2018-12-15&knownAt=711&set=ntm-2016-2020");
        var course = await AnswerAsync("/api/units/van-quan/course?on=2018-12-15&knownAt=711&set=ntm-2016-2020");
        var asked = course["targets"]!.AsArray().Where(target => target!["kind"]!.GetValue<string>() == "attain"
            ? target["state"]!.GetValue<string>() is "open" or "at_risk" or "missed" or "undone"
            : target["state"]!.GetValue<string>() == "broken" && target["status"]!.GetValue<string>() != "attained").ToList();
        var expected = asked.GroupBy(target => (target!["unit"]!.GetValue<string>(), target["criterion"]!.GetValue<int>()))
            .ToDictionary(group => group.Key, group => group.Any(target => string.CompareOrdinal(target!["due"]!.GetValue<string>(), "2018-12-15") < 0));
        var outlined = Cell().Matches(page).Where(match => match.Groups["class"].Value.Split(' ').Contains("target"))
            .ToDictionary(match => (match.Groups["unit"].Value, Number(match.Groups["criterion"].Value)), match => match.Groups["passed"].Success);

        Assert.NotEmpty(outlined);
        Assert.Contains(true, outlined.Values);
        Assert.Contains(false, outlined.Values);
        Assert.Equal(expected.OrderBy(cell => cell.Key).Select(cell => $"{cell.Key} {cell.Value}"), outlined.OrderBy(cell => cell.Key).Select(cell => $"{cell.Key} {cell.Value}"));
    }

    [Fact]
    public async Task Average_bands_and_counts_are_those_of_the_matrix()
    {
        var page = await PageAsync($"/?unit=van-quan&{Moment}");
        var matrix = await AnswerAsync($"/api/units/van-quan/matrix?{Moment}");

        Assert.Equal([matrix["average"]!.GetValue<decimal>().ToString("0.##", new CultureInfo("vi-VN")), "23"], Figure().Matches(page).Select(match => match.Groups["value"].Value));
        Assert.Equal(
            matrix["bands"]!.AsArray().Select(band => $"{band!["count"]!.GetValue<int>()} xã"), BandCount().Matches(page).Select(match => match.Groups["count"].Value));
        var counts = page[page.IndexOf("list counts", StringComparison.Ordinal)..];
        var rows = CountRow().Matches(counts).Select(match => string.Join(' ', Count().Matches(match.Value).Select(count => count.Groups["count"].Value)));
        Assert.Equal(
            matrix["byCriterion"]!.AsArray().Select(tally => string.Join(' ', new[] { "criterion", "A", "X", "L", "B", "N", "unassessed" }.Select(name => tally![name]!.GetValue<int>()))),
            rows);
    }

    [Fact]
    public async Task Each_month_of_the_course_is_what_the_matrix_of_its_day_says()
    {
        var course = await AnswerAsync($"/api/units/van-quan/course?{Moment}");
        var page = await PageAsync($"/?unit=van-quan&{Moment}");
        var targets = course["targets"]!.AsArray().Where(target => target!["kind"]!.GetValue<string>() == "attain"
            && target["due"]!.GetValue<string>().StartsWith("2018", StringComparison.Ordinal)
            && target["state"]!.GetValue<string>() is not ("withdrawn" or "not_applicable")).ToList();
        var months = course["months"]!.AsArray();

        Assert.Equal(13, months.Count);
        Assert.Equal(targets.Count, months[^1]!["due"]!.GetValue<int>());
        foreach (var month in months)
        {
            var day = month!["day"]!.GetValue<string>();
            var letters = (await AnswerAsync($"/api/units/van-quan/matrix?on={day}&knownAt=711&set=ntm-2016-2020"))["communes"]!.AsArray()
                .ToDictionary(commune => commune!["unit"]!.GetValue<string>(), commune => commune!["status"]!.GetValue<string>());
            Assert.Equal(
                targets.Count(target => letters[target!["unit"]!.GetValue<string>()][target["criterion"]!.GetValue<int>() - 1] == 'A'),
                month["attained"]!.GetValue<int>());
            Assert.Contains($"/?on={day}&amp;knownAt=711&amp;set=ntm-2016-2020&amp;unit=van-quan", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_map_of_another_day_is_asked_for_and_told()
    {
        var page = await PageAsync($"/?unit=van-quan&{Moment}&boundary=2025-07-01");

        Assert.Contains("trên bản đồ ngày <b>01/07/2025</b>", page, StringComparison.Ordinal);
        Assert.Contains("boundary=2025-07-01", page, StringComparison.Ordinal);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private async Task<string> PageAsync(string address)
    {
        var page = await host.Client.AskAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Text;
    }

    private async Task<JsonNode> AnswerAsync(string address)
    {
        var answer = await host.Client.AskAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Json;
    }

    [GeneratedRegex("""<td class="(?<class>cell [^"]*)"><a href="/units/(?<unit>[^?]+)\?[^#]*#criterion-(?<criterion>\d+)" title="[^"]*">(?<letter>[AXLBN-])(?<passed><b class="passed">!</b>)?</a></td>""")]
    private static partial Regex Cell();

    [GeneratedRegex("""<span class="value">(?<value>[^<]+)</span>""")]
    private static partial Regex Figure();

    [GeneratedRegex("""<span class="count">(?<count>[^<]+)</span>""")]
    private static partial Regex BandCount();

    [GeneratedRegex("""<tr>\s*<td class="number">.*?</tr>""", RegexOptions.Singleline)]
    private static partial Regex CountRow();

    [GeneratedRegex("""<td class="number">(?<count>\d+)</td>""")]
    private static partial Regex Count();
}
