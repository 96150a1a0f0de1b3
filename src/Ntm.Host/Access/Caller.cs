using Ntm.Domain.Access;
using Ntm.EventStore.Append;

namespace Ntm.Host.Access;

/// <summary>Who asks, and as which office: from the session or the token, never from what is sent.</summary>
/// <param name="Office">Null where the host is open because nobody has an account yet.</param>
/// <param name="Client">What the token was given to; null for a session.</param>
/// <param name="BySession">Known by a cookie, which a browser sends along by itself.</param>
public sealed record Caller(string Actor, Office? Office, Guid? OfficeId, string? Client, bool BySession)
{
    /// <summary>Everybody on this machine, until there are accounts.</summary>
    public static Caller Local { get; } = new("local", null, null, null, BySession: false);

    /// <summary>No office was taken up: the host is open.</summary>
    public bool IsLocal => Office is null;

    /// <summary>On the open host everybody may do everything.</summary>
    public bool Holds(AccessRight right) => Office?.Holds(right) ?? true;

    public Act ToAct(string through, string? correlation) => new(Actor, Office, Client is null ? through : $"{through}:{Client}", correlation);
}

internal static class CallerOfRequest
{
    private static readonly object Key = typeof(Caller);

    /// <summary>Null only where the route is open to everybody and nobody has signed in.</summary>
    internal static Caller? CallerOrNobody(this HttpContext context) => context.Items.TryGetValue(Key, out var caller) ? (Caller?)caller : null;

    internal static Caller Caller(this HttpContext context) => context.CallerOrNobody()
        ?? throw new InvalidOperationException("this route is open and knows no caller");

    internal static void SetCaller(this HttpContext context, Caller caller) => context.Items[Key] = caller;

    /// <summary>What an append of this request carries.</summary>
    internal static Act Act(this HttpContext context, string through) => context.Caller().ToAct(through, context.TraceIdentifier);
}
