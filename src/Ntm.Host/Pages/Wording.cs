using Ntm.Domain.Refusals;

namespace Ntm.Host.Pages;

/// <summary>What a page says, in the language its reader chose. Both languages stand side by side where they are used: nothing is said in one only.</summary>
public sealed class Wording(Language language)
{
    public Language Language => language;

    /// <summary>Of the element html.</summary>
    public string Code => language == Language.English ? "en" : "vi";

    public string this[string vietnamese, string english] => language == Language.English ? english : vietnamese;
}

/// <summary>The language a reader chose, kept by the browser alone. Without a choice it is Vietnamese, whatever the browser prefers: offices share machines set up in English.</summary>
internal static class LanguageChoice
{
    private const string Cookie = "ntm-language";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    internal static Wording Of(HttpContext? context) =>
        new(context?.Request.Cookies[Cookie] == "en" ? Language.English : Language.Vietnamese);

    /// <summary>Where the same page is had in another language.</summary>
    internal static string Address(HttpContext context, string code) =>
        $"/language/{code}?back={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString.Value)}";

    internal static void Keep(HttpContext context, string code) => context.Response.Cookies.Append(Cookie, code == "en" ? "en" : "vi", new CookieOptions
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        MaxAge = Kept,
        IsEssential = true,
    });
}
