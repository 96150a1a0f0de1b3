using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Ntm.Host.Accounts;

namespace Ntm.Host.OpenIdConnect;

/// <summary>Whether an ID token is the provider's word about whoever has just come from there (OpenID Connect Core 1.0, 3.1.3.7).</summary>
internal static class IdTokens
{
    private const int LongestToken = 64 * 1024;

    // Core 1.0, section 2: a subject has at most 255 letters.
    private const int LongestSubject = 255;

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    // Never none, and never a secret: what signs must be what only the provider holds (RFC 8725, 3.1 and 3.2).
    private static readonly string[] Taken =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <returns>Who it is, or why it does not serve.</returns>
    internal static async Task<(OutsideIdentity? Identity, OutsideRefusal? Refusal)> ReadAsync(
        GivenTokens given, OpenIdConnectConfiguration metadata, string client, string nonce, DateTimeOffset now)
    {
        var result = await new JsonWebTokenHandler { MaximumTokenSizeInBytes = LongestToken }.ValidateTokenAsync(given.IdToken, new TokenValidationParameters
        {
            ValidIssuer = metadata.Issuer,
            ValidAudience = client,
            ValidAlgorithms = Algorithms(metadata),
            IssuerSigningKeys = metadata.SigningKeys,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires, now.UtcDateTime),
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token)
            return (null, OfFault(result.Exception));
        if (!token.TryGetPayloadValue<string>("nonce", out var told) || told != nonce)
            return (null, OutsideRefusal.Nonce);
        if (!IsForThisClient(token, client))
            return (null, OutsideRefusal.Audience);
        if (!IsBound(token, given.AccessToken))
            return (null, OutsideRefusal.Token);
        return token.Subject is { Length: > 0 and <= LongestSubject } subject
            ? (new OutsideIdentity(metadata.Issuer, subject), null)
            : (null, OutsideRefusal.Token);
    }

    // An empty list would be no limit at all.
    private static string[] Algorithms(OpenIdConnectConfiguration metadata) =>
        Array.FindAll(Taken, metadata.IdTokenSigningAlgValuesSupported.Contains) is { Length: > 0 } told ? told : [SecurityAlgorithms.RsaSha256];

    private static bool IsNow(DateTime? notBefore, DateTime? expires, DateTime now) =>
        expires is { } until && now < until + Skew && (notBefore is not { } from || from <= now + Skew);

    private static OutsideRefusal OfFault(Exception? fault) => fault switch
    {
        SecurityTokenSignatureKeyNotFoundException => OutsideRefusal.Key,
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException => OutsideRefusal.Expired,
        SecurityTokenInvalidAudienceException => OutsideRefusal.Audience,
        SecurityTokenInvalidIssuerException => OutsideRefusal.Issuer,
        _ => OutsideRefusal.Token,
    };

    // A token for several names which of them it was given to.
    private static bool IsForThisClient(JsonWebToken token, string client)
    {
        var isNamed = token.TryGetPayloadValue<string>("azp", out var party);
        return isNamed ? party == client : token.Audiences.Count() == 1;
    }

    // at_hash: the left half of the access token's hash, by the hash the signature uses (Core 1.0, 3.1.3.6).
    private static bool IsBound(JsonWebToken token, string? accessToken)
    {
        if (!token.TryGetPayloadValue<string>("at_hash", out var told) || accessToken is null)
            return true;
        var text = Encoding.ASCII.GetBytes(accessToken);
        var hash = token.Alg[^3..] switch { "384" => SHA384.HashData(text), "512" => SHA512.HashData(text), _ => SHA256.HashData(text) };
        return Base64UrlEncoder.Encode(hash[..(hash.Length / 2)]) == told;
    }
}
