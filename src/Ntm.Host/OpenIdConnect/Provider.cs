using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Ntm.Host.OpenIdConnect;

/// <summary>What the provider gave for a code.</summary>
internal sealed record GivenTokens(string IdToken, string? AccessToken);

/// <summary>The provider does not answer, or not as OpenID Connect says.</summary>
internal sealed class ProviderException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The only place outside that the program ever calls: the provider's metadata, its keys, and its token endpoint. Each call ends within
/// ten seconds, follows no redirect, and goes through no proxy of the environment.
/// </summary>
internal sealed class Provider : IDisposable
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    // Whoever sends tokens of a key nobody knows makes the host ask no more often than this.
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromMinutes(1);

    private const int LongestAnswerBytes = 1024 * 1024;
    private const string Basic = "client_secret_basic";
    private const string Post = "client_secret_post";

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private volatile Kept? _kept;

    public Provider(ProviderSettings settings, TimeProvider time)
    {
        (Settings, _time) = (settings, time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = LongestAnswer, MaxResponseContentBufferSize = LongestAnswerBytes,
        };
    }

    internal ProviderSettings Settings { get; }

    /// <param name="isRenewed">The keys known do not serve: the provider may have changed them.</param>
    /// <exception cref="ProviderException"/>
    internal async Task<OpenIdConnectConfiguration> MetadataAsync(bool isRenewed, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        if (_kept is { } kept && now - kept.At < (isRenewed ? BetweenRenewals : KeptFor))
            return kept.Metadata;
        var metadata = await ReadAsync(cancellation);
        _kept = new Kept(metadata, now);
        return metadata;
    }

    /// <returns>Null where the provider does not take the code.</returns>
    /// <exception cref="ProviderException"/>
    internal async Task<GivenTokens?> ExchangeAsync(
        OpenIdConnectConfiguration metadata, string code, string verifier, string redirectUri, CancellationToken cancellation)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = verifier, ["redirect_uri"] = redirectUri, ["client_id"] = Settings.ClientId,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, metadata.TokenEndpoint);
        if (Settings.ClientSecret is { } secret)
        {
            var ways = metadata.TokenEndpointAuthMethodsSupported;
            if (ways.Contains(Post) && !ways.Contains(Basic))
                fields["client_secret"] = secret;
            else
                request.Headers.Authorization = Credentials(Settings.ClientId, secret);
        }

        request.Content = new FormUrlEncodedContent(fields);
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            if ((int)answer.StatusCode is >= 400 and < 500)
                return null;
            if (!answer.IsSuccessStatusCode)
                throw new ProviderException($"the token endpoint answers {(int)answer.StatusCode}");
            await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
            return new GivenTokens(
                TextOf(json.RootElement, "id_token") ?? throw new ProviderException("the token endpoint gives no id_token"), TextOf(json.RootElement, "access_token"));
        }
        catch (Exception fault) when (IsOfTheWire(fault, cancellation))
        {
            throw new ProviderException($"the token endpoint does not answer: {fault.Message}", fault);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<OpenIdConnectConfiguration> ReadAsync(CancellationToken cancellation)
    {
        OpenIdConnectConfiguration metadata;
        try
        {
            var documents = new HttpDocumentRetriever(_http) { RequireHttps = !new Uri(Settings.Authority).IsLoopback };
            metadata = await OpenIdConnectConfigurationRetriever.GetAsync(
                $"{Settings.Authority.TrimEnd('/')}/.well-known/openid-configuration", documents, cancellation);
        }
#pragma warning disable CA1031 // The library wraps whatever went wrong in whatever it likes; nobody can be signed in all the same.
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw new ProviderException($"the metadata cannot be read: {fault.GetBaseException().Message}", fault);
        }

        // OpenID Connect Discovery 1.0, 4.3: else one provider could speak for another.
        if (metadata.Issuer != Settings.Authority)
            throw new ProviderException($"NTM_OIDC_AUTHORITY is '{Settings.Authority}', the provider calls itself '{metadata.Issuer}'");
        foreach (var address in new[] { metadata.AuthorizationEndpoint, metadata.TokenEndpoint })
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !ProviderSettings.IsSafe(uri))
                throw new ProviderException($"the metadata names '{address}', which is no https address");
        }

        return metadata;
    }

    // RFC 6749, 2.3.1: both are encoded as in a form before they are joined.
    private static AuthenticationHeaderValue Credentials(string client, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(client)}:{Uri.EscapeDataString(secret)}")));

    private static string? TextOf(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsOfTheWire(Exception fault, CancellationToken cancellation) =>
        fault is HttpRequestException or JsonException or IOException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested);

    private sealed record Kept(OpenIdConnectConfiguration Metadata, DateTimeOffset At);
}
