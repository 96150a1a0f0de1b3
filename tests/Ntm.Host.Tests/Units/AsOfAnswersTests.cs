using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Ntm.Host.Recording;
using Ntm.Testing;

namespace Ntm.Host.Tests.Units;

/// <summary>What every answer on two clocks promises: headers, bytes, and why there is no answer.</summary>
public sealed class AsOfAnswersTests(DemoHost host) : IClassFixture<DemoHost>
{
    private const string Matrix = "/api/units/van-quan/matrix?on=2018-12-31&knownAt=334";

    [Fact]
    public async Task An_answer_names_its_sequence_and_its_bytes()
    {
        var answer = await host.Client.AskAsync(Matrix);
        var headers = answer.Response.Headers;
        Assert.Equal("334", headers.GetValues("Ntm-Sequence").Single());
        Assert.Equal(answer.Json["knownAt"]!["recordedAt"]!.GetValue<string>(), headers.GetValues("Ntm-Recorded-At").Single());
        Assert.Equal("3", headers.GetValues("Ntm-Format").Single());
        var hash = Convert.ToHexStringLower(SHA256.HashData(await answer.Response.Content.ReadAsByteArrayAsync()));
        Assert.Equal($"\"{hash}\"", headers.ETag!.Tag);
        Assert.False(headers.ETag.IsWeak);
    }

    [Fact]
    public async Task The_same_question_gets_the_same_bytes_after_more_was_recorded()
    {
        var before = await host.Client.AskAsync(Matrix);
        await host.Client.TellAsync("""{"type":"criterion_lost","unit":"van-quan.van-mong","set":"ntm-2016-2020","criterion":1,"assessedBy":"audit","effectiveOn":"2018-06-01"}""");
        var after = await host.Client.AskAsync(Matrix);
        Assert.Equal(before.Text, after.Text);
        Assert.Equal(before.Response.Headers.ETag, after.Response.Headers.ETag);
    }

    [Fact]
    public async Task A_compressed_answer_is_the_same_answer_under_its_own_tag()
    {
        var plain = await host.Client.AskAsync(Matrix);
        var compressed = await host.Client.AskAsync(Matrix, ("Accept-Encoding", "gzip"));
        Assert.Equal("gzip", compressed.Response.Content.Headers.ContentEncoding.Single());
        Assert.Equal(plain.Response.Headers.ETag!.Tag.TrimEnd('"') + "-gzip\"", compressed.Response.Headers.ETag!.Tag);
        Assert.Contains("Accept-Encoding", compressed.Response.Headers.Vary);
        await using var unzipped = new GZipStream(await compressed.Response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        Assert.Equal(plain.Text, await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task What_a_client_holds_already_is_not_sent_again()
    {
        var tag = (await host.Client.AskAsync(Matrix)).Response.Headers.ETag!.Tag;
        var again = await host.Client.AskAsync(Matrix, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Equal("", again.Text);
    }

    [Fact]
    public async Task An_answer_holds_no_text_that_depends_on_language() => Assert.Equal(
        (await host.Client.AskAsync(Matrix, ("Accept-Language", "en"))).Text, (await host.Client.AskAsync(Matrix, ("Accept-Language", "vi"))).Text);

    [Theory]
    [InlineData("on=2018-02-30", 422, "day.invalid")]
    [InlineData("on=31/12/2018", 422, "day.invalid")]
    [InlineData("on=2018-12-31&knownAt=1000000", 422, "known_at.unknown_sequence")]
    [InlineData("on=2018-12-31&knownAt=-1", 422, "known_at.invalid")]
    [InlineData("on=2018-12-31&knownAt=2358-12-31T00:00:00", 422, "known_at.invalid")]
    [InlineData("on=2018-12-31&knownAt=yesterday", 422, "known_at.invalid")]
    [InlineData("on=2018-12-31&knownAt=2999-01-01T00:00:00Z", 422, "known_at.in_future")]
    [InlineData("on=2018-12-31&set=ntm-2030", 422, "set.unknown")]
    [InlineData("on=2026-02-15", 422, "set.none_in_force")]
    [InlineData("on=2016-11-30", 422, "set.none_in_force")]
    [InlineData("on=2018-12-31&assessedBy=nobody", 422, "assessed_by.invalid")]
    [InlineData("on=2018-12-31&minSequence=x", 422, "min_sequence.invalid")]
    [InlineData("on=2018-12-31&knownat_=5", 422, "parameter.unknown")]
    [InlineData("on=2018-12-31&knownAt=0", 404, "unit.unknown")]
    [InlineData("on=2018-12-31&knownAt=1999-01-01T00:00:00%2B07:00", 404, "unit.unknown")]
    public async Task A_question_without_an_answer_says_why(string query, int status, string code)
    {
        var answer = await host.Client.AskAsync($"/api/units/van-quan/status?{query}");
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal([code], answer.Codes);
        Assert.Equal(code, answer.Json["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Where_no_set_is_in_force_the_sets_there_are_are_named()
    {
        var answer = await host.Client.AskAsync("/api/units/van-quan/matrix?on=2026-03-01");
        Assert.Equal(["ntm-2016-2020", "ntm-2021-2025"], answer.Json["sets"]!.AsArray().Select(set => set!.GetValue<string>()));
    }

    [Fact]
    public async Task An_instant_names_the_last_entry_stamped_by_then_and_is_answered_as_that_sequence()
    {
        var stamp = (await host.Client.AskAsync(Matrix)).Json["knownAt"]!["recordedAt"]!.GetValue<string>();
        var byInstant = await host.Client.AskAsync($"/api/units/van-quan/matrix?on=2018-12-31&knownAt={Uri.EscapeDataString(stamp)}");
        Assert.Equal("334", byInstant.Response.Headers.GetValues("Ntm-Sequence").Single());
        Assert.Equal((await host.Client.AskAsync(Matrix)).Text, byInstant.Text);
    }

    [Fact]
    public async Task A_sequence_that_does_not_come_is_waited_for_five_seconds()
    {
        var answer = await host.Client.AskAsync("/api/units/van-quan/status?on=2018-12-31&minSequence=1000000");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal(["min_sequence.not_reached"], answer.Codes);
    }

    [Fact]
    public async Task A_sequence_that_comes_from_another_program_meanwhile_is_waited_for()
    {
        var head = (await host.Client.AskAsync("/api/units/van-quan/status?on=2018-12-31")).Json["knownAt"]!["sequence"]!.GetValue<long>();
        var waiting = host.Client.AskAsync($"/api/units/van-quan/status?on=2018-12-31&knownAt={head + 1}&minSequence={head + 1}");
        await using (var other = await host.OpenSessionAsync())
        {
            using var line = new MemoryStream("""{"type":"debt_declared","unit":"van-quan.van-mong","amount":1,"effectiveOn":"2018-01-01"}"""u8.ToArray());
            var batch = await BatchReader.ReadLinesAsync(line, CancellationToken.None);
            await other.Recorder.RecordAsync(batch.Lines, new("test", null, "test", null), new Dictionary<string, long>(), CancellationToken.None);
        }

        Assert.Equal(HttpStatusCode.OK, (await waiting).Status);
    }

    [Fact]
    public async Task Units_are_found_without_their_tone_marks()
    {
        foreach (var name in (string[])["hòa", "hoà", "HOA", "hoa binh"])
        {
            var answer = await host.Client.AskAsync($"/api/units?under=van-quan&on=2018-12-31&name={Uri.EscapeDataString(name)}");
            Assert.Equal("Hòa Bình", answer.Json.AsArray().Single()!["name"]!.GetValue<string>());
        }

        Assert.Equal(["van-quan.dai-an", "van-quan.dong-giap", "van-quan.tan-doan"],
            (await host.Client.AskAsync("/api/units?under=van-quan&on=2018-12-31&name=%C4%91")).Json.AsArray().Select(unit => unit!["unit"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_real_plan_leaves_only_two_communes_with_findings()
    {
        var real = JsonNode.Parse((await host.Client.AskAsync("/api/units/van-quan/matrix?on=2018-12-31&knownAt=235")).Text)!;
        var held = real["communes"]!.AsArray().Where(row => row!["attained"]!.GetValue<int>() > 0).ToList();
        Assert.Equal(["van-quan.trang-phai", "van-quan.xuan-mai"], held.Select(row => row!["unit"]!.GetValue<string>()));
        Assert.All(held, row => Assert.Equal(new string('A', 19), row!["status"]!.GetValue<string>()));
        Assert.Equal(23, real["communes"]!.AsArray().Count);
        Assert.Equal(1.65m, real["average"]!.GetValue<decimal>());
    }
}
