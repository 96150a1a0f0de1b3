using System.Net;
using System.Text.RegularExpressions;
using Ntm.Testing;

namespace Ntm.Host.Tests.Evidence;

public sealed partial class EvidencePageTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_file_handed_in_on_the_page_gives_the_line_for_an_entry()
    {
        var (status, page) = await SendAsync(SampleFiles.Pdf("trang nộp"), "Biên bản.pdf");
        Assert.Equal(HttpStatusCode.OK, status);
        var hash = SampleFiles.HashOf(SampleFiles.Pdf("trang nộp"));
        Assert.Contains(
            $$"""{"sha256":"{{hash}}","name":"Biên bản.pdf","mediaType":"application/pdf","size":{{SampleFiles.Pdf("trang nộp").Length}}}""",
            WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_taken_is_told_why()
    {
        var (status, page) = await SendAsync("<html>"u8.ToArray(), "a.pdf");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("evidence.type_unknown", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_what_is_taken() => Snapshot.Verify(Hidden().Replace(await host.Client.GetStringAsync(new Uri("/evidence", UriKind.Relative)), "…"), "html");

    private async Task<(HttpStatusCode Status, string Page)> SendAsync(byte[] file, string name)
    {
        var empty = await host.Client.GetStringAsync(new Uri("/evidence", UriKind.Relative));
        using var form = new MultipartFormDataContent
        {
            { new StringContent("evidence"), "_handler" },
            { new StringContent(Token().Match(empty).Groups[1].Value), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "Form.File", name },
        };
        using var response = await host.Client.PostAsync(new Uri("/evidence", UriKind.Relative), form);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("(?<=name=\"__RequestVerificationToken\" value=\")[^\"]+")]
    private static partial Regex Hidden();
}
