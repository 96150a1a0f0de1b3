using Microsoft.Playwright;

namespace Ntm.Browser.Tests;

/// <summary>
/// What a page says in a language that is not its own. On an English page only what is marked as Vietnamese may be Vietnamese: names, titles and
/// quotes, which stay as the record and the plans have them (WCAG 3.1.2). On a Vietnamese page no sentence may be English.
/// </summary>
internal static class SpokenLanguage
{
    // Numbers of documents (18/2022/QĐ-TTg) are the same in any language. Attributes and titles in pictures hold no elements: there Wording.Quote's own marks tell a quote.
    private const string Foreign = """
        language => {
            const vietnamese = /[\u00C0-\u00C3\u00C8-\u00CA\u00CC\u00CD\u00D2-\u00D5\u00D9\u00DA\u00DD\u00E0-\u00E3\u00E8-\u00EA\u00EC\u00ED\u00F2-\u00F5\u00F9\u00FA\u00FD\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]/;
            const english = /\b(the|of|and|is|are|was|were|this|that|with|not|from|which|entry|entries)\b/i;
            const written = /\d[\w.-]*\/\S+/g;
            const quoted = /\u2068[^\u2069]*\u2069/g;
            const isForeign = text => (language === 'en' ? vietnamese : english).test(text.replace(written, ''));
            const isOurs = element => element.closest('[lang]').lang === language && element.closest('script, style, code, pre, .code, .hash') === null;
            const wrong = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const said = walker.currentNode;
                const text = said.parentElement.closest('svg title') ? said.data.replace(quoted, '') : said.data;
                if (isForeign(text) && isOurs(said.parentElement))
                    wrong.push(said.data.trim());
            }
            for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [data-words]')) {
                for (const said of ['aria-label', 'placeholder', 'data-words'].map(name => element.getAttribute(name)))
                    if (said !== null && isForeign(said.replace(quoted, '')) && isOurs(element))
                        wrong.push(said);
            }
            return wrong;
        }
        """;

    /// <returns>The texts, as they stand on the page.</returns>
    internal static async Task<IReadOnlyList<string>> ForeignAsync(IPage page, string language) => await page.EvaluateAsync<string[]>(Foreign, language);
}
