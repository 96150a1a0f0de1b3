using System.Net;
using System.Text.RegularExpressions;
using Ntm.Domain.Access;
using Ntm.Domain.Interchange;
using Ntm.Testing;
using static Ntm.Testing.Said;

namespace Ntm.Host.Tests.Pages;

/// <summary>One entry: looked at in full, corrected and retracted with a reason, as a browser without script does it.</summary>
public sealed class EntryPageTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly RunningHost _host = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await TellAsync([.. Country, Attained(VanAn, Day(2018, 3, 1)).As(Id(10)), Attained(VanMong, Day(2018, 3, 1)).As(Id(11))]);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_correction_says_it_rightly_and_once()
    {
        var page = await _host.Client.GetStringAsync(new Uri($"/entries/{Id(10)}", UriKind.Relative));
        var filled = Inputs(page, "correct");
        filled["Form.Reason"] = "Nhập nhầm ngày";
        filled["f.effectiveOn"] = "2018-04-01";
        filled["f.type"] = "criterion_not_attained";
        filled["f.set"] = "ntm-2016-2020";
        filled["f.assessedBy"] = "province";
        var done = await SendAsync(_host.Client, Id(10), filled);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("Thay cho", WebUtility.HtmlDecode(done.Text), StringComparison.Ordinal);
        var count = await _host.Client.CountAsync();
        Assert.Equal(9, count);
        await SendAsync(_host.Client, Id(10), filled);
        Assert.Equal(count, await _host.Client.CountAsync());

        var told = (await _host.Client.AskAsync($"/api/entries/{Id(10)}")).Json;
        Assert.Equal("Nhập nhầm ngày", (string?)told["retraction"]!["reason"]);
        Assert.Equal(("criterion_not_attained", "2018-04-01"), ((string?)told["replacement"]!["type"], (string?)told["replacement"]!["effectiveOn"]));
        Assert.Equal(Id(10).ToString("D"), (string?)(await _host.Client.AskAsync($"/api/entries/{filled["Form.Instead"]}")).Json["replaces"]!["id"]);
        Assert.Null((await _host.Client.AskAsync($"/api/entries/{Id(10)}?knownAt=7")).Json["retraction"]);
    }

    [Fact]
    public async Task A_retraction_takes_it_back_and_a_wrong_document_is_told_beside_its_field()
    {
        var page = await _host.Client.GetStringAsync(new Uri($"/entries/{Id(11)}", UriKind.Relative));
        var filled = Inputs(page, "retract");
        filled["Form.Reason"] = "Ghi nhầm xã";
        filled["Form.BasisNumber"] = "9/BB";
        var refused = await SendAsync(_host.Client, Id(11), filled);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("field.missing", refused.Text, StringComparison.Ordinal);
        Assert.Equal(7, await _host.Client.CountAsync());

        filled["Form.BasisNumber"] = "";
        var done = await SendAsync(_host.Client, Id(11), filled);
        Assert.Contains("Đã rút lại bởi", WebUtility.HtmlDecode(done.Text), StringComparison.Ordinal);
        await SendAsync(_host.Client, Id(11), filled);
        Assert.Equal(8, await _host.Client.CountAsync());
    }

    [Fact]
    public async Task Who_may_not_take_it_back_is_told_so_and_finds_no_form()
    {
        var commune = await _host.ActAsAsync("can-bo-xa", new Office(Role.CommuneOfficer, VanMong));
        var page = await commune.AskAsync($"/entries/{Id(10)}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("name=\"Form.Reason\"", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/entries/nobody")]
    [InlineData("/entries/00000000-0000-4000-8000-00000000ffff")]
    [InlineData("/api/entries/nobody")]
    [InlineData("/api/entries/00000000-0000-4000-8000-000000000011?knownAt=2")]
    public async Task An_entry_the_record_does_not_have_is_not_found(string address)
    {
        var page = await _host.Client.AskAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("entry.unknown", page.Text, StringComparison.Ordinal);
    }

    private async Task TellAsync(Ntm.Domain.Entries.SubmittedLine[] lines)
    {
        var texts = lines.Select(line =>
        {
            var text = new System.Buffers.ArrayBufferWriter<byte>();
            LineWriter.WriteSaid(text, line.Id!.Value, line.Entry);
            return System.Text.Encoding.UTF8.GetString(text.WrittenSpan);
        });
        Assert.Equal(HttpStatusCode.Created, (await _host.Client.TellAsync([.. texts])).Status);
    }

    private static async Task<HttpAnswer> SendAsync(HttpClient client, Guid entry, Dictionary<string, string> filled)
    {
        using var form = new FormUrlEncodedContent(filled);
        var response = await client.PostAsync(new Uri($"/entries/{entry}", UriKind.Relative), form);
        return new HttpAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    // What a browser would send of that form; what is chosen from a list is filled in by the test.
    private static Dictionary<string, string> Inputs(string page, string form)
    {
        var from = page.IndexOf($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal);
        var start = page.LastIndexOf("<form", from, StringComparison.Ordinal);
        return Regex.Matches(page[start..page.IndexOf("</form>", from, StringComparison.Ordinal)], "<input[^>]*?name=\"([^\"]*)\"(?:[^>]*?value=\"([^\"]*)\")?")
            .ToDictionary(input => input.Groups[1].Value, input => WebUtility.HtmlDecode(input.Groups[2].Value));
    }
}
