using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Ntm.Testing;

namespace Ntm.Host.Tests.Pages;

/// <summary>More communes than a page shows at once: counted by part first, the communes of a part on demand.</summary>
public sealed partial class RolledUpOverviewTests(RunningHost host) : IClassFixture<RunningHost>, IAsyncLifetime
{
    private const string Moment = "on=2018-12-31&set=ntm-2016-2020";
    private const string Page = $"/?unit={WideProvince.Province}&{Moment}";

    public async ValueTask InitializeAsync()
    {
        if (await host.Client.CountAsync() == 0)
            Assert.Equal(HttpStatusCode.Created, (await host.Client.TellAsync(WideProvince.Lines())).Status);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_parts_are_those_of_the_answer_and_each_says_what_its_own_matrix_says()
    {
        var answer = (await host.Client.AskAsync($"/api/units/{WideProvince.Province}/roll-up?{Moment}")).Json;
        var rows = PartRow().Matches((await host.Client.AskAsync(Page)).Text).Select(match => match.Value).ToList();

        Assert.Equal(["rong.dong", "rong.tay", null], answer["parts"]!.AsArray().Select(part => part!["unit"]?.GetValue<string>()));
        Assert.Equal(3, rows.Count);
        foreach (var (part, row) in answer["parts"]!.AsArray().Zip(rows))
        {
            var bands = part!["bands"]!.AsArray().Select(band => band!["count"]!.GetValue<int>());
            var average = part["average"]!.GetValue<decimal>().ToString("0.00", new CultureInfo("vi-VN"));
            Assert.Equal([$"{part["communes"]!.GetValue<int>()}", average, .. bands.Select(count => $"{count}")], Figure().Matches(row).Select(match => match.Groups["figure"].Value));
            if (part["unit"] is not { } unit)
                continue;
            var matrix = (await host.Client.AskAsync($"/api/units/{unit.GetValue<string>()}/matrix?{Moment}")).Json;
            Assert.Equal(matrix["average"]!.ToJsonString(), part["average"]!.ToJsonString());
            Assert.Equal(matrix["bands"]!.ToJsonString(), part["bands"]!.ToJsonString());
            Assert.Equal(matrix["byCriterion"]!.ToJsonString(), part["byCriterion"]!.ToJsonString());
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("&open=rong.dong", WideProvince.OfEast)]
    [InlineData("&open=rong.tay", WideProvince.OfWest)]
    [InlineData("&open=rong", WideProvince.Direct)]
    [InlineData("&open=nobody", 0)]
    public async Task Rows_are_those_of_the_part_that_is_open(string open, int rows) =>
        Assert.Equal(rows, CommuneRow().Count((await host.Client.AskAsync(Page + open)).Text));

    [Fact]
    public async Task A_district_of_it_shows_every_commune_at_once()
    {
        var page = (await host.Client.AskAsync($"/?unit={WideProvince.Province}.dong&{Moment}")).Text;

        Assert.Equal(WideProvince.OfEast, CommuneRow().Count(page));
        Assert.Contains("không chỉ tiêu nào của các xã này đến hạn trong năm 2018", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("""<tr[^>]*>\s*<th scope="row">(?:(?!</tr>).)*class="opens".*?</tr>""", RegexOptions.Singleline)]
    private static partial Regex PartRow();

    [GeneratedRegex("""<td class="number[^"]*" data-label="[^"]*">(?<figure>[^<]+)</td>""")]
    private static partial Regex Figure();

    [GeneratedRegex("""<tr><th scope="row" class="commune"><a """)]
    private static partial Regex CommuneRow();
}
