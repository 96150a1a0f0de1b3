namespace Ntm.EventStore.Append;

/// <summary>Who did it and through what; from the session, never from the payload. Goes to Marten's metadata columns and headers.</summary>
/// <param name="Actor">An account, never a person's name; <c>local</c> while the host is open on loopback.</param>
/// <param name="Client">The program it came through, such as <c>http</c> or <c>cli</c>.</param>
public sealed record Act(string Actor, string? Role, string Client, string? Correlation);
