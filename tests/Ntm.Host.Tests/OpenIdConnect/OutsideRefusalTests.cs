using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using Ntm.Testing;

namespace Ntm.Host.Tests.OpenIdConnect;

/// <summary>What the provider says that is not its word about this person, here and now: nobody is signed in, and is told why.</summary>
public sealed class OutsideRefusalTests(TestCluster cluster) : IAsyncLifetime
{
    private OutsideDesk _desk = null!;

    private OutsideProvider Provider => _desk.Provider;

    public async ValueTask InitializeAsync() => _desk = await OutsideDesk.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_provider_that_is_away_is_said_to_be()
    {
        Provider.IsAway = true;
        Assert.Contains("không trả lời", await _desk.RefusedAsync(new Uri("/sign-in/outside", UriKind.Relative)), StringComparison.Ordinal);
        Provider.IsAway = false;
        var back = await _desk.GoThereAsync();
        Provider.IsAway = true;
        Assert.Contains("không trả lời", await _desk.RefusedAsync(back), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("issuer", "https://elsewhere.example")]
    [InlineData("token_endpoint", "http://elsewhere.example/token")]
    [InlineData("authorization_endpoint", "javascript:alert(1)")]
    public async Task Metadata_that_speaks_for_another_or_leads_into_the_open_is_not_believed(string name, string value)
    {
        Provider.MetadataOtherwise = metadata => metadata[name] = value;
        Assert.Contains("không trả lời", await _desk.RefusedAsync(new Uri("/sign-in/outside", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("access_denied", "từ chối hoặc huỷ")]
    [InlineData("invalid_request", "không nhận yêu cầu")]
    public async Task What_the_provider_refuses_is_told(string error, string told)
    {
        Provider.Error = error;
        Assert.Contains(told, await _desk.RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_state_is_refused()
    {
        var back = await _desk.GoThereAsync();
        var forged = new Uri(back.ToString().Replace("state=", "state=x", StringComparison.Ordinal));
        Assert.Contains("không bắt đầu từ trình duyệt này", await _desk.RefusedAsync(forged), StringComparison.Ordinal);
        Assert.Contains("không bắt đầu từ trình duyệt này", await _desk.RefusedAsync(new Uri("/sign-in/outside/return?code=1", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_browser_cannot_come_back_in_ones_stead()
    {
        var back = await _desk.GoThereAsync();
        using var other = _desk.NewBrowser();
        using var answer = await other.GetAsync(back, TestContext.Current.CancellationToken);
        Assert.StartsWith("/sign-in?", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_back_serves_once()
    {
        var back = await _desk.GoThereAsync();
        Assert.Equal("/plans", (await _desk.ComeBackAsync(back)).AbsolutePath);
        using var form = new FormUrlEncodedContent([]);
        using var out_ = await _desk.Browser.PostAsync(new Uri("/sign-out", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Contains("đã dùng rồi", await _desk.RefusedAsync(back), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_another_trip_is_refused()
    {
        var first = System.Web.HttpUtility.ParseQueryString((await _desk.GoThereAsync()).Query)["code"];
        var second = await _desk.GoThereAsync();
        var own = System.Web.HttpUtility.ParseQueryString(second.Query)["code"];
        var mixed = new Uri(second.ToString().Replace(own!, first, StringComparison.Ordinal));
        Assert.Contains("không nhận mã đăng nhập", await _desk.RefusedAsync(mixed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_longer_than_ten_minutes_begins_again()
    {
        var back = await _desk.GoThereAsync();
        _desk.Clock.Ahead = TimeSpan.FromMinutes(11);
        var led = await _desk.ComeBackAsync(back);
        Assert.Contains("quá 10 phút", (await _desk.Browser.AskAsync(led.PathAndQuery)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_in_another_providers_name_is_refused()
    {
        var back = await _desk.GoThereAsync();
        Assert.Contains("không phải do", await _desk.RefusedAsync(new Uri($"{back}&iss=https%3A%2F%2Felsewhere.example")), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "nonce", "không thuộc lượt đăng nhập này" },
        { "no nonce", "không thuộc lượt đăng nhập này" },
        { "expired", "đã hết hạn" },
        { "not yet", "chưa có hiệu lực" },
        { "no end", "đã hết hạn" },
        { "audience", "dành cho một ứng dụng khác" },
        { "party", "dành cho một ứng dụng khác" },
        { "several", "dành cho một ứng dụng khác" },
        { "issuer", "không phải do" },
        { "hash", "không đúng" },
        { "no subject", "không đúng" },
        { "none", "không đúng" },
        { "hmac", "không đúng" },
        { "other key", "không đúng" },
        { "unknown key", "không đúng" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task An_ID_token_that_is_not_what_it_should_be_signs_nobody_in(string fault, string told)
    {
        Provider.Otherwise = token => Spoil(token, fault);
        Assert.Contains(told, await _desk.RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_for_several_that_was_given_to_this_host_serves()
    {
        Provider.Otherwise = token =>
        {
            token.Audience = null;
            token.Audiences.Add(OutsideProvider.Client);
            token.Audiences.Add("ung-dung-khac");
            token.Claims["azp"] = OutsideProvider.Client;
            var hash = SHA256.HashData(Encoding.ASCII.GetBytes(OutsideProvider.AccessToken));
            token.Claims["at_hash"] = Base64UrlEncoder.Encode(hash[..16]);
        };
        Assert.Equal("/plans", (await _desk.SignInAsync()).AbsolutePath);
    }

    [Fact]
    public async Task A_provider_may_change_its_key_and_is_not_asked_again_and_again_for_it()
    {
        await _desk.SignInAsync();
        Provider.ChangeKey();
        _desk.Clock.Ahead = TimeSpan.FromMinutes(2);
        Assert.Equal("/plans", (await _desk.SignInAsync()).AbsolutePath);
        Assert.Equal(2, Provider.KeysAsked);

        Provider.Otherwise = token => Spoil(token, "unknown key");
        for (var attempt = 0; attempt < 3; attempt++)
            await _desk.SignInAsync();
        Assert.Equal(2, Provider.KeysAsked);
    }

    private void Spoil(SecurityTokenDescriptor token, string fault)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        switch (fault)
        {
            case "nonce": token.Claims["nonce"] = "khác"; break;
            case "no nonce": token.Claims.Remove("nonce"); break;
            case "expired": token.Expires = now.AddMinutes(-1); token.IssuedAt = now.AddMinutes(-6); break;
            case "not yet": token.NotBefore = now.AddMinutes(2); break;
            case "no end": token.Expires = null; break;
            case "audience": token.Audience = "ung-dung-khac"; break;
            case "party": token.Claims["azp"] = "ung-dung-khac"; break;
            case "several": token.Audience = null; token.Audiences.Add(OutsideProvider.Client); token.Audiences.Add("ung-dung-khac"); break;
            case "issuer": token.Issuer = "https://elsewhere.example"; break;
            case "hash": token.Claims["at_hash"] = "AAAAAAAAAAAAAAAAAAAAAA"; break;
            case "no subject": token.Claims.Remove("sub"); break;
            case "none": token.SigningCredentials = null; break;
            case "hmac": token.SigningCredentials = PublicKeyAsSecret(); break;
            case "other key": token.SigningCredentials = Another(((RsaSecurityKey)Provider.Credentials.Key).KeyId); break;
            case "unknown key": token.SigningCredentials = Another("khoa-la"); break;
            default: throw new ArgumentOutOfRangeException(nameof(fault), fault, "is not spoilt so");
        }
    }

    // The oldest trick: what everybody may read, used as a secret.
    private SigningCredentials PublicKeyAsSecret()
    {
        var key = ((RsaSecurityKey)Provider.Credentials.Key).Rsa.ExportSubjectPublicKeyInfo();
        return new SigningCredentials(new SymmetricSecurityKey(key) { KeyId = Provider.Credentials.Key.KeyId }, SecurityAlgorithms.HmacSha256);
    }

    private static SigningCredentials Another(string id) => new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = id }, SecurityAlgorithms.RsaSha256);
}
