using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Ntm.Domain.Access;
using Ntm.Domain.Units;
using Ntm.Host.Accounts;
using Ntm.Testing;

namespace Ntm.Host.Tests.Access;

/// <summary>Tokens that are not what they should be are refused, each for its reason and all with one word.</summary>
public sealed class TokenTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly RunningHost _host = new(cluster);
    private HttpClient _good = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.Client.TellAsync(Places.Lines);
        _good = await _host.ActAsAsync("can-bo", new Office(Role.CoordinationOffice, UnitId.Parse("h1"), [], "Văn phòng Huyện Một"));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_token_serves_until_it_expires()
    {
        Assert.Equal(HttpStatusCode.OK, (await _good.AskAsync("/api/units")).Status);
        await RefusedAsync(await _host.TokenAsync("can-bo", TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public async Task Every_altered_letter_is_noticed()
    {
        var token = await _host.TokenAsync("can-bo", TimeSpan.FromHours(1));
        // The last letter of each part may carry bits that say nothing; all others are the token.
        foreach (var place in Enumerable.Range(0, token.Length).Where(place => token[place] != '.' && place % 17 == 0))
            await RefusedAsync(token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..]);
    }

    [Fact]
    public async Task A_token_without_signature_is_none()
    {
        var token = await _host.TokenAsync("can-bo", TimeSpan.FromHours(1));
        var parts = token.Split('.');
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        await RefusedAsync($"{none}.{parts[1]}.");
        await RefusedAsync($"{none}.{parts[1]}.{parts[2]}");
        await RefusedAsync($"{parts[0]}.{parts[1]}.");
    }

    [Fact]
    public async Task A_token_of_another_key_is_refused_also_under_the_name_of_ours()
    {
        var ours = await _host.Session.SigningKeys.EnsureAsync(TestContext.Current.CancellationToken);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await RefusedAsync(Signed(new SigningCredentials(new ECDsaSecurityKey(other) { KeyId = ours.KeyId }, SecurityAlgorithms.EcdsaSha256)));
        await RefusedAsync(Signed(new SigningCredentials(new ECDsaSecurityKey(other) { KeyId = "another" }, SecurityAlgorithms.EcdsaSha256)));
    }

    [Fact]
    public async Task The_public_key_is_no_secret_to_sign_with()
    {
        var ours = await _host.Session.SigningKeys.EnsureAsync(TestContext.Current.CancellationToken);
        var secret = new SymmetricSecurityKey(ours.ECDsa.ExportSubjectPublicKeyInfo()) { KeyId = ours.KeyId };
        await RefusedAsync(Signed(new SigningCredentials(secret, SecurityAlgorithms.HmacSha256)));
    }

    [Fact]
    public async Task A_token_for_another_audience_or_of_another_issuer_is_refused()
    {
        var ours = new SigningCredentials(await _host.Session.SigningKeys.EnsureAsync(TestContext.Current.CancellationToken), SecurityAlgorithms.EcdsaSha256);
        Assert.Equal(HttpStatusCode.OK, (await _host.Bearing(Signed(ours)).AskAsync("/api/units")).Status);
        await RefusedAsync(Signed(ours, audience: "another"));
        await RefusedAsync(Signed(ours, issuer: "urn:another"));
        await RefusedAsync(Signed(ours, expires: false));
    }

    [Fact]
    public async Task A_token_ends_with_its_account_its_office_and_its_password()
    {
        var (store, accounts, none) = (_host.Session.AccountStore, _host.Session.Accounts, CancellationToken.None);
        var account = accounts.Roll.Find("can-bo")!;
        var token = await _host.TokenAsync("can-bo", TimeSpan.FromHours(1));
        await store.SetPasswordAsync("operator", "can-bo", SignIn.Hash("can-bo", "mat-khau-moi"), none);
        await accounts.RefreshAsync(none);
        await RefusedAsync(token);

        token = await _host.TokenAsync("can-bo", TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, (await _host.Bearing(token).AskAsync("/api/units")).Status);
        await store.EndOfficeAsync("operator", "can-bo", account.Offices[0].Id, new DateOnly(2021, 1, 1), new DateOnly(2026, 11, 20), none);
        await accounts.RefreshAsync(none);
        await RefusedAsync(token);

        await store.GiveOfficeAsync("operator", "can-bo", new HeldOffice(Guid.NewGuid(), new Office(Role.Auditor, null), new DateOnly(2020, 1, 1), null), none);
        await store.CloseAsync("operator", "can-bo", new DateOnly(2026, 1, 1), none);
        await accounts.RefreshAsync(none);
        await RefusedAsync(token);
    }

    [Fact]
    public async Task A_renewed_key_ends_every_token()
    {
        await _host.Session.SigningKeys.RenewAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _good.AskAsync("/api/units")).Status);
    }

    [Fact]
    public async Task What_an_entry_was_recorded_as_stays_beside_it_when_the_office_is_gone()
    {
        await _good.TellAsync("""{"type":"debt_declared","unit":"h1.x1","effectiveOn":"2018-01-01","amount":5}""");
        await _host.Session.AccountStore.CloseAsync("operator", "can-bo", new DateOnly(2026, 1, 1), CancellationToken.None);

        var reader = await _host.ActAsAsync("kiem-toan", new Office(Role.Auditor, null));
        var entry = (await reader.AskAsync("/api/units/h1.x1/history")).Json["entries"]!.AsArray()[^1]!;
        Assert.Equal("can-bo", entry["recordedBy"]!.GetValue<string>());
        Assert.Equal("""{"role":"coordination_office","area":"h1","office":"Văn phòng Huyện Một","criteria":[]}""", entry["recordedAs"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    private string Signed(SigningCredentials credentials, string audience = Tokens.Audience, string issuer = Tokens.Issuer, bool expires = true)
    {
        var account = _host.Session.Accounts.Roll.Find("can-bo")!;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Expires = expires ? TimeProvider.System.GetUtcNow().AddHours(1).UtcDateTime : null,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = account.Name, ["office"] = account.Offices[0].Id.ToString("D"), ["stamp"] = account.Stamp.ToString("D"),
            },
            SigningCredentials = credentials,
        });
    }

    private async Task RefusedAsync(string token)
    {
        var answer = await _host.Bearing(token).AskAsync("/api/units");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(["access.token_invalid"], answer.Codes);
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Response.Headers.WwwAuthenticate.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Bearing(token).TellAsync(Encoding.UTF8.GetBytes(Places.Lines[0]), HttpQuestions.Ndjson)).Status);
    }
}
