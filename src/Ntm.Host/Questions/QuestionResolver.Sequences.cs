using System.Globalization;

namespace Ntm.Host.Questions;

/// <summary>Which sequence a question speaks from.</summary>
public sealed partial class QuestionResolver
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private sealed record KnownSequence(long Sequence);

    private async Task<Resolved<KnownSequence>> ResolveSequenceAsync(
        string? knownAt, string? minSequence, CancellationToken cancellation, string parameter = "knownAt")
    {
        if (Given(minSequence) is { } waitedFor && await WaitForAsync(waitedFor, cancellation) is { } refusal)
            return refusal;
        if (Given(knownAt) is not { } asked)
            return new KnownSequence(await live.CatchUpToHeadAsync(cancellation));
        if (TryParseSequence(asked, out var sequence))
            return await AtSequenceAsync(sequence, parameter, cancellation);
        if (!TryParseInstant(asked, out var instant))
            return QuestionRefusals.KnownAtInvalid(parameter);

        if (await record.AnswerInstantAsync(instant, cancellation) is not { } answer)
            return QuestionRefusals.KnownAtInFuture(parameter);
        await live.CatchUpAsync(answer.Sequence, cancellation);
        return new KnownSequence(answer.Sequence);
    }

    private async Task<Resolved<KnownSequence>> AtSequenceAsync(long sequence, string parameter, CancellationToken cancellation)
    {
        // What the index holds was visible when it came in: no need to ask the database again.
        if (sequence > live.Index.Position)
        {
            var head = await live.CatchUpToHeadAsync(cancellation);
            if (sequence > head)
                return QuestionRefusals.UnknownSequence(sequence, head, parameter);
        }

        return new KnownSequence(sequence);
    }

    private async Task<QuestionRefusal?> WaitForAsync(string text, CancellationToken cancellation)
    {
        if (!TryParseSequence(text, out var sequence))
            return QuestionRefusals.MinSequenceInvalid();
        var started = time.GetTimestamp();
        while (sequence > live.Index.Position && await live.CatchUpToHeadAsync(cancellation) < sequence)
        {
            if (time.GetElapsedTime(started) >= LongestWait)
                return QuestionRefusals.MinSequenceNotReached(sequence);
            await Task.Delay(Glance, time, cancellation);
        }

        return null;
    }

    private static bool TryParseSequence(string text, out long sequence) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out sequence);

    // Without an offset an instant names none. A '+' that was not escaped arrives as a space.
    private static bool TryParseInstant(string text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        text.Replace(' ', '+'),
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"],
        CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant)
        && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-', ' ']) > text.IndexOf('T', StringComparison.Ordinal));
}
