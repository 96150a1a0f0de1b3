namespace Ntm.Testing;

/// <summary>The one place where sessions of a run get what they show with every request.</summary>
public static class SessionCredentials
{
    /// <param name="session">From 0; sessions with the same number are the same caller.</param>
    /// <returns>Headers; none while a host on loopback is open.</returns>
    public static IReadOnlyList<(string Name, string Value)> Of(int session)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(session);
        return [];
    }
}
