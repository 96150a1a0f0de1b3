using System.Net;
using System.Text;
using Ntm.UnderFire.Tests.Asking;

namespace Ntm.UnderFire.Tests.Examining;

/// <summary>
/// Asks for every answer again, by its sequence and, where an instant was asked, by that instant: the same bytes, and the sequence the
/// instant names in the record as it stands.
/// </summary>
internal sealed class AnswersExamination(Run run, IReadOnlyList<long> stamps)
{
    private const int AtOnce = 8;

    private int _compared;

    /// <returns>How many answers were compared.</returns>
    public async Task<int> ExamineAsync(IEnumerable<KeptAnswer> answers)
    {
        await Parallel.ForEachAsync(
            answers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = run.Stopped }, async (kept, _) => await CompareAsync(kept));
        return _compared;
    }

    private async Task CompareAsync(KeptAnswer kept)
    {
        if (kept.Known?.EndsWith('Z') == true)
        {
            var named = UpTo(Stamp.Parse(kept.Known));
            Examined.Holds(named == kept.Sequence, () => $"{kept} was answered from {kept.Sequence}; the last entry stamped by then is {named}");
        }

        foreach (var question in kept.AskedAgain())
        {
            // Whichever host is asked.
            var host = run.Hosts[Interlocked.Increment(ref _compared) % run.Hosts.Count];
            using var response = await run.Client.GetAsync(new Uri(host.Address, question), run.Stopped);
            var body = await response.Content.ReadAsByteArrayAsync(run.Stopped);
            Examined.Holds(response.StatusCode == HttpStatusCode.OK, () => $"GET {question} was answered, and now: {(int)response.StatusCode} {Encoding.UTF8.GetString(body)}");
            var answer = Answer.Read(response, body);
            Examined.Holds(
                answer == new Answer(kept.Sequence, $"\"{kept.Body}\"", kept.Body), () => $"GET {question} was answered with {kept}, and now: {answer}\n{Encoding.UTF8.GetString(body)}");
        }
    }

    // The last sequence stamped at or before an instant.
    private int UpTo(long instant)
    {
        var (low, high) = (0, stamps.Count);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = stamps[middle - 1] <= instant ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
