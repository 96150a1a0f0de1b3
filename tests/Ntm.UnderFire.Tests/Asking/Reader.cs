using System.Globalization;
using System.Net;
using System.Text;
using Ntm.UnderFire.Tests.Saying;

namespace Ntm.UnderFire.Tests.Asking;

/// <summary>Asks for statuses, matrices and lists of units for as long as there is writing, and keeps every answer.</summary>
internal sealed class Reader(Run run, int number)
{
    private static readonly DateOnly First = new(2016, 12, 20);

    private readonly Random _dice = new(unchecked(run.Seed + 104_729 + (number * 7919)));

    public List<KeptAnswer> Kept { get; } = [];

    /// <summary>Answers given for an instant at which a foreign transaction was open.</summary>
    public int InsideHeld { get; private set; }

    public async Task AskAllAsync()
    {
        for (var attempt = number; !run.AllWritten; attempt++)
        {
            var asked = AskedKnowledge.Throw(run, _dice);
            var path = Path();
            if (!await TryAskAsync(path, asked, run.Hosts[attempt % run.Hosts.Count].Address))
                run.Tally.Unanswered();
            await Task.Delay(TimeSpan.FromMilliseconds(_dice.Next(run.Scale.LongestPause / 6, run.Scale.LongestPause)), run.Stopped);
        }
    }

    private string Path()
    {
        var on = First.AddDays(_dice.Next(1850)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var assessors = _dice.Next(3) switch { 0 => "&assessedBy=all", 1 => "&assessedBy=province,audit", _ => "" };
        return _dice.Next(10) switch
        {
            < 5 => $"/api/units/{Country.Commune(_dice.Next())}/status?on={on}{assessors}",
            < 8 => $"/api/units/{Country.District(_dice.Next(4))}/matrix?on={on}{assessors}",
            8 => $"/api/units/{Country.Province}/matrix?on={on}{assessors}",
            _ => $"/api/units?on={on}&under={Country.District(_dice.Next(4))}",
        };
    }

    private async Task<bool> TryAskAsync(string path, AskedKnowledge asked, Uri host)
    {
        // Both taken before the question is sent: what was acknowledged by then must be seen, what had come by then is no future.
        var (now, acknowledged) = (Stamp.Of(Run.Now), run.Acknowledged.Newest);
        var question = path + (asked.Known is null ? "" : "&knownAt=" + asked.Known)
            + (asked.Awaited is { } awaited ? FormattableString.Invariant($"&minSequence={awaited}") : "");
        if (asked.InsideHeld)
            run.Held.Asked();
        try
        {
            using var response = await run.Client.GetAsync(new Uri(host, question), run.Stopped);
            var body = await response.Content.ReadAsByteArrayAsync(run.Stopped);
            switch (response.StatusCode)
            {
                case HttpStatusCode.OK:
                    Keep(path, asked, Answer.Read(response, body), acknowledged, question);
                    return true;
                case HttpStatusCode.ServiceUnavailable:
                    return false;
                case HttpStatusCode.UnprocessableEntity when asked.Instant > now && Encoding.UTF8.GetString(body).Contains("known_at.in_future", StringComparison.Ordinal):
                    return false;
                default:
                    run.Wrong($"GET {question} got {(int)response.StatusCode} {Encoding.UTF8.GetString(body)}");
                    return false;
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !run.Stopped.IsCancellationRequested))
        {
            return false;
        }
    }

    private void Keep(string path, AskedKnowledge asked, Answer answer, long acknowledged, string question)
    {
        run.Check(answer.Tag == $"\"{answer.Body}\"", () => $"GET {question}: the tag is {answer.Tag}, the body's hash {answer.Body}");
        run.Check(asked.Known is not null || answer.Sequence >= acknowledged,
            () => $"GET {question}: {acknowledged} was acknowledged before it was asked, and it was answered from {answer.Sequence}");
        InsideHeld += asked.InsideHeld ? 1 : 0;
        Kept.Add(new KeptAnswer(path, asked.Known, answer.Sequence, answer.Body));
    }
}
