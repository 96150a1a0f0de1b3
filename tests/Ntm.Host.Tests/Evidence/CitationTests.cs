using System.Net;
using Ntm.Testing;

namespace Ntm.Host.Tests.Evidence;

/// <summary>An entry may rest on a file that nobody has handed in: that is told, and never refused.</summary>
public sealed class CitationTests(TestCluster cluster)
{
    [Fact]
    public async Task Entries_name_their_files_whether_these_are_there_or_not()
    {
        await using var host = new RunningHost(cluster);
        await host.InitializeAsync();
        var file = SampleFiles.Pdf("dẫn");
        var (there, missing) = (SampleFiles.HashOf(file), new string('b', 64));
        Assert.Equal(HttpStatusCode.Created, (await host.Client.TellAsync(
            EvidenceDraft.Commune, EvidenceDraft.Finding(2, there, missing), EvidenceDraft.Finding(3, missing), EvidenceDraft.Finding(4, there, there))).Status);

        var before = await host.Client.AskAsync($"/api/evidence/{there}/citations");
        Assert.Null(before.Json["file"]);
        await host.Client.HandInAsync(file, "Biên bản.pdf");
        await host.Client.TellAsync($$"""{"type":"entry_retracted","unit":"van-quan.van-an","entry":"{{EvidenceDraft.Id(4)}}","reason":"Nhầm","id":"{{EvidenceDraft.Id(9)}}"}""");

        var after = await host.Client.AskAsync($"/api/evidence/{there}/citations");
        Assert.Equal("Biên bản.pdf", after.Json["file"]!["name"]!.GetValue<string>());
        Assert.Equal("local", after.Json["file"]!["deposits"]![0]!["actor"]!.GetValue<string>());
        Assert.Equal(["van-quan.van-an"], after.Json["units"]!.AsArray().Select(unit => unit!.GetValue<string>()));
        Assert.Equal([(2L, null), (4L, EvidenceDraft.Id(9))], after.Json["citations"]!.AsArray()
            .Select(citation => (citation!["sequence"]!.GetValue<long>(), citation["retractedBy"]?.GetValue<string>())));

        var other = await host.Client.AskAsync($"/api/evidence/{missing}/citations");
        Assert.Null(other.Json["file"]);
        Assert.Equal([2L, 3L], other.Json["citations"]!.AsArray().Select(citation => citation!["sequence"]!.GetValue<long>()));

        // A program that reads the record anew finds the same.
        await using var session = await host.OpenSessionAsync();
        await session.Live.RebuildAsync(TestContext.Current.CancellationToken);
        foreach (var hash in (string[])[there, missing])
        {
            Assert.True(Projections.Index.EvidenceHash.TryParse(hash, out var key));
            Assert.Equal(host.Session.Live.Index.Evidence.Of(key), session.Live.Index.Evidence.Of(key));
        }
    }

    [Fact]
    public async Task The_page_of_a_unit_links_files_and_says_which_are_not_there()
    {
        await using var host = new RunningHost(cluster);
        await host.InitializeAsync();
        var file = SampleFiles.Pdf("trang");
        var hash = SampleFiles.HashOf(file);
        await host.Client.TellAsync(EvidenceDraft.Commune, EvidenceDraft.Finding(2, hash));

        var before = await host.Client.GetStringAsync(new Uri("/units/van-quan.van-an", UriKind.Relative));
        Assert.Contains("chưa nộp tệp", before, StringComparison.Ordinal);
        Assert.DoesNotContain($"/api/evidence/{hash}", before, StringComparison.Ordinal);
        await host.Client.HandInAsync(file, "Biên bản.pdf");
        var after = await host.Client.GetStringAsync(new Uri("/units/van-quan.van-an", UriKind.Relative));
        Assert.Contains($"<a href=\"/api/evidence/{hash}\">Biên bản.pdf</a> (182 kB)", after, StringComparison.Ordinal);
        Assert.DoesNotContain("chưa nộp tệp", after, StringComparison.Ordinal);
    }
}
