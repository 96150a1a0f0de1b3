namespace Ntm.Domain.Entries;

/// <summary>The form of every identity people choose: <c>[a-z0-9]+([-.][a-z0-9]+)*</c>, compared ordinally.</summary>
internal static class Slug
{
    // Written by hand: identities are read on every line of every import, and a pattern of one class and two separators needs no engine.
    internal static bool IsWellFormed(ReadOnlySpan<char> text)
    {
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
