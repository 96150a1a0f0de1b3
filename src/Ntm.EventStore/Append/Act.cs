using Ntm.Domain.Access;

namespace Ntm.EventStore.Append;

/// <summary>Who did it and through what; from the session, never from the payload. Goes to Marten's metadata columns and headers.</summary>
/// <param name="Actor">An account, never a person's name; <c>local</c> while the host is open on loopback.</param>
/// <param name="Office">What the actor acted as, kept beside the entry for ever; null while there are no accounts.</param>
/// <param name="Client">The program it came through, such as <c>http</c> or <c>cli</c>.</param>
public sealed record Act(string Actor, Office? Office, string Client, string? Correlation);
