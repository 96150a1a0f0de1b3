using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ntm.Testing;

namespace Ntm.Fuzz.Tests.Requests;

/// <summary>What a caller who means well knows of the host: its units and plans, how far its record is, the communes of one district, a report it made, its plans as they were recorded, a file of evidence, and the token of its forms.</summary>
internal sealed partial record FuzzWorld(string Host, int Head, IReadOnlyList<string> Units, IReadOnlyList<string> Plans, string[] Communes, byte[] Report, IReadOnlyList<string> PlanLines, string Evidence, string FormToken, string FormCookie)
{
    public const string District = "van-quan";

    public static async Task<FuzzWorld> OfAsync(HttpClient client)
    {
        var page = await client.AskAsync("/tables");
        return new FuzzWorld(
            client.BaseAddress!.Authority,
            await client.CountAsync(),
            [.. (await client.AskAsync("/api/units?on=2018-12-31")).Json.AsArray().Select(unit => unit!["unit"]!.GetValue<string>())],
            [.. (await client.AskAsync("/api/plans")).Json.AsArray().Select(plan => plan!["id"]!.GetValue<string>())],
            [.. (await client.AskAsync($"/api/units?under={District}&on=2018-06-30")).Json.AsArray()
                .Where(unit => unit!["level"]!.GetValue<string>() == "commune").Select(unit => unit!["name"]!.GetValue<string>())],
            await client.GetByteArrayAsync(new Uri($"/api/units/{District}/reports/bands?on=2018-12-31&format=xlsx", UriKind.Relative)),
            [.. (await client.AskAsync("/api/entries")).Text.Split('\n').Where(line => line.Contains("\"plan_issued\"", StringComparison.Ordinal))],
            await HandInAsync(client),
            Token().Match(page.Text).Groups["token"].Value,
            page.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.First().Split(';')[0] : "");
    }

    private static async Task<string> HandInAsync(HttpClient client)
    {
        using var file = new ByteArrayContent("%PDF-1.7 biên bản"u8.ToArray());
        file.Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
        using var response = await client.PostAsync(new Uri("/api/evidence?name=bien-ban.pdf", UriKind.Relative), file);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["sha256"]!.GetValue<string>();
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""" + "\"")]
    private static partial Regex Token();
}
