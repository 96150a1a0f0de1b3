using System.Net;
using System.Net.Sockets;
using System.Text;
using Ntm.EventStore.Evidence;
using Ntm.Testing;

namespace Ntm.Host.Tests.Evidence;

/// <summary>What is not taken leaves nothing behind.</summary>
public sealed class RefusedFilesTests(RunningHost host) : IClassFixture<RunningHost>, IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => Assert.Empty(await host.Session.Evidence.ReadAllAsync(CancellationToken.None).ToListAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_page_is_refused_whatever_it_is_called()
    {
        var answer = await host.Client.HandInAsync("<html><script>x()</script>"u8.ToArray(), "biên bản.pdf", "application/pdf");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["evidence.type_unknown"], answer.Codes);
    }

    [Fact]
    public async Task Nothing_is_refused()
    {
        var answer = await host.Client.HandInAsync([], "trống.pdf");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["evidence.empty"], answer.Codes);
    }

    [Fact]
    public async Task A_file_one_byte_too_large_is_refused_also_where_its_length_is_not_told()
    {
        var file = SampleFiles.PdfOf((int)EvidenceStore.MostBytes + 1);
        using var announced = new ByteArrayContent(file);
        host.Client.DefaultRequestHeaders.ExpectContinue = true;
        var answer = await host.Client.HandInAsync(announced);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(["evidence.too_large"], answer.Codes);

        using var inPieces = new StreamContent(new Unmeasured(file));
        answer = await host.Client.HandInAsync(inPieces);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(["evidence.too_large"], answer.Codes);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        using var line = new TcpClient();
        await line.ConnectAsync("127.0.0.1", host.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /api/evidence HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n"), TestContext.Current.CancellationToken);
        await stream.WriteAsync(SampleFiles.PdfOf(500_000), TestContext.Current.CancellationToken);
        line.Client.LingerState = new LingerOption(true, 0);
        line.Close();
        Assert.Equal(HttpStatusCode.OK, (await host.Client.AskAsync("/healthz")).Status);
        Assert.Empty(Directory.EnumerateFiles(Path.GetTempPath(), "ntm-evidence-*"));
    }

    // A stream that does not tell how long it is goes in pieces.
    private sealed class Unmeasured(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
