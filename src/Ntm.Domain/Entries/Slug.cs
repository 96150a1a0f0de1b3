namespace Ntm.Domain.Entries;

/// <summary>The form of every identity people choose: <c>[a-z0-9]+([-.][a-z0-9]+)*</c>, at most <see cref="MaxLength"/> letters, compared ordinally.</summary>
internal static class Slug
{
    /// <summary>Identities name streams, and an index of PostgreSQL holds keys of up to a third of a page.</summary>
    internal const int MaxLength = 1000;

    // Written by hand: identities are read on every line of every import, and a pattern of one class and two separators needs no engine.
    internal static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
            return false;
        var afterSeparator = true;
        foreach (var letter in text)
        {
            var separator = letter is '-' or '.';
            if (separator ? afterSeparator : letter is not ((>= 'a' and <= 'z') or (>= '0' and <= '9')))
                return false;
            afterSeparator = separator;
        }

        return !afterSeparator;
    }
}
