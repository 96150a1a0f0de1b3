using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Ntm.Host.Accounts;

namespace Ntm.Host.Access;

/// <summary>Cookie sessions of pages.</summary>
internal static class SessionCookies
{
    // The prefix is the browser's promise that nobody else could have set it (RFC 6265bis, 4.1.3.2); it takes TLS.
    private const string Plain = "ntm-session";
    private const string Secure = "__Host-ntm-session";

    private static readonly TimeSpan LongestIdle = TimeSpan.FromHours(8);

    internal static string NameFor(HttpRequest request) => request.IsHttps ? Secure : Plain;

    internal static void AddSessions(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(Identification.Session, cookie =>
        {
            cookie.ExpireTimeSpan = LongestIdle;
            cookie.SlidingExpiration = true;
            cookie.CookieManager = new NamedByScheme();
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.IsEssential = true;
            cookie.Cookie.Path = "/";
            // Lax: a link in a letter must open the page it names; forms carry a token of their own besides.
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<ProtectionKeys>()));
    }

    /// <summary>The name follows the scheme of the request.</summary>
    private sealed class NamedByScheme : ICookieManager
    {
        private readonly ChunkingCookieManager _inner = new();

        public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, NameFor(context.Request));

        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
            _inner.AppendResponseCookie(context, NameFor(context.Request), value, options);

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _inner.DeleteCookie(context, NameFor(context.Request), options);
    }
}
