using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Ntm.Host.Accounts;

namespace Ntm.Host.OpenIdConnect;

/// <summary>What came of a trip to the provider: an account, or why none.</summary>
/// <param name="Who">Of an unknown person, what an administrator links with.</param>
internal sealed record OutsideOutcome(Account? Account, OutsideRefusal? Refusal, OutsideIdentity? Who)
{
    internal static OutsideOutcome Refused(OutsideRefusal refusal, OutsideIdentity? who = null) => new(null, refusal, who);
}

/// <summary>What the provider sent the browser back with.</summary>
/// <param name="Issuer">RFC 9207: who sends it, where the provider says so.</param>
internal sealed record OutsideReturn(string? Code, string? Error, string? Issuer);

/// <summary>
/// Signing in through the provider: authorization code (OpenID Connect Core 1.0, 3.1) with PKCE. It makes nobody an account; an
/// administrator links one (<c>ntm user link</c>).
/// </summary>
internal sealed partial class OutsideSignIn(Provider? provider, LiveAccounts accounts, AccountStore store, TimeProvider time, ILogger<OutsideSignIn> log)
{
    // What people call it; null where there is none.
    internal string? ProviderName => provider?.Settings.Name;

    /// <returns>The provider's address; null where it is away.</returns>
    internal async Task<string?> AddressAsync(OutsideTrip trip, string redirectUri, CancellationToken cancellation)
    {
        try
        {
            var metadata = await provider!.MetadataAsync(isRenewed: false, cancellation);
            return QueryHelpers.AddQueryString(metadata.AuthorizationEndpoint, new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["response_type"] = "code", ["scope"] = "openid", ["client_id"] = provider.Settings.ClientId, ["redirect_uri"] = redirectUri,
                ["state"] = trip.State, ["nonce"] = trip.Nonce, ["code_challenge"] = trip.Challenge, ["code_challenge_method"] = "S256",
            });
        }
        catch (ProviderException fault)
        {
            LogAway(log, fault.Message);
            return null;
        }
    }

    internal async Task<OutsideOutcome> TakeAsync(OutsideTrip trip, OutsideReturn back, string redirectUri, string? address, CancellationToken cancellation)
    {
        try
        {
            var (who, refusal) = await IdentifyAsync(trip, back, redirectUri, cancellation);
            if (refusal is { } why)
            {
                LogRefused(log, why);
                return OutsideOutcome.Refused(why);
            }

            if (accounts.Roll.Find(who!) is not { } account)
                return OutsideOutcome.Refused(OutsideRefusal.UnknownPerson, who);
            if (account.IsClosed)
                return OutsideOutcome.Refused(OutsideRefusal.Closed);
            await store.NoteSignInAsync(account.Name, "oidc", address, cancellation);
            return new OutsideOutcome(account, null, who);
        }
        catch (ProviderException fault)
        {
            LogAway(log, fault.Message);
            return OutsideOutcome.Refused(OutsideRefusal.ProviderAway);
        }
    }

    private async Task<(OutsideIdentity? Who, OutsideRefusal? Refusal)> IdentifyAsync(
        OutsideTrip trip, OutsideReturn back, string redirectUri, CancellationToken cancellation)
    {
        var metadata = await provider!.MetadataAsync(isRenewed: false, cancellation);
        if (back.Issuer is { } issuer && issuer != metadata.Issuer)
            return (null, OutsideRefusal.Issuer);
        if (back.Error is { } error)
            return (null, error is "access_denied" ? OutsideRefusal.Denied : OutsideRefusal.RefusedThere);
        if (back.Code is not { } code || await provider.ExchangeAsync(metadata, code, trip.Verifier, redirectUri, cancellation) is not { } given)
            return (null, OutsideRefusal.Code);

        var read = await ReadAsync(given, metadata, trip);
        // Providers change their keys; the token tells before the metadata kept does.
        return read.Refusal is OutsideRefusal.Key ? await ReadAsync(given, await provider.MetadataAsync(isRenewed: true, cancellation), trip) : read;
    }

    private Task<(OutsideIdentity? Who, OutsideRefusal? Refusal)> ReadAsync(GivenTokens given, OpenIdConnectConfiguration metadata, OutsideTrip trip) =>
        IdTokens.ReadAsync(given, metadata, provider!.Settings.ClientId, trip.Nonce, time.GetUtcNow());

    [LoggerMessage(EventId = 3201, Level = LogLevel.Warning, Message = "Nobody can sign in through the provider for the moment: {Reason}")]
    private static partial void LogAway(ILogger log, string reason);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Warning, Message = "Somebody who came from the provider was not signed in: {Refusal}")]
    private static partial void LogRefused(ILogger log, OutsideRefusal refusal);
}
