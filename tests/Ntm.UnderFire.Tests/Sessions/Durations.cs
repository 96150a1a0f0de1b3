using System.Collections.Concurrent;
using System.Globalization;

namespace Ntm.UnderFire.Tests.Sessions;

/// <summary>How long each kind of request took, and everything that was no answer.</summary>
internal sealed class Durations
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _taken = new();
    private readonly ConcurrentQueue<string> _errors = new();

    public IReadOnlyCollection<string> Errors => _errors;

    public void Took(string kind, TimeSpan time) => _taken.GetOrAdd(kind, _ => []).Add(time.TotalMilliseconds);

    public void Failed(string kind, string why) => _errors.Enqueue($"{kind}: {why}");

    public override string ToString() => string.Join('\n', _taken.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => Line(kind.Key, [.. kind.Value.Order()]))
        .Append(Line("all", [.. _taken.Values.SelectMany(times => times).Order()])));

    private static string Line(string kind, double[] times) => times.Length == 0 ? $"{kind}: none" : string.Create(CultureInfo.InvariantCulture,
        $"{kind}: {times.Length} requests, p50 {At(times, 0.50):N1} ms, p99 {At(times, 0.99):N1} ms, longest {times[^1]:N0} ms");

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
