using System.Net;
using System.Text;
using Ntm.Testing;

namespace Ntm.Host.Tests.Entries;

/// <summary>What cannot be read is refused with its place and leaves nothing behind.</summary>
public sealed class RefusedBodiesTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Good = """{"type":"unit_established","unit":"lang-son","name":"Lạng Sơn","level":"province","effectiveOn":"2010-01-01"}""";

    public static TheoryData<string, string, int, string> BadLines() => new()
    {
        { "not JSON", "{\"type\":", 400, "json.invalid" },
        { "words", "xin chào", 400, "json.invalid" },
        { "two objects on a line", Good + Good, 400, "json.invalid" },
        { "a list", "[1,2]", 422, "line.not_object" },
        { "a number", "7", 422, "line.not_object" },
        { "an unknown type", """{"type":"unit_invented","unit":"a"}""", 422, "type.unknown" },
        { "no type", """{"unit":"a"}""", 422, "field.missing" },
        { "an unknown field", Good.Replace("\"level\"", "\"colour\":\"red\",\"level\"", StringComparison.Ordinal), 422, "field.unknown" },
        { "a misspelt field", Good.Replace("\"name\"", "\"nane\"", StringComparison.Ordinal), 422, "field.missing" },
        { "a field twice", Good.Replace("\"level\"", "\"name\":\"x\",\"level\"", StringComparison.Ordinal), 422, "field.repeated" },
        { "a day that does not exist", Good.Replace("2010-01-01", "2018-02-30", StringComparison.Ordinal), 422, "field.invalid" },
        { "a day with a time", Good.Replace("2010-01-01", "2018-02-03T00:00:00Z", StringComparison.Ordinal), 422, "field.invalid" },
        { "a Vietnamese day", Good.Replace("2010-01-01", "03/02/2018", StringComparison.Ordinal), 422, "field.invalid" },
        { "an escaped NUL", Good.Replace("Lạng Sơn", "Lạng\\u0000Sơn", StringComparison.Ordinal), 422, "text.nul" },
        { "a raw NUL", Good.Replace("Lạng Sơn", "Lạng\0Sơn", StringComparison.Ordinal), 400, "json.invalid" },
        { "half a surrogate pair", Good.Replace("Lạng Sơn", "\\ud800", StringComparison.Ordinal), 422, "field.invalid" },
        { "a name of spaces", Good.Replace("Lạng Sơn", "  ", StringComparison.Ordinal), 422, "field.invalid" },
        { "an identity in capitals", Good.Replace("\"lang-son\"", "\"Lang-Son\"", StringComparison.Ordinal), 422, "field.invalid" },
        { "an id that is no UUID", Good.Replace("\"level\"", "\"id\":\"7\",\"level\"", StringComparison.Ordinal), 422, "field.invalid" },
        { "a nil id", Good.Replace("\"level\"", "\"id\":\"00000000-0000-0000-0000-000000000000\",\"level\"", StringComparison.Ordinal), 422, "field.invalid" },
        { "seventy levels of lists", """{"type":"plan_issued","content":""" + new string('[', 70) + new string(']', 70) + "}", 422, "json.too_deep" },
        { "a retraction with a day", """{"type":"entry_retracted","unit":"a","entry":"00000000-0000-4000-8000-000000000001","reason":"x","effectiveOn":"2018-01-01"}""", 422, "field.not_allowed" },
    };

    [Theory]
    [MemberData(nameof(BadLines))]
    public async Task A_line_that_cannot_be_read_is_refused_with_its_place(string what, string line, int status, string code)
    {
        var before = await host.Client.CountAsync();
        var answer = await host.Client.TellAsync(Good, line);

        Assert.True((int)answer.Status == status, $"{what}: {answer.Text}");
        Assert.Contains(code, answer.Codes);
        Assert.All(answer.Json["errors"]!.AsArray(), error => Assert.Equal(2, error!["line"]!.GetValue<int>()));
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(before, await host.Client.CountAsync());
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        var answer = await host.Client.TellAsync([.. "{\"type\":\"unit_renamed\",\"name\":\""u8, 0xC4, 0x28, .. "\"}"u8], HttpQuestions.Ndjson);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["text.not_utf8"], answer.Codes);
    }

    [Fact]
    public async Task A_line_of_ten_megabytes_is_refused_and_the_lines_before_it_are_not_recorded()
    {
        var before = await host.Client.CountAsync();
        var answer = await host.Client.TellAsync(Good, Good.Replace("Lạng Sơn", new string('a', 10 * 1024 * 1024), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(["line.too_long"], answer.Codes);
        Assert.Equal(2, answer.Json["errors"]![0]!["line"]!.GetValue<int>());
        Assert.Equal(before, await host.Client.CountAsync());
    }

    [Fact]
    public async Task Ten_thousand_and_one_lines_are_refused()
    {
        var answer = await host.Client.TellAsync([.. Enumerable.Repeat(Good, 10_001)]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(["batch.too_long"], answer.Codes);
        Assert.Equal(10_001, answer.Json["errors"]![0]!["line"]!.GetValue<int>());
    }

    [Fact]
    public async Task Lines_that_cannot_be_read_count_as_lines()
    {
        Assert.Equal(["batch.too_long"], (await host.Client.TellAsync(["{}", .. Enumerable.Repeat(Good, 10_000)])).Codes);
        Assert.Equal(["batch.too_long"], (await host.Client.TellAsync([.. Enumerable.Repeat("{}", 10_500)])).Codes);
    }

    [Fact]
    public async Task A_line_that_grows_beyond_the_limit_when_it_is_stored_is_refused()
    {
        // U+1D160 is three letters once composed.
        var answer = await host.Client.TellAsync(Good.Replace("Lạng Sơn", string.Concat(Enumerable.Repeat("\U0001D160", 200_000)), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(["line.too_long"], answer.Codes);
    }

    [Fact]
    public async Task A_stranger_s_name_for_this_machine_is_not_answered()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Client.AskAsync("/api/units", ("Host", "evil.example"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.AskAsync("/api/units", ("Host", "localhost:80"))).Status);
    }

    [Fact]
    public async Task A_body_larger_than_the_limit_is_refused_before_it_is_read()
    {
        var answer = await host.Client.TellAsync(new byte[65 * 1024 * 1024], HttpQuestions.Ndjson, ("Expect", "100-continue"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(["body.too_large"], answer.Codes);
    }

    [Fact]
    public async Task A_body_of_another_media_type_is_refused()
    {
        var answer = await host.Client.TellAsync(Encoding.UTF8.GetBytes(Good), "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
        Assert.Equal(["body.media_type"], answer.Codes);
    }

    [Theory]
    [InlineData("vi", "Thiếu trường bắt buộc 'type'.")]
    [InlineData("en-GB,en;q=0.9,vi;q=0.1", "The required field 'type' is missing.")]
    [InlineData("fr", "Thiếu trường bắt buộc 'type'.")]
    public async Task Sentences_are_in_the_language_asked_for_and_Vietnamese_otherwise(string language, string sentence)
    {
        var answer = await host.Client.TellAsync("{}"u8.ToArray(), "application/json", ("Accept-Language", language));
        Assert.Equal(sentence, answer.Json["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_fault_of_a_batch_is_reported_at_once()
    {
        var answer = await host.Client.TellAsync(
            """{"type":"unit_renamed","unit":"nobody","name":"Không ai","effectiveOn":"2018-01-01"}""",
            """{"type":"unit_renamed","unit":"nobody","effectiveOn":"2018-13-01","surplus":1}""",
            "not json");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["field.invalid", "field.missing", "field.unknown", "json.invalid"], answer.Codes.Order());
    }
}
