using System.Net;
using Ntm.Testing;

namespace Ntm.Host.Tests.Plans;

/// <summary>A plan of the record held against itself, over HTTP and on its page.</summary>
public sealed class PlanCheckHttpTests(TestCluster cluster) : IAsyncLifetime
{
    private const string VanQuan = "van-quan.15-kh-ubnd-2018";

    private readonly DemoHost _demo = new(cluster);

    public ValueTask InitializeAsync() => _demo.InitializeAsync();

    public ValueTask DisposeAsync() => _demo.DisposeAsync();

    [Fact]
    public async Task The_answer_is_as_of_and_has_what_is_found_and_what_agrees()
    {
        var answer = await _demo.Client.AskAsync($"/api/plans/{VanQuan}/check");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(answer.Json["findings"]!.AsArray(), finding =>
            (string)finding!["rule"]! == "target_uncounted" && (string?)finding["unit"] == "van-quan.van-mong" && (int?)finding["criterion"] == 3);
        Assert.NotEmpty(answer.Json["agreements"]!.AsArray());
        Assert.True(answer.Response.Headers.Contains("Ntm-Sequence"));
        Assert.NotNull(answer.Response.Headers.ETag);
    }

    [Fact]
    public async Task The_same_question_has_the_same_bytes_in_every_language()
    {
        var sequence = (long)(await _demo.Client.AskAsync($"/api/plans/{VanQuan}/check")).Json["knownAt"]!["sequence"]!;
        var first = await _demo.Client.AskAsync($"/api/plans/{VanQuan}/check?knownAt={sequence}");
        var second = await _demo.Client.AskAsync($"/api/plans/{VanQuan}/check?knownAt={sequence}", ("Accept-Language", "en"));

        Assert.Equal(first.Text, second.Text);
    }

    [Fact]
    public async Task A_plan_nobody_knows_is_not_found()
    {
        var answer = await _demo.Client.AskAsync("/api/plans/van-quan.khong-co/check");
        Assert.Equal((HttpStatusCode.NotFound, "plan.unknown"), (answer.Status, answer.Codes[0]));
        Assert.Equal(HttpStatusCode.NotFound, (await _demo.Client.AskAsync($"/api/plans/{VanQuan}/check?knownAt=0")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _demo.Client.AskAsync("/plans/van-quan.khong-co/check")).Status);
        Assert.Equal("parameter.unknown", (await _demo.Client.AskAsync($"/api/plans/{VanQuan}/check?on=2018-01-01")).Codes[0]);
    }

    [Fact]
    public async Task The_page_shows_both_with_the_plans_own_words()
    {
        var page = await _demo.Client.AskAsync($"/plans/{VanQuan}/check");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Mâu thuẫn (11)", page.Text, StringComparison.Ordinal);
        Assert.Contains("<blockquote>Phân đầu thêm 5 xã đạt tiêu chí (Yên Phúc, Tràng Các, Lương Năng, Phú Mỹ, Hữu Lễ).</blockquote>", page.Text, StringComparison.Ordinal);
        Assert.Contains("Khớp nhau (", page.Text, StringComparison.Ordinal);
    }
}
