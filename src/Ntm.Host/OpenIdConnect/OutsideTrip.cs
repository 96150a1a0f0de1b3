using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace Ntm.Host.OpenIdConnect;

/// <summary>One way to the provider and back, known only to the browser that set out: what comes back must fit it.</summary>
/// <param name="Verifier">Of PKCE (RFC 7636): the code serves only whoever knows it.</param>
/// <param name="Next">Where the person wanted to go.</param>
internal sealed record OutsideTrip(string State, string Nonce, string Verifier, string Next, DateTimeOffset Until)
{
    internal static OutsideTrip Begin(string next, DateTimeOffset now) => new(Secret(), Secret(), Secret(), next, now + OutsideTrips.Longest);

    /// <summary>S256, never plain (RFC 7636, 4.2).</summary>
    internal string Challenge => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    private static string Secret() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
}

/// <summary>Keeps the trip in a cookie only this host reads, and takes it back once.</summary>
internal sealed class OutsideTrips(IDataProtectionProvider protection, TimeProvider time)
{
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private const string Plain = "ntm-outside";
    private const string Secure = "__Host-ntm-outside";

    private readonly IDataProtector _trips = protection.CreateProtector("ntm.sign-in.outside.trip");
    private readonly IDataProtector _refusals = protection.CreateProtector("ntm.sign-in.outside.refusal");

    internal OutsideTrip Begin(HttpContext context, string next)
    {
        var trip = OutsideTrip.Begin(next, time.GetUtcNow());
        context.Response.Cookies.Append(NameFor(context.Request), Seal(_trips, trip.Until, trip.State, trip.Nonce, trip.Verifier, trip.Next), Options(context));
        return trip;
    }

    /// <returns>Null where this browser did not set out, came too late, or is back already.</returns>
    internal OutsideTrip? End(HttpContext context, string? state)
    {
        var kept = context.Request.Cookies[NameFor(context.Request)];
        context.Response.Cookies.Delete(NameFor(context.Request), Options(context));
        return state is not null && Open(_trips, kept, 4) is { } fields
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(fields.Texts[0]), Encoding.UTF8.GetBytes(state))
            ? new OutsideTrip(fields.Texts[0], fields.Texts[1], fields.Texts[2], fields.Texts[3], fields.Until)
            : null;
    }

    /// <summary>For the address of the sign-in page: nobody else can make it say this.</summary>
    internal string Tell(OutsideOutcome refused) => Seal(
        _refusals, time.GetUtcNow() + Longest, ((int)refused.Refusal!.Value).ToString(CultureInfo.InvariantCulture), refused.Who?.Issuer ?? "", refused.Who?.Subject ?? "");

    internal OutsideOutcome? Told(string? sealedText) => Open(_refusals, sealedText, 3) is { } fields
        ? OutsideOutcome.Refused(
            (OutsideRefusal)int.Parse(fields.Texts[0], CultureInfo.InvariantCulture), fields.Texts[2].Length > 0 ? new(fields.Texts[1], fields.Texts[2]) : null)
        : null;

    private static string NameFor(HttpRequest request) => request.IsHttps ? Secure : Plain;

    // Lax: the provider sends the browser back by a link of its own page.
    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", MaxAge = Longest,
    };

    // No text holds a line feed: Sessions.Inside sees to it for the address, and a subject that does is not taken apart as one.
    private static string Seal(IDataProtector protector, DateTimeOffset until, params ReadOnlySpan<string> texts) =>
        protector.Protect(until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + "\n" + string.Join('\n', texts));

    private (string[] Texts, DateTimeOffset Until)? Open(IDataProtector protector, string? sealedText, int count)
    {
        if (string.IsNullOrEmpty(sealedText))
            return null;
        try
        {
            var lines = protector.Unprotect(sealedText).Split('\n');
            var until = DateTimeOffset.FromUnixTimeSeconds(long.Parse(lines[0], CultureInfo.InvariantCulture));
            return lines.Length == count + 1 && time.GetUtcNow() < until ? (lines[1..], until) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
