using System.Net;
using Ntm.EventStore.Append;
using Ntm.EventStore.Evidence;
using Ntm.Host.Evidence;
using Ntm.Testing;

namespace Ntm.Host.Tests.Evidence;

public sealed class SharedEvidenceTests(TestCluster cluster)
{
    [Fact]
    public async Task Hosts_that_take_the_same_file_at_once_end_with_one_copy_and_know_who_handed_it_in()
    {
        await using var host = new RunningHost(cluster);
        await host.InitializeAsync();
        await using var other = await host.OpenSessionAsync();
        var file = SampleFiles.PdfOf(2_000_000);
        EvidenceDesk[] desks = [new(host.Session.Evidence, host.Session.Record, host.Session.Live, () => host.Session.Questions.Today), new(other.Evidence, other.Record, other.Live, () => other.Questions.Today)];

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(
            () => desks[number % 2].ReceiveAsync(new MemoryStream(file), "a.pdf", new Act($"office-{number}", null, "test", null), CancellationToken.None))));

        Assert.Single(answers, answer => !answer.Value!.Repeated);
        var stored = Assert.Single(await other.Evidence.ReadAllAsync(CancellationToken.None).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(8, (await other.Evidence.DepositsAsync(stored.Sha256, CancellationToken.None).ToListAsync(TestContext.Current.CancellationToken)).DistinctBy(use => use.Actor).Count());
        await using var content = other.Evidence.Read(stored);
        using var read = new MemoryStream();
        await content.CopyToAsync(read, TestContext.Current.CancellationToken);
        Assert.Equal(file, read.ToArray());
    }

    [Fact]
    public async Task The_largest_file_is_taken_and_given_back()
    {
        await using var host = new RunningHost(cluster);
        await host.InitializeAsync();
        var file = SampleFiles.PdfOf((int)EvidenceStore.MostBytes);
        var answer = await host.Client.HandInAsync(file, "bản đồ.pdf");
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        using var response = await host.Client.GetAsync(new Uri($"/api/evidence/{SampleFiles.HashOf(file)}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.Equal(SampleFiles.HashOf(file), Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(body, TestContext.Current.CancellationToken)));
    }
}
