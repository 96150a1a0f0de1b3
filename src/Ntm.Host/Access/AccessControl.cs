using System.Collections.Concurrent;
using Ntm.Domain.Access;
using Ntm.Domain.Refusals;
using Ntm.Host.Accounts;

namespace Ntm.Host.Access;

/// <summary>
/// Between routing and every endpoint: nobody reaches one without a rule in <see cref="RouteRules"/>, nor without the right it asks for.
/// Until somebody has an account a host on loopback is open.
/// </summary>
internal sealed class AccessControl(RequestDelegate next, LiveAccounts accounts, Identification identification, OpenHost open)
{
    // As they stand in the table; routes are the same for as long as the host runs.
    private readonly ConcurrentDictionary<RouteEndpoint, string> _patterns = new();

    public async Task InvokeAsync(HttpContext context)
    {
        // No endpoint: routing answers that there is no such address, or not with this method.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        if (await RefusalOfAsync(context, endpoint) is { } refusal)
            await AccessAnswers.RefuseAsync(context, refusal);
        else
            await next(context);
    }

    private async Task<Refusal?> RefusalOfAsync(HttpContext context, RouteEndpoint endpoint)
    {
        if (RouteRules.Of(context.Request.Method, _patterns.GetOrAdd(endpoint, RouteRules.PatternOf)) is not { } rule)
            return AccessRefusals.NoRule;
        if (accounts.Roll.IsEmpty && open.MayBeOpen)
        {
            context.SetCaller(Caller.Local);
            return IsFromElsewhere(context.Request) ? AccessRefusals.CrossSite : null;
        }

        var (caller, refusal) = await identification.IdentifyAsync(context);
        if (caller is not null)
            context.SetCaller(caller);
        if (rule.Right == AccessRight.Open)
            return null;
        if (caller is not { Office: { } office })
            return refusal;
        if (caller.BySession && IsFromElsewhere(context.Request))
            return AccessRefusals.CrossSite;
        return office.Holds(rule.Right) ? null : AccessRefusals.Role(Roles.Names.NameOf(office.Role));
    }

    // A browser sends the cookie along whoever asks it to, and says who did: Sec-Fetch-Site, and before that was known, Origin. Pages'
    // forms carry a token of their own besides.
    private static bool IsFromElsewhere(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return false;
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is not ("same-origin" or "none");
        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Whether the host listens on this machine only, so that it may serve without accounts.</summary>
internal sealed record OpenHost(bool MayBeOpen);
