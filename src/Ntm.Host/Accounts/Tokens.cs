using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ntm.Host.Accounts;

/// <summary>A token that was found good: who it stands for, until the account says otherwise.</summary>
public sealed record TokenBearer(string Account, Guid Office, Guid Stamp, string? Client);

/// <summary>
/// Short-lived bearer tokens for programs: JWT (RFC 7519) signed with ES256 and nothing else (RFC 8725, 3.1 and 3.2: the algorithm is
/// ours to name, never the token's).
/// </summary>
public sealed class Tokens(SigningKeys keys, TimeProvider time)
{
    internal const string Audience = "ntm";
    internal const string Issuer = "urn:ntm";
    private const string OfficeClaim = "office";
    private const string StampClaim = "stamp";
    private const string ClientClaim = "client";
    private const int LongestToken = 4096;

    // Hosts of one record share their clocks well enough.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MaximumTokenSizeInBytes = LongestToken };

    /// <returns>The token, and its id for the notes.</returns>
    public async Task<(string Token, string Id)> GiveAsync(Account account, HeldOffice office, string? client, TimeSpan lifetime, CancellationToken cancellation)
    {
        var key = await keys.EnsureAsync(cancellation);
        var now = time.GetUtcNow();
        var id = Guid.NewGuid().ToString("D");
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [JwtRegisteredClaimNames.Sub] = account.Name,
            [JwtRegisteredClaimNames.Jti] = id,
            [OfficeClaim] = office.Id.ToString("D"),
            [StampClaim] = account.Stamp.ToString("D"),
        };
        if (client is not null)
            claims[ClientClaim] = client;
        return (_handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        }), id);
    }

    /// <returns>Null for what is expired, altered, signed with another key or otherwise than by ES256, or meant for another audience.</returns>
    public async Task<TokenBearer?> ReadAsync(string token)
    {
        if (keys.Current is not { } key)
            return null;
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKey = key,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = IsNow,
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken read)
            return null;
        return read.TryGetPayloadValue<string>(OfficeClaim, out var office) && Guid.TryParseExact(office, "D", out var officeId)
            && read.TryGetPayloadValue<string>(StampClaim, out var stamp) && Guid.TryParseExact(stamp, "D", out var stampId)
            ? new TokenBearer(read.Subject, officeId, stampId, read.TryGetPayloadValue<string>(ClientClaim, out var client) ? client : null)
            : null;
    }

    private bool IsNow(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } until && now < until && (notBefore is not { } from || from <= now + Skew);
    }
}
