using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Ntm.Domain.Refusals;
using Ntm.Domain.Time;
using Ntm.Host.Accounts;

namespace Ntm.Host.Access;

/// <summary>Finds out who asks. A session or token serves only while the account, its stamp and the office it names stand.</summary>
internal sealed class Identification(LiveAccounts accounts, Tokens tokens, TimeProvider time)
{
    internal const string Session = "session";
    private const string OfficeClaim = "office";
    private const string StampClaim = "stamp";
    private const string Bearer = "Bearer ";

    /// <returns>The caller, or why there is none.</returns>
    internal async Task<(Caller? Caller, Refusal? Refusal)> IdentifyAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.Length > 0)
        {
            return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && await OfTokenAsync(authorization[Bearer.Length..].Trim()) is { } known
                ? (known, null)
                : (null, AccessRefusals.TokenInvalid);
        }

        if (!context.Request.Cookies.ContainsKey(SessionCookies.NameFor(context.Request)))
            return (null, AccessRefusals.SignIn);
        var session = (await context.AuthenticateAsync(Session)).Principal;
        return Guid.TryParse(session?.FindFirstValue(OfficeClaim), out var office) && Guid.TryParse(session?.FindFirstValue(StampClaim), out var stamp)
            && Of(session!.Identity!.Name!, office, stamp, client: null, bySession: true) is { } caller
            ? (caller, null)
            : (null, AccessRefusals.SignIn);
    }

    /// <returns>Null where the token does not serve, or no longer.</returns>
    internal async Task<Caller?> OfTokenAsync(string token) => await tokens.ReadAsync(token) is { } bearer
        ? Of(bearer.Account, bearer.Office, bearer.Stamp, bearer.Client, bySession: false)
        : null;

    internal DateOnly Today => VietnamCalendar.DayOf(time.GetUtcNow());

    /// <summary>What a session cookie holds.</summary>
    internal static ClaimsPrincipal PrincipalOf(Account account, HeldOffice office) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, account.Name), new(OfficeClaim, office.Id.ToString("D")), new(StampClaim, account.Stamp.ToString("D"))], Session));

    private Caller? Of(string name, Guid office, Guid stamp, string? client, bool bySession) =>
        accounts.Roll.Find(name) is { IsClosed: false } account && account.Stamp == stamp
        && account.HeldOn(Today).FirstOrDefault(held => held.Id == office) is { } held
            ? new Caller(account.Name, held.Office, held.Id, client, bySession)
            : null;
}
