namespace Ntm.UnderFire.Tests.Asking;

/// <summary>A question that was answered with 200, and what the answer was.</summary>
/// <param name="Path">The question without its knowledge; ends with a parameter.</param>
/// <param name="Known">The knowledge as it was asked for: a sequence, an instant, or null for the newest.</param>
/// <param name="Sequence">What the answer says it speaks from.</param>
/// <param name="Body">SHA-256 of the body; the tag was the same.</param>
internal readonly record struct KeptAnswer(string Path, string? Known, long Sequence, string Body)
{
    /// <summary>The questions that must be answered with these bytes for ever.</summary>
    public IEnumerable<string> AskedAgain() => Known is null || Known == Text
        ? [Path + "&knownAt=" + Text]
        : [Path + "&knownAt=" + Text, Path + "&knownAt=" + Known];

    private string Text => FormattableString.Invariant($"{Sequence}");
}
