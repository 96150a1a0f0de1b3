using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ntm.Host.Tests.OpenIdConnect;

/// <summary>A provider of OpenID Connect over real HTTP with real keys, which does what the specifications ask; a test makes it do otherwise.</summary>
internal sealed class OutsideProvider : IAsyncDisposable
{
    internal const string Client = "so-tieu-chi";
    internal const string Secret = "bí mật : có dấu";

    private readonly ConcurrentDictionary<string, Asked> _codes = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private RSA _key = RSA.Create(2048);
    private string _keyId = "khoa-1";

    private OutsideProvider(WebApplication app) => _app = app;

    internal string Address => _app.Urls.First();

    /// <summary>Who signs in there.</summary>
    internal string Subject { get; set; } = "nguoi-17";

    /// <summary>Whether a token request must bring the secret.</summary>
    internal bool AsksForTheSecret { get; set; }

    /// <summary>What is otherwise in the ID token.</summary>
    internal Action<SecurityTokenDescriptor>? Otherwise { get; set; }

    /// <summary>What is otherwise in the metadata.</summary>
    internal Action<Dictionary<string, object>>? MetadataOtherwise { get; set; }

    /// <summary>Instead of a code.</summary>
    internal string? Error { get; set; }

    internal bool IsAway { get; set; }

    internal int KeysAsked { get; private set; }

    internal SigningCredentials Credentials => new(new RsaSecurityKey(_key) { KeyId = _keyId }, SecurityAlgorithms.RsaSha256);

    internal static async Task<OutsideProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var provider = new OutsideProvider(app);
        app.Use((context, next) => provider.IsAway ? Task.FromResult(context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable) : next(context));
        app.MapGet("/.well-known/openid-configuration", provider.Metadata);
        app.MapGet("/keys", provider.Keys);
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.TokenAsync);
        await app.StartAsync();
        return provider;
    }

    internal void ChangeKey()
    {
        _key.Dispose();
        (_key, _keyId) = (RSA.Create(2048), "khoa-2");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Metadata()
    {
        var metadata = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = Address, ["authorization_endpoint"] = $"{Address}/authorize", ["token_endpoint"] = $"{Address}/token", ["jwks_uri"] = $"{Address}/keys",
            ["response_types_supported"] = new[] { "code" }, ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256", "HS256", "none" },
        };
        MetadataOtherwise?.Invoke(metadata);
        return Results.Json(metadata);
    }

    private IResult Keys()
    {
        KeysAsked++;
        var numbers = _key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", kid = _keyId, n = Base64UrlEncoder.Encode(numbers.Modulus), e = Base64UrlEncoder.Encode(numbers.Exponent) } },
        });
    }

    private IResult Authorize(HttpRequest request)
    {
        string Given(string name) => request.Query[name].Single()!;
        if (Given("response_type") != "code" || Given("client_id") != Client || Given("code_challenge_method") != "S256" || !Given("scope").Split(' ').Contains("openid"))
            return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = new Asked(Given("redirect_uri"), Given("nonce"), Given("code_challenge"));
        return Results.Redirect(QueryHelpers.AddQueryString(Given("redirect_uri"), new Dictionary<string, string?>
        {
            ["state"] = Given("state"), [Error is null ? "code" : "error"] = Error ?? code,
        }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        // A code serves once, whoever knows the verifier, at the address it was asked for.
        if (!_codes.TryRemove(form["code"].ToString(), out var asked) || form["redirect_uri"] != asked.RedirectUri || form["grant_type"] != "authorization_code"
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var credentials = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(Client)}:{Uri.EscapeDataString(Secret)}"));
        if (AsksForTheSecret && request.Headers.Authorization != $"Basic {credentials}")
            return Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Address, Audience = Client, IssuedAt = now, Expires = now.AddMinutes(5), SigningCredentials = Credentials,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = Subject, ["nonce"] = asked.Nonce },
        };
        Otherwise?.Invoke(descriptor);
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
        return Results.Json(new { id_token = token, access_token = AccessToken, token_type = "Bearer" });
    }

    internal const string AccessToken = "ma-truy-cap";

    private sealed record Asked(string RedirectUri, string Nonce, string Challenge);
}
