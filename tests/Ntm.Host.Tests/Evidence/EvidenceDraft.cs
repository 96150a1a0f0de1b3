using System.Net.Http.Headers;
using Ntm.Testing;

namespace Ntm.Host.Tests.Evidence;

/// <summary>Handing files in, and entries that rest on them.</summary>
internal static class EvidenceDraft
{
    internal const string Commune =
        """{"type":"unit_established","unit":"van-quan.van-an","name":"Văn An","level":"commune","effectiveOn":"2010-01-01","id":"00000000-0000-4000-8000-000000000001"}""";

    internal static async Task<HttpAnswer> HandInAsync(this HttpClient client, byte[] file, string? name = null, string mediaType = "application/octet-stream")
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return await client.HandInAsync(content, name);
    }

    internal static async Task<HttpAnswer> HandInAsync(this HttpClient client, HttpContent content, string? name = null)
    {
        var response = await client.PostAsync(new Uri($"/api/evidence{(name is null ? "" : "?name=" + Uri.EscapeDataString(name))}", UriKind.Relative), content);
        return new HttpAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    /// <param name="number">Tells its id.</param>
    internal static string Finding(int number, params string[] hashes) =>
        $$"""{"type":"criterion_attained","unit":"van-quan.van-an","id":"{{Id(number)}}","effectiveOn":"2018-06-30","set":"ntm-2016-2020","criterion":{{1 + (number % 19)}},"assessedBy":"district","evidence":[{{string.Join(',', hashes.Select(Item))}}]}""";

    internal static string Id(int number) => $"00000000-0000-4000-8000-{number:D12}";

    private static string Item(string hash) => $$"""{"sha256":"{{hash}}","name":"Biên bản.pdf","mediaType":"application/pdf","size":182044}""";
}
