using System.Net;
using System.Net.Http.Headers;
using Ntm.Testing;

namespace Ntm.Host.Tests.Evidence;

public sealed class EvidenceApiTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_file_is_taken_once_and_given_back_as_it_was()
    {
        var file = SampleFiles.PdfOf(700_001);
        var hash = SampleFiles.HashOf(file);

        var first = await host.Client.HandInAsync(file, "Biên bản thẩm tra.pdf", "text/html");
        var second = await host.Client.HandInAsync(file, "khác.pdf");

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(
            $$"""{"sha256":"{{hash}}","name":"Biên bản thẩm tra.pdf","mediaType":"application/pdf","size":700001,"repeated":false}""", first.Text);
        Assert.Equal($"/api/evidence/{hash}", first.Response.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.True(second.Json["repeated"]!.GetValue<bool>());
        Assert.Equal("khác.pdf", second.Json["name"]!.GetValue<string>());
        Assert.Equal(file, await host.Client.GetByteArrayAsync(new Uri($"/api/evidence/{hash}", UriKind.Relative)));
    }

    [Fact]
    public async Task A_download_can_only_be_kept_and_is_never_a_page_of_the_host()
    {
        var hash = (await host.Client.HandInAsync(SampleFiles.Pdf("tải về"), "Đạt chuẩn \"2018\".pdf")).Json["sha256"]!.GetValue<string>();

        using var response = await host.Client.GetAsync(new Uri($"/api/evidence/{hash}", UriKind.Relative));

        Assert.Equal("attachment; filename=\"__t chu_n 2018.pdf\"; filename*=UTF-8''%C4%90%E1%BA%A1t%20chu%E1%BA%A9n%202018.pdf", response.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("sandbox; default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-store, private", response.Headers.CacheControl?.ToString());
        Assert.Equal($"\"{hash}\"", response.Headers.ETag?.ToString());
    }

    [Fact]
    public async Task Any_part_of_a_file_can_be_asked_for()
    {
        var file = SampleFiles.PdfOf(600_000);
        var hash = (await host.Client.HandInAsync(file)).Json["sha256"]!.GetValue<string>();
        foreach (var (from, to) in ((int, int)[])[(0, 0), (262_143, 262_144), (262_144, 262_144), (100, 599_999), (599_999, 599_999)])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/evidence/{hash}");
            request.Headers.Range = new RangeHeaderValue(from, to);
            using var response = await host.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
            Assert.Equal(file[from..(to + 1)], await response.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Every_opening_is_noted_down_and_asking_for_headers_is_none()
    {
        var hash = (await host.Client.HandInAsync(SampleFiles.Pdf("ai mở"))).Json["sha256"]!.GetValue<string>();
        Assert.Equal("", (await host.Client.AskAsync($"/api/evidence/{hash}/openings")).Text);

        using (var request = new HttpRequestMessage(HttpMethod.Head, $"/api/evidence/{hash}"))
        using (var head = await host.Client.SendAsync(request))
        {
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Equal(SampleFiles.Pdf("ai mở").Length, head.Content.Headers.ContentLength);
            Assert.Equal($"\"{hash}\"", head.Headers.ETag?.ToString());
        }

        await host.Client.GetByteArrayAsync(new Uri($"/api/evidence/{hash}", UriKind.Relative));
        await host.Client.GetByteArrayAsync(new Uri($"/api/evidence/{hash}", UriKind.Relative));

        var openings = await host.Client.AskAsync($"/api/evidence/{hash}/openings");
        Assert.Equal(HttpQuestions.Ndjson, openings.Response.Content.Headers.ContentType?.MediaType);
        var lines = openings.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => System.Text.Json.Nodes.JsonNode.Parse(line)!).ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal("local", line["actor"]!.GetValue<string>()));
        Assert.All(lines, line => Assert.Equal("http", line["client"]!.GetValue<string>()));
        Assert.True(string.CompareOrdinal(lines[0]["at"]!.GetValue<string>(), lines[1]["at"]!.GetValue<string>()) < 0);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told_so()
    {
        var hash = new string('a', 64);
        foreach (var path in (string[])["", "/openings"])
        {
            var answer = await host.Client.AskAsync($"/api/evidence/{hash}{path}");
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Equal(["evidence.not_stored"], answer.Codes);
            Assert.Equal(["evidence.hash_invalid"], (await host.Client.AskAsync($"/api/evidence/{hash.ToUpperInvariant()}{path}")).Codes);
            Assert.Equal(["evidence.hash_invalid"], (await host.Client.AskAsync($"/api/evidence/x{path}")).Codes);
        }

        Assert.Equal(["evidence.unknown"], (await host.Client.AskAsync($"/api/evidence/{hash}/citations")).Codes);
    }

    [Fact]
    public async Task The_name_may_stand_in_the_header_as_browsers_write_it()
    {
        using var content = new ByteArrayContent(SampleFiles.Pdf("tên"));
        content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"x.pdf\"; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n.pdf");
        Assert.Equal("Biên bản.pdf", (await host.Client.HandInAsync(content)).Json["name"]!.GetValue<string>());
    }
}
