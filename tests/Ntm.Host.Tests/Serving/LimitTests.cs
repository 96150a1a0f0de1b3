using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Ntm.Testing;

namespace Ntm.Host.Tests.Serving;

/// <summary>What is too much is refused with a word for it, and nothing of it is recorded.</summary>
public sealed class LimitTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task An_address_with_more_parameters_than_any_question_has_is_not_taken_apart()
    {
        var answer = await host.Client.AskAsync("/api/units?" + string.Join('&', Enumerable.Repeat("on=1", 600)));
        Assert.Equal((HttpStatusCode)414, answer.Status);
        Assert.Equal(["address.too_many_parameters"], answer.Codes);
    }

    [Fact]
    public async Task An_address_or_headers_beyond_their_length_are_refused_by_the_server_itself()
    {
        Assert.Equal((HttpStatusCode)414, (await host.Client.AskAsync("/api/units?name=" + new string('a', 9_000))).Status);
        Assert.Equal((HttpStatusCode)431, (await host.Client.AskAsync("/api/units", ("X-Long", new string('a', 40_000)))).Status);
        Assert.Equal((HttpStatusCode)431, (await host.Client.AskAsync("/api/units",
            [.. Enumerable.Range(0, 80).Select(number => ($"X-Header-{number}", "a"))])).Status);
    }

    [Fact]
    public async Task A_list_far_larger_than_the_country_is_refused_before_it_is_read()
    {
        using var body = new ByteArrayContent(new byte[9 * 1024 * 1024]);
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/units/list?on=2020-01-01") { Content = body };
        request.Headers.ExpectContinue = true;
        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("body.too_large", text, StringComparison.Ordinal);
        Assert.Contains("8388608", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nthe end never comes")]
    [InlineData("--y\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--y--\r\n")]
    [InlineData("--x\r\nno header\r\n\r\n1\r\n--x--\r\n")]
    [InlineData("")]
    public async Task A_form_that_is_none_is_told_so(string form)
    {
        foreach (var page in (string[])["/tables", "/reports"])
        {
            using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(form));
            body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
            using var response = await host.Client.PostAsync(new Uri(page, UriKind.Relative), body);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_with_more_fields_than_any_page_has_is_refused()
    {
        using var form = new MultipartFormDataContent();
        for (var field = 0; field < 1_100; field++)
            form.Add(new StringContent("1"), $"field{field}");
        using var response = await host.Client.PostAsync(new Uri("/tables", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("form.invalid", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
