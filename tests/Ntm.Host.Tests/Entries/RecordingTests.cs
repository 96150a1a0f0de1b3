using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Ntm.Testing;

namespace Ntm.Host.Tests.Entries;

/// <summary>Telling the record over HTTP: what is answered, what is repeated, what is kept.</summary>
public sealed class RecordingTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Province = """{"id":"00000000-0000-4000-8000-0000000000a1","type":"unit_established","unit":"lang-son","name":"Lạng Sơn","level":"province","effectiveOn":"2010-01-01"}""";
    private const string District = """{"id":"00000000-0000-4000-8000-0000000000a2","type":"unit_established","unit":"van-quan","name":"Văn Quan","level":"district","parent":"lang-son","effectiveOn":"2010-01-01"}""";
    private const string Commune = """{"id":"00000000-0000-4000-8000-0000000000a3","type":"unit_established","unit":"van-quan.van-mong","name":"Vân Mộng","level":"commune","parent":"van-quan","effectiveOn":"2010-01-01"}""";
    private const string Finding = """{"id":"00000000-0000-4000-8000-0000000000b1","type":"criterion_attained","unit":"van-quan.van-mong","set":"ntm-2016-2020","criterion":5,"assessedBy":"district","effectiveOn":"2018-03-31"}""";

    private readonly RunningHost _host = new(cluster);

    public async ValueTask InitializeAsync() => await _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_answer_tells_where_every_line_stands()
    {
        var answer = await _host.Client.TellAsync(Province, District, Commune, Finding);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var lines = answer.Json["entries"]!.AsArray();
        Assert.Equal([1, 2, 3, 4], lines.Select(line => line!["line"]!.GetValue<int>()));
        Assert.Equal([1L, 2L, 3L, 4L], lines.Select(line => line!["sequence"]!.GetValue<long>()));
        Assert.Equal(["unit-lang-son", "unit-van-quan", "unit-van-quan.van-mong", "unit-van-quan.van-mong"], lines.Select(line => line!["stream"]!.GetValue<string>()));
        Assert.Equal([1L, 1L, 1L, 2L], lines.Select(line => line!["version"]!.GetValue<long>()));
        var stamps = lines.Select(line => line!["recordedAt"]!.GetValue<string>()).ToList();
        Assert.Equal(stamps.Order(StringComparer.Ordinal).Distinct(), stamps);
        Assert.All(stamps, stamp => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$", stamp));
    }

    [Fact]
    public async Task One_object_may_be_sent_as_plain_JSON_on_many_lines()
    {
        var body = JsonNode.Parse(Province)!.ToJsonString(new() { WriteIndented = true });
        var answer = await _host.Client.TellAsync(Encoding.UTF8.GetBytes(body), "application/json");
        Assert.Equal(HttpStatusCode.Created, answer.Status);
    }

    [Fact]
    public async Task The_same_batch_again_changes_nothing_and_says_where_it_stands()
    {
        await _host.Client.TellAsync(Province, District);
        var again = await _host.Client.TellAsync(District, Province);

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal([2L, 1L], again.Json["entries"]!.AsArray().Select(line => line!["sequence"]!.GetValue<long>()));
        Assert.All(again.Json["entries"]!.AsArray(), line => Assert.True(line!["repeated"]!.GetValue<bool>()));
        Assert.Equal(2, await _host.Client.CountAsync());
    }

    [Fact]
    public async Task A_batch_partly_repeated_records_the_rest()
    {
        await _host.Client.TellAsync(Province);
        var answer = await _host.Client.TellAsync(Province, District);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal([true, false], answer.Json["entries"]!.AsArray().Select(line => line!["repeated"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task An_id_with_other_content_is_refused_and_nothing_of_its_batch_is_recorded()
    {
        await _host.Client.TellAsync(Province);
        var answer = await _host.Client.TellAsync(District, Province.Replace("2010", "2011", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["entry.id_reused"], answer.Codes);
        Assert.Equal(1, await _host.Client.CountAsync());
    }

    [Fact]
    public async Task Composed_and_decomposed_letters_are_one_name_and_stored_composed()
    {
        await _host.Client.TellAsync(Province.Normalize(NormalizationForm.FormD));
        var again = await _host.Client.TellAsync(Province);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        var line = await _host.Client.GetStringAsync(new Uri("/api/entries", UriKind.Relative));
        Assert.Contains("Lạng Sơn".Normalize(NormalizationForm.FormC), line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_two_entries_of_one_line_and_is_known_again_in_either_form()
    {
        await _host.Client.TellAsync(Province, District, Commune, Finding);
        const string correction = """
            {"id":"00000000-0000-4000-8000-0000000000c1","type":"entry_corrected","unit":"van-quan.van-mong","entry":"00000000-0000-4000-8000-0000000000b1","reason":"sai ngày","replacement":{"type":"criterion_attained","unit":"van-quan.van-mong","set":"ntm-2016-2020","criterion":5,"assessedBy":"district","effectiveOn":"2018-04-01"}}
            """;
        var answer = await _host.Client.TellAsync(correction);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal([1, 1], answer.Json["entries"]!.AsArray().Select(line => line!["line"]!.GetValue<int>()));
        Assert.Equal([5L, 6L], answer.Json["entries"]!.AsArray().Select(line => line!["sequence"]!.GetValue<long>()));

        Assert.Equal(HttpStatusCode.OK, (await _host.Client.TellAsync(correction)).Status);
        var exported = await _host.Client.GetStringAsync(new Uri("/api/entries?after=4", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.TellAsync(Encoding.UTF8.GetBytes(exported), HttpQuestions.Ndjson)).Status);
        Assert.Equal(6, await _host.Client.CountAsync());
    }

    [Fact]
    public async Task An_export_fed_to_an_empty_record_gives_the_same_record_but_for_its_own_clock()
    {
        await _host.Client.TellAsync(Province, District, Commune, Finding);
        await _host.Client.TellAsync("""{"type":"entry_corrected","unit":"van-quan.van-mong","entry":"00000000-0000-4000-8000-0000000000b1","reason":"sai ngày","replacement":{"type":"criterion_lost","unit":"van-quan.van-mong","set":"ntm-2016-2020","criterion":6,"assessedBy":"audit","effectiveOn":"2018-04-01"}}""");
        var export = await _host.Client.GetStringAsync(new Uri("/api/entries", UriKind.Relative));

        await using var other = new RunningHost(cluster);
        await other.InitializeAsync();
        Assert.Equal(HttpStatusCode.Created, (await other.Client.TellAsync(Encoding.UTF8.GetBytes(export), HttpQuestions.Ndjson)).Status);

        static IEnumerable<string> Without(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var entry = JsonNode.Parse(line)!.AsObject();
            Assert.True(entry.Remove("recordedAt"));
            return entry.ToJsonString();
        });
        Assert.Equal(Without(export), Without(await other.Client.GetStringAsync(new Uri("/api/entries", UriKind.Relative))));
    }

    [Fact]
    public async Task The_longest_line_can_be_exported_and_read_back()
    {
        const int limit = 1024 * 1024;
        var line = Province.Replace("\"level\"", "\"note\":\"\",\"level\"", StringComparison.Ordinal);
        var longest = line.Replace("\"note\":\"\"", $"\"note\":\"{new string('a', limit - Encoding.UTF8.GetByteCount(line))}\"", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await _host.Client.TellAsync(Encoding.UTF8.GetBytes(longest + "\r\n"), HttpQuestions.Ndjson)).Status);
        var exported = await _host.Client.GetStringAsync(new Uri("/api/entries", UriKind.Relative));
        Assert.True(Encoding.UTF8.GetByteCount(exported) > limit);
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.TellAsync(Encoding.UTF8.GetBytes(exported), HttpQuestions.Ndjson)).Status);
        Assert.Equal(["line.too_long"], (await _host.Client.TellAsync(longest.Replace("\"note\":\"", "\"note\":\"b", StringComparison.Ordinal))).Codes);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over_in_either_form()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Province)];
        Assert.Equal(HttpStatusCode.Created, (await _host.Client.TellAsync(marked, "application/json; charset=utf-8")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.TellAsync(marked, HttpQuestions.Ndjson)).Status);
    }

    [Fact]
    public async Task An_expected_version_that_no_longer_stands_is_a_clash()
    {
        await _host.Client.TellAsync(Province, District, Commune);
        var right = await _host.Client.TellAsync(Encoding.UTF8.GetBytes(Finding), HttpQuestions.Ndjson, ("If-Match", "\"unit-van-quan.van-mong=1\""));
        Assert.Equal(HttpStatusCode.Created, right.Status);
        var stale = await _host.Client.TellAsync(
            Encoding.UTF8.GetBytes(Finding.Replace("b1", "b2", StringComparison.Ordinal)), HttpQuestions.Ndjson, ("If-Match", "\"unit-van-quan.van-mong=1\""));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal(["stream.version_clash"], stale.Codes);
        Assert.Equal(4, await _host.Client.CountAsync());
    }

    [Fact]
    public async Task The_feed_can_be_taken_up_again_cut_short_and_narrowed_to_a_unit()
    {
        await _host.Client.TellAsync(Province, District, Commune, Finding);
        async Task<IEnumerable<long>> Sequences(string query) =>
            [.. (await _host.Client.GetStringAsync(new Uri($"/api/entries{query}", UriKind.Relative))).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!["sequence"]!.GetValue<long>())];

        Assert.Equal(new long[] { 3, 4 }, await Sequences("?after=2"));
        Assert.Equal(new long[] { 2, 3 }, await Sequences("?after=1&limit=2"));
        Assert.Equal(new long[] { 3, 4 }, await Sequences("?unit=van-quan.van-mong"));
        Assert.Empty(await Sequences("?after=4"));
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.AskAsync("/api/entries?unit=nobody")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _host.Client.AskAsync("/api/entries?after=-1")).Status);
        Assert.Equal(["parameter.unknown"], (await _host.Client.AskAsync("/api/entries?aftr=3")).Codes);
    }

    [Fact]
    public async Task A_finding_of_tomorrow_is_refused_by_the_record_clock()
    {
        await _host.Client.TellAsync(Province, District, Commune);
        var tomorrow = Domain.Time.VietnamCalendar.Format(_host.Session.Questions.Today.AddDays(1));
        var answer = await _host.Client.TellAsync(Finding.Replace("2018-03-31", tomorrow, StringComparison.Ordinal));
        Assert.Equal(["finding.effective_in_future"], answer.Codes);
    }
}
