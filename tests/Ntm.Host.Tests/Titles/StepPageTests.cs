using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ntm.Domain.Access;
using Ntm.Domain.Dossiers;
using Ntm.Testing;
using static Ntm.Host.Tests.Titles.ToldDossier;
using static Ntm.Testing.Said;

namespace Ntm.Host.Tests.Titles;

/// <summary>Preparing the next step of a dossier on its page, as a browser without script does.</summary>
public sealed class StepPageTests(ToldDossier told) : IClassFixture<ToldDossier>
{
    private const string Page = $"/units/van-quan.van-an/dossiers/step?dossier={DossierSteps.Dossier}";

    [Fact]
    public async Task A_recognition_is_refused_beside_its_condition_and_taken_once_the_condition_is_kept()
    {
        await told.RecordAsync(Text(LostLater(17), 301));
        var count = await told.Client.CountAsync();
        var granted = $"{Page}&step=granted&on=2018-10-15";

        var page = await told.Client.GetStringAsync(new Uri(granted, UriKind.Relative));
        Assert.Contains("1 trên 19 tiêu chí không đạt: 17 (mất).", page, StringComparison.Ordinal);
        var refused = await SendAsync(told.Client, granted, page);
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("<span class=\"problem\" role=\"alert\">1 trên 19 tiêu chí không đạt: 17 (mất). (2540/QĐ-TTg) <code>dossier.criteria_missing</code>", refused.Text, StringComparison.Ordinal);
        Assert.Equal(count, await told.Client.CountAsync());

        await told.RecordAsync($$"""{"type":"entry_retracted","unit":"van-quan.van-an","entry":"{{Id(301)}}","reason":"Nhập nhầm"}""");
        page = await told.Client.GetStringAsync(new Uri(granted, UriKind.Relative));
        var taken = await SendAsync(told.Client, granted, page);
        Assert.Contains("Hồ sơ nông thôn mới năm 2018", taken.Text, StringComparison.Ordinal);
        Assert.Equal(count + 2, await told.Client.CountAsync());

        // The same form once more.
        await SendAsync(told.Client, granted, page);
        Assert.Equal(count + 2, await told.Client.CountAsync());
        var dossier = (await told.Client.AskAsync($"/api/dossiers/{DossierSteps.Dossier}?on=2018-12-31")).Json;
        var step = dossier["steps"]!.AsArray()[^1]!;
        Assert.Equal(("granted", true, 19), ((string?)step["step"], (bool)step["restsOn"]!["isStored"]!, step["restsOn"]!["criteria"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_fact_is_recorded_whatever_rule_it_broke()
    {
        const string Address = "/units/van-quan.van-mong/dossiers/step?title=ntm&year=2018&step=granted&on=2018-12-20";
        var page = await told.Client.GetStringAsync(new Uri(Address, UriKind.Relative));
        var recorded = await SendAsync(told.Client, Address, page, ("BasisNumber", "9/QĐ-UBND"), ("BasisDate", "2018-12-20"), ("BasisIssuer", "UBND tỉnh Lạng Sơn"));
        Assert.Contains("dossier.step_skipped", recorded.Text, StringComparison.Ordinal);
        Assert.Equal("recognised", (string?)(await told.Client.AskAsync("/api/dossiers/van-quan.van-mong.ntm-2018")).Json["stage"]);
    }

    [Fact]
    public async Task What_is_typed_wrongly_is_told_beside_its_field()
    {
        const string Address = "/units/van-quan.van-mong/dossiers/step?title=ntm&year=2019&step=commune_voted&on=2019-03-01";
        var page = await told.Client.GetStringAsync(new Uri(Address, UriKind.Relative));
        var refused = await SendAsync(told.Client, Address, page, ("Members", "bốn"), ("Present", "38"), ("For", "37"), ("Against", "1"), ("BasisNumber", "9/QĐ-UBND"));
        Assert.Matches("<legend>Bỏ phiếu</legend>.*class=\"problem\"[^<]*<code>field.invalid</code>|field\\.invalid", refused.Text);
        Assert.Contains("value=\"bốn\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("field.missing", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_names_every_rule_with_where_it_stands()
    {
        var elsewhere = DossierSteps.Step(StepKind.Verified, ToldDossier.First, dossier: "van-quan.van-an.ntm-2019", year: 2019);
        var refused = await told.Client.TellAsync(Encoding.UTF8.GetBytes(Text(elsewhere, 70)), HttpQuestions.Ndjson, ("Accept-Language", "en"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["dossier.step_skipped", "dossier.year_ahead"], refused.Codes);
        Assert.All(refused.Json["errors"]!.AsArray(), error => Assert.EndsWith("(2540/QĐ-TTg)", (string?)error!["message"], StringComparison.Ordinal));
        Assert.StartsWith("Before “verified” the record does not have: registered, planned", (string?)refused.Json["errors"]![0]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_elsewhere_records_nothing()
    {
        using var form = new FormUrlEncodedContent([new("_handler", "step"), new("Form.Step", "granted")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await told.Client.PostAsync(new Uri($"{Page}&step=granted", UriKind.Relative), form)).StatusCode);
    }

    private static async Task<HttpAnswer> SendAsync(HttpClient client, string address, string page, params (string Field, string Value)[] fields)
    {
        var filled = Inputs(page);
        foreach (var (field, value) in fields)
            filled["Form." + field] = value;
        using var form = new FormUrlEncodedContent(filled);
        var response = await client.PostAsync(new Uri(address, UriKind.Relative), form);
        return new HttpAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    // What a browser would send of the form that records.
    private static Dictionary<string, string> Inputs(string page)
    {
        var form = page[page.IndexOf("class=\"question step\"", StringComparison.Ordinal)..];
        return Regex.Matches(form, "<input[^>]*?name=\"([^\"]*)\"(?:[^>]*?value=\"([^\"]*)\")?")
            .ToDictionary(input => input.Groups[1].Value, input => WebUtility.HtmlDecode(input.Groups[2].Value));
    }
}

/// <summary>Who is offered the page.</summary>
public sealed class StepPageAccessTests(ToldDossier told) : IClassFixture<ToldDossier>
{
    [Fact]
    public async Task An_office_that_may_not_take_the_step_is_told_so_instead_of_a_form()
    {
        const string Address = $"/units/van-quan.van-an/dossiers/step?dossier={DossierSteps.Dossier}&step=granted&on=2018-10-15";
        var province = await told.Host.ActAsAsync("van-phong-tinh", new Office(Role.CoordinationOffice, LangSon));
        var commune = await told.Host.ActAsAsync("can-bo-xa", new Office(Role.CommuneOfficer, VanAn));
        var administrator = await told.Host.ActAsAsync("quan-tri", new Office(Role.Administrator, null));

        Assert.Contains("class=\"question step\"", (await province.AskAsync(Address)).Text, StringComparison.Ordinal);
        var withheld = WebUtility.HtmlDecode((await commune.AskAsync(Address)).Text);
        Assert.Contains("Vai trò 'commune_officer' không ghi loại 'recognition_granted'.", withheld, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"question step\"", withheld, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.AskAsync(Address)).Status);
    }
}
