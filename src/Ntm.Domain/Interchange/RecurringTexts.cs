namespace Ntm.Domain.Interchange;

/// <summary>
/// Short texts read before: the lines of a file say the same names, units and offices over and over, and a string of its own for each of
/// them would be most of what reading allocates. It holds so many and no more whatever a file says: on its place a text displaces the one
/// before it. Thread-safe: a place is one reference, and what is found there is compared.
/// </summary>
public sealed class RecurringTexts
{
    /// <summary>What is longer seldom comes again.</summary>
    internal const int LongestLength = 64;

    private const int Places = 8 * 1024;

    private readonly string?[] _texts = new string?[Places];

    /// <summary>How many it holds.</summary>
    internal int Count => _texts.Count(text => text is not null);

    internal string Of(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestLength)
            return text.ToString();
        ref var place = ref _texts[string.GetHashCode(text, StringComparison.Ordinal) & (Places - 1)];
        if (Volatile.Read(ref place) is { } known && text.SequenceEqual(known))
            return known;
        var read = text.ToString();
        Volatile.Write(ref place, read);
        return read;
    }
}
