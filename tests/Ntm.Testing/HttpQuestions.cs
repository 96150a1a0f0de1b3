using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Ntm.Testing;

/// <summary>What an answer came to.</summary>
public sealed record HttpAnswer(HttpStatusCode Status, string Text, HttpResponseMessage Response)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The codes of a problem's errors, in order.</summary>
    public IReadOnlyList<string> Codes => [.. Json["errors"]!.AsArray().Select(error => error!["code"]!.GetValue<string>())];
}

/// <summary>Asking and telling a running product, in the words of the contract.</summary>
public static class HttpQuestions
{
    public const string Ndjson = "application/x-ndjson";

    public static async Task<HttpAnswer> AskAsync(this HttpClient client, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await AnswerAsync(await client.SendAsync(request));
    }

    public static Task<HttpAnswer> TellAsync(this HttpClient client, params string[] lines) =>
        client.TellAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)), Ndjson);

    public static async Task<HttpAnswer> TellAsync(this HttpClient client, byte[] body, string mediaType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/entries") { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await AnswerAsync(await client.SendAsync(request));
    }

    /// <summary>How many entries the record holds.</summary>
    public static async Task<int> CountAsync(this HttpClient client) =>
        (await client.GetStringAsync(new Uri("/api/entries", UriKind.Relative))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    private static async Task<HttpAnswer> AnswerAsync(HttpResponseMessage response) =>
        new(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
}
