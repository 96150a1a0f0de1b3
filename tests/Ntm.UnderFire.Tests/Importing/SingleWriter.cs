using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Ntm.UnderFire.Tests.Saying;

namespace Ntm.UnderFire.Tests.Importing;

/// <summary>An officer at work while the file is imported: one entry after the other, each waited for.</summary>
internal sealed class SingleWriter(Uri host, int seed)
{
    /// <summary>A unit nobody else speaks of.</summary>
    public const string Unit = "xa-rieng";

    private const int Writer = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly List<double> _waited = [];

    public int Entries { get; private set; }

    /// <summary>Milliseconds, sorted when it has ended.</summary>
    public IReadOnlyList<double> Waited => _waited;

    public async Task WriteAsync(CancellationToken enough)
    {
        using var client = new HttpClient { BaseAddress = host };
        await SendAsync(client, $$"""{"type":"unit_established","unit":"{{Unit}}","name":"Xã riêng","level":"commune","effectiveOn":"2010-01-01"}""");
        while (!enough.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            await SendAsync(client, string.Create(CultureInfo.InvariantCulture,
                $$"""{"type":"criterion_attained","id":"{{LineId.Of(seed, Writer, Entries)}}","unit":"{{Unit}}","effectiveOn":"2019-01-01","set":"ntm-2016-2020","criterion":{{1 + (Entries % 19)}},"assessedBy":"province"}"""));
            _waited.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(Pause, CancellationToken.None);
        }

        _waited.Sort();
    }

    public double Percentile(double share) => _waited[(int)Math.Min(_waited.Count - 1, _waited.Count * share)];

    private async Task SendAsync(HttpClient client, string line)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(line));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var response = await client.PostAsync(new Uri("/api/entries", UriKind.Relative), content);
        Assert.True(response.StatusCode == HttpStatusCode.Created, $"{line}\ngot {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        Entries++;
    }
}
