using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Ntm.UnderFire.Tests.Saying;

/// <summary>
/// A client: sends its lines in batches of all sizes, and a batch whose answer is lost or put off again, with the same ids, until it is
/// answered. Now and then it sends again what was answered already.
/// </summary>
internal sealed class Writer(Run run, int writer)
{
    private readonly WhatIsSaid _said = new(run.Seed, run.Scale.Each);
    private readonly Random _dice = new(unchecked(run.Seed + (writer * 7919)));

    public async Task WriteAllAsync()
    {
        for (var next = 0; next < run.Scale.Each && !run.Stopped.IsCancellationRequested;)
        {
            var batch = Batch.Of(_said, run.Seed, writer, next, run.Scale.Each, Size());
            var places = await SendAsync(batch);
            run.Acknowledged.Take(writer, batch.First, places);
            next += batch.Entries;
            if (_dice.Next(50) == 0)
                await SendAgainAsync(batch, places);
        }
    }

    private int Size() => _dice.Next(10) switch
    {
        < 3 => 1,
        < 7 => _dice.Next(2, 21),
        _ => _dice.Next(21, 201),
    };

    private async Task SendAgainAsync(Batch batch, IReadOnlyList<(long Sequence, long Stamp)> before)
    {
        run.Tally.SentAgain();
        var places = await SendAsync(batch);
        run.Check(places.SequenceEqual(before), () => $"{LineId.Of(run.Seed, writer, batch.First)} was at {before[0]} and is at {places[0]}");
    }

    private async Task<IReadOnlyList<(long Sequence, long Stamp)>> SendAsync(Batch batch)
    {
        for (var attempt = writer; ; attempt++)
        {
            run.Stopped.ThrowIfCancellationRequested();
            // With several hosts: at another one, where the first may have recorded it already.
            if (await TrySendAsync(batch, run.Hosts[attempt % run.Hosts.Count].Address) is { } places)
                return places;
            await Task.Delay(TimeSpan.FromMilliseconds(_dice.Next(20, 200)), run.Stopped);
        }
    }

    private async Task<IReadOnlyList<(long Sequence, long Stamp)>?> TrySendAsync(Batch batch, Uri host)
    {
        try
        {
            using var content = new ByteArrayContent(batch.Body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
            using var response = await run.Client.PostAsync(new Uri(host, "/api/entries"), content, run.Stopped);
            var answer = await response.Content.ReadAsByteArrayAsync(run.Stopped);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                run.Tally.PutOff();
                return null;
            }

            if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created)
            {
                var (places, wrong) = batch.Read(answer, response.StatusCode == HttpStatusCode.Created);
                run.Check(wrong is null, () => wrong!);
                return places;
            }

            run.Wrong($"the batch of {LineId.Of(run.Seed, writer, batch.First)} got {(int)response.StatusCode} {Encoding.UTF8.GetString(answer)}");
            return null;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !run.Stopped.IsCancellationRequested))
        {
            run.Tally.AnswerLost();
            return null;
        }
    }
}
