using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ntm.Testing;

namespace Ntm.UnderFire.Tests.Sessions;

/// <summary>Somebody with a browser or a program: a connection of his own, one request after the other, and time to look at each answer.</summary>
internal sealed class Session : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(1) };
    private readonly Durations _durations;
    private readonly Random _dice;

    /// <param name="token">The account it acts as.</param>
    public Session(int number, Uri host, string token, int seed, Durations durations)
    {
        (_durations, _dice) = (durations, new Random(HashCode.Combine(seed, number)));
        _client.BaseAddress = host;
        _client.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    /// <summary>Asks for everything some times over, so that what a program does once when it is first asked is no part of a measure.</summary>
    public async Task WarmUpAsync(IReadOnlyList<string> units)
    {
        for (var question = 0; question < 300; question++)
            using (await _client.GetAsync(new Uri(Question(units).Path, UriKind.Relative)))
            {
            }
    }

    /// <summary>Asks until it is told to stop.</summary>
    public Task ReadAsync(IReadOnlyList<string> units, CancellationToken stop) => UntilStoppedAsync(async () =>
    {
        var (kind, path) = Question(units);
        await TimedAsync(kind, () => _client.GetAsync(new Uri(path, UriKind.Relative), CancellationToken.None));
    }, stop);

    /// <summary>Records until it is told to stop.</summary>
    /// <returns>How many entries it was told are recorded.</returns>
    public async Task<int> WriteAsync(IReadOnlyList<string> units, CancellationToken stop)
    {
        var recorded = 0;
        await UntilStoppedAsync(async () =>
        {
            var count = 1 + _dice.Next(4);
            using var lines = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, count).Select(_ => Finding(units)))));
            lines.Headers.TryAddWithoutValidation("Content-Type", HttpQuestions.Ndjson);
            if (await TimedAsync("record", () => _client.PostAsync(new Uri("/api/entries", UriKind.Relative), lines, CancellationToken.None)))
                recorded += count;
        }, stop);
        return recorded;
    }

    public void Dispose() => _client.Dispose();

    private async Task UntilStoppedAsync(Func<Task> deed, CancellationToken stop)
    {
        try
        {
            await Task.Delay(_dice.Next((int)Crowd.Arrives.TotalMilliseconds), stop);
            while (!stop.IsCancellationRequested)
            {
                await deed();
                await Task.Delay(_dice.Next(Crowd.Thinks.Least, Crowd.Thinks.Most), stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It was thinking.
        }
    }

    private async Task<bool> TimedAsync(string kind, Func<Task<HttpResponseMessage>> ask)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var response = await ask();
            var text = await response.Content.ReadAsStringAsync();
            _durations.Took(kind, Stopwatch.GetElapsedTime(began));
            if (response.IsSuccessStatusCode)
                return true;
            _durations.Failed(kind, $"{(int)response.StatusCode} {response.RequestMessage?.RequestUri}: {text[..Math.Min(text.Length, 300)]}");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            _durations.Failed(kind, fault.Message);
        }

        return false;
    }

    private (string Kind, string Path) Question(IReadOnlyList<string> units)
    {
        var unit = units[_dice.Next(units.Count)];
        return _dice.Next(10) switch
        {
            0 => ("page of the overview", $"/?unit=van-quan&on={Day()}"),
            1 => ("page of a unit", $"/units/{unit}?on={Day()}&set=ntm-2016-2020"),
            2 => ("page of plans", "/plans"),
            3 => ("matrix", $"/api/units/van-quan/matrix?on={Day()}"),
            4 => ("history", $"/api/units/{unit}/history"),
            5 => ("workbook", $"/api/units/van-quan/reports/bands?on={Day()}&format=xlsx"),
            6 => ("feed", string.Create(CultureInfo.InvariantCulture, $"/api/entries?after={_dice.Next(700)}&limit=50")),
            _ => ("status", $"/api/units/{unit}/status?on={Day()}"),
        };
    }

    private string Finding(IReadOnlyList<string> units) =>
        $$"""{"id":"{{Guid.NewGuid()}}","type":"criterion_attained","unit":"{{units[_dice.Next(units.Count)]}}","effectiveOn":"{{Day()}}","set":"ntm-2016-2020","criterion":{{1 + _dice.Next(19)}},"assessedBy":"province"}""";

    // In the first set, before any of the communes ends.
    private string Day() => new DateOnly(2017, 1, 1).AddDays(_dice.Next(1_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
