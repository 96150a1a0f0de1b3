using System.Net;
using System.Text.RegularExpressions;
using Ntm.Domain.Access;
using Ntm.Domain.Units;
using Ntm.Testing;
using static Ntm.Testing.Said;

namespace Ntm.Host.Tests.Inspections;

/// <summary>Inspections on pages, as a browser without scripts records them.</summary>
public sealed partial class InspectionPageTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Page = "/units/van-quan.van-an/inspections";

    private readonly RunningHost _host = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.Client.TellAsync([.. Country.Select(line => InspectedCommune.Text(line.Entry, 0))]);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_inspection_goes_from_its_schedule_to_its_follow_up_on_one_page()
    {
        Assert.Contains("sổ chưa ghi lịch hay lần kiểm tra nào", (await _host.Client.AskAsync(Page)).Text, StringComparison.Ordinal);

        await RecordedAsync("inspection_scheduled", "schedule", ("On", "2018-05-25"), ("DueBy", "2018-06-30"), ("Team", "Đoàn huyện"), ("Criteria", "5, 17"));
        var schedule = (string?)(await InspectionsAsync())["inspections"]![0]!["schedule"];
        await RecordedAsync("inspection_postponed", "postpone", ("On", "2018-06-20"), ("Schedule", schedule!), ("DueBy", "2018-07-31"));
        await RecordedAsync("inspection_held", "hold",
            [("On", "2018-07-20"), ("Team", "Đoàn huyện"), ("Schedule", schedule!), .. Rows, ("Rows[4].Looked", "true"), ("Rows[16].Conclusion", "chưa đạt"), ("Rows[16].RemedyBy", "2018-09-30")]);
        var held = (string?)(await InspectionsAsync())["inspections"]![0]!["held"];
        await RecordedAsync("remedy_done", "remedy", ("On", "2018-09-20"), ("Remark", $"{held}/17"), ("Reason", "Đã xây hố rác"));
        await RecordedAsync("follow_up_held", "follow-up", ("On", "2018-10-05"), ("Remark", $"{held}/17"), ("Team", "Đoàn huyện"), ("Verdict", "closed"));

        var answer = await InspectionsAsync();
        Assert.Equal(("held", "closed"), ((string?)answer["inspections"]![0]!["state"], (string?)answer["remedies"]![0]!["state"]));
        Assert.Equal([17, 5], answer["inspections"]![0]!["inspected"]!.AsArray().Select(looked => (int)looked!["criterion"]!));
        Snapshot.Verify(Made().Replace((await _host.Client.AskAsync($"{Page}?on=2018-12-31")).Text, "…"), "html");
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_written_stays()
    {
        var refused = await SendAsync("inspection_scheduled", "schedule", ("On", "2018-05-25"), ("DueBy", "ngày mai"), ("Team", "Đoàn huyện"), ("Criteria", "5, hai mươi, 20"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("field.invalid", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Đoàn huyện\"", refused.Text, StringComparison.Ordinal);
        Assert.Matches("name=\"Form.DueBy\"[^>]*>\\s*<span class=\"hint wrong\">", refused.Text);
        Assert.Matches("name=\"Form.Criteria\"[^>]*>\\s*<span class=\"hint wrong\">", refused.Text);
        Assert.Empty((await InspectionsAsync())["inspections"]!.AsArray());
    }

    [Fact]
    public async Task A_row_with_a_day_but_no_conclusion_is_told_in_its_row()
    {
        var refused = await SendAsync("inspection_held", "hold", [("On", "2018-07-20"), ("Team", "Đoàn huyện"), .. Rows, ("Rows[16].RemedyBy", "2018-09-30")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Matches("name=\"Form.Rows\\[16\\].Conclusion\"[^>]*>\\s*<span class=\"hint wrong\">", refused.Text);
        Assert.Contains("value=\"2018-09-30\"", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_is_recorded_once()
    {
        var id = Guid.NewGuid().ToString();
        await RecordedAsync("inspection_scheduled", "schedule", ("Id", id), ("On", "2018-05-25"), ("DueBy", "2018-06-30"));
        await RecordedAsync("inspection_scheduled", "schedule", ("Id", id), ("On", "2018-05-25"), ("DueBy", "2018-06-30"));

        Assert.Single((await InspectionsAsync())["inspections"]!.AsArray());
    }

    [Fact]
    public async Task Nothing_else_is_recorded_by_these_forms()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync("unit_dissolved", "schedule", ("On", "2018-05-25"))).Status);
        Assert.Equal(Country.Length, await _host.Client.CountAsync());
    }

    [Fact]
    public async Task A_form_without_its_token_is_not_taken()
    {
        using var content = new FormUrlEncodedContent([new("_handler", "schedule"), new("Form.Type", "inspection_scheduled"), new("Form.DueBy", "2018-06-30")]);
        using var answer = await _host.Client.PostAsync(new Uri(Page, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty((await InspectionsAsync())["inspections"]!.AsArray());
    }

    [Fact]
    public async Task Forms_are_shown_to_those_whose_role_records_them()
    {
        var officer = await _host.ActAsAsync("xa-van-an", new Office(Role.CommuneOfficer, UnitId.Parse("van-quan.van-an")));
        var team = await _host.ActAsAsync("doan-tham-tra", new Office(Role.VerificationTeam, VanQuan));

        Assert.DoesNotContain("Lên lịch kiểm tra", (await officer.AskAsync(Page)).Text, StringComparison.Ordinal);
        Assert.Contains("Lên lịch kiểm tra", (await team.AskAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_leads_to_the_units_and_says_when_there_is_nothing()
    {
        await RecordedAsync("inspection_scheduled", "schedule", ("On", "2018-05-25"), ("DueBy", "2018-06-30"));

        var overdue = (await _host.Client.AskAsync("/inspections?under=van-quan&state=overdue&on=2018-07-05")).Text;
        Assert.Contains("href=\"/units/van-quan.van-an/inspections\"", overdue, StringComparison.Ordinal);
        Assert.Contains("quá hạn (5 ngày)", overdue, StringComparison.Ordinal);
        Assert.Contains("Không có gì để xem", (await _host.Client.AskAsync("/inspections?under=van-quan&state=held&on=2018-07-05")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.AskAsync("/inspections?under=khong-co")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.AskAsync("/units/khong-co/inspections")).Status);
    }

    // As the page has them: every criterion of the set.
    private static IEnumerable<(string Field, string Value)> Rows => Enumerable.Range(0, 19).Select(place => ($"Rows[{place}].Criterion", $"{place + 1}"));

    private async Task<System.Text.Json.Nodes.JsonNode> InspectionsAsync() => (await _host.Client.AskAsync("/api/units/van-quan.van-an/inspections?on=2018-12-31")).Json;

    private async Task RecordedAsync(string type, string form, params (string Field, string Value)[] fields)
    {
        var answer = await SendAsync(type, form, fields);
        Assert.True(answer.Status is HttpStatusCode.Redirect or HttpStatusCode.Found || answer.Text.Contains("Đã ghi vào sổ", StringComparison.Ordinal), answer.Text);
    }

    private async Task<HttpAnswer> SendAsync(string type, string form, params (string Field, string Value)[] fields)
    {
        var page = (await _host.Client.AskAsync(Page)).Text;
        using var content = new FormUrlEncodedContent(
        [
            new("_handler", form), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value), new("Form.Type", type), new("Form.Set", Set2016.Value),
            .. fields.Select(field => new KeyValuePair<string, string>($"Form.{field.Field}", field.Value)),
        ]);
        using var answer = await _host.Client.PostAsync(new Uri(Page, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return new HttpAnswer(answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), answer);
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex Token();

    // Ids, tokens, today and sequence times are of the run.
    [GeneratedRegex("(?<=__RequestVerificationToken\" value=\")[^\"]*|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=name=\"Form.On\" value=\")[0-9-]{10}")]
    private static partial Regex Made();
}
