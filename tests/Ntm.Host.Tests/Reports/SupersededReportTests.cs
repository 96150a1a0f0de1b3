using System.Net;
using System.Text.Json.Nodes;
using Ntm.Testing;

namespace Ntm.Host.Tests.Reports;

/// <summary>A report was right when it was handed in, and the record has learnt more since.</summary>
public sealed class SupersededReportTests(ReportHost host) : IClassFixture<ReportHost>
{
    [Fact]
    public async Task The_entries_that_make_it_another_are_named_with_the_cells_they_change_and_no_others()
    {
        var file = await host.WriteAsync("communes-by-criterion", "xlsx");
        await TellAsync(ReportSamples.Finding("lost", "van-quan.van-an", 4, "2019-02-01"));
        Assert.StartsWith("identical: ", (await host.RunAsync("verify", file)).Output, StringComparison.Ordinal);

        // Late papers: one about the year, one that changes nothing of it, and one that is taken back again.
        await TellAsync(ReportSamples.Finding("lost", "van-quan.van-an", 3, "2018-12-01"));
        await TellAsync(ReportSamples.Finding("attained", "cao-loc.hoa-cu", 1, "2018-12-02"));
        await TellAsync("""{"type":"unit_renamed","unit":"cao-loc.hoa-cu","name":"Hòa Cư Mới","effectiveOn":"2018-05-01"}""");
        var run = await host.RunAsync("verify", file);

        Assert.Equal(0, run.Exit);
        Assert.StartsWith("superseded: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("số 52 (criterion_lost, van-quan.van-an, ", run.Output, StringComparison.Ordinal);
        Assert.Contains("communes, van-quan.van-an, 3: 'A' → 'L'", run.Output, StringComparison.Ordinal);
        Assert.Contains("communes, van-quan.van-an, lost: (trống) → '3'", run.Output, StringComparison.Ordinal);
        Assert.Contains("số 54 (unit_renamed, cao-loc.hoa-cu, ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("số 51 ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("số 53 ", run.Output, StringComparison.Ordinal);

        var check = JsonNode.Parse((await host.RunAsync("verify", file, "--format", "json")).Output)!;
        Assert.Equal([52, 54], check["supersededBy"]!.AsArray().Select(entry => entry!["sequence"]!.GetValue<int>()));
        Assert.Equal("superseded", check["verdict"]!.GetValue<string>());
    }

    private async Task TellAsync(string line) => Assert.Equal(HttpStatusCode.Created, (await host.Client.TellAsync(line)).Status);
}
