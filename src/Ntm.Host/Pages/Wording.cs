using Microsoft.AspNetCore.Components;
using Ntm.Domain.Criteria;
using Ntm.Domain.Refusals;

namespace Ntm.Host.Pages;

/// <summary>What people read, in the language they chose. Both languages stand side by side where they are used: nothing is said in one only. Its default is Vietnamese, which commands and reports speak.</summary>
public readonly record struct Wording(Language Language)
{
    // Where a text in another language begins and ends inside a sentence (Unicode's isolates): nothing to see where nothing turns them into marks.
    private const char Opens = '\u2068';
    private const char Closes = '\u2069';

    private bool IsEnglish => Language == Language.English;

    /// <summary>Of the element html.</summary>
    public string Code => IsEnglish ? "en" : "vi";

    /// <summary>The attribute <c>lang</c> of an element that holds only what the record or a plan says: it stays Vietnamese. Null where the page is Vietnamese anyway.</summary>
    public string? Recorded => IsEnglish ? "vi" : null;

    public string this[string vietnamese, string english] => IsEnglish ? english : vietnamese;

    public string this[BilingualText text] => IsEnglish ? text.English : text.Vietnamese;

    /// <summary>A name, a title or words from the record or a plan, for a sentence that <see cref="Said"/> shows.</summary>
    public string Quote(string? text) => IsEnglish && !string.IsNullOrEmpty(text) ? $"{Opens}{text}{Closes}" : text ?? "";

    /// <summary>A sentence on a page: what it quotes is Vietnamese in any language, and is marked as such (WCAG 3.1.2).</summary>
    public RenderFragment Said(string? sentence) => builder =>
    {
        var rest = sentence.AsSpan();
        while (rest.Length > 0)
        {
            var (opens, closes) = (rest.IndexOf(Opens), rest.IndexOf(Closes));
            if (opens < 0 || closes < opens)
            {
                builder.AddContent(0, rest.ToString());
                return;
            }

            builder.AddContent(1, rest[..opens].ToString());
            builder.OpenElement(2, "span");
            builder.AddAttribute(3, "lang", "vi");
            builder.AddContent(4, rest[(opens + 1)..closes].ToString());
            builder.CloseElement();
            rest = rest[(closes + 1)..];
        }
    };

    /// <summary>Nothing but what the record or a plan says.</summary>
    public RenderFragment Quoted(string? text) => Said(Quote(text));
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
