using System.Net;
using Ntm.Testing;

namespace Ntm.Host.Tests.Pages;

public sealed class EmptyRecordPageTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task An_empty_record_tells_a_newcomer_how_to_begin()
    {
        var page = await host.Client.AskAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Sổ chưa có đơn vị nào", page.Text, StringComparison.Ordinal);
        Assert.Contains("./ntm demo", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_record_answers_at_sequence_nought()
    {
        var answer = await host.Client.AskAsync("/api/units?on=2018-01-01");
        Assert.Equal("[]", answer.Text);
        Assert.Equal("0", answer.Response.Headers.GetValues("Ntm-Sequence").Single());
        Assert.False(answer.Response.Headers.Contains("Ntm-Recorded-At"));
    }
}
