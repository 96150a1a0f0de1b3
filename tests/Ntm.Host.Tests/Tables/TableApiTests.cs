using System.Net;
using System.Text.RegularExpressions;
using Ntm.Host.Sheets;
using Ntm.Host.Tables;
using Ntm.Testing;

namespace Ntm.Host.Tests.Tables;

/// <summary>Tables over HTTP, and the template that comes back filled in.</summary>
public sealed class TableApiTests(TableDesk desk) : IClassFixture<TableDesk>
{
    private const string Asked =
        "/api/tables?unit=van-quan&on=2018-06-30&assessedBy=district&basisNumber=45/BC-UBND&basisDate=2018-07-02&basisIssuer=UBND%20huy%E1%BB%87n%20V%C4%83n%20Quan";

    [Fact]
    public async Task A_dry_run_answers_all_of_it_and_records_nothing()
    {
        var before = await desk.Host.Client.CountAsync();
        var answer = await PostAsync(Asked + "&dryRun=true", WorkbookDraft.Of(TableDesk.GoodTable()));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((28, true), (answer.Json["counts"]!["findings"]!.GetValue<int>(), answer.Json["recorded"] is null));
        Assert.Equal(before, await desk.Host.Client.CountAsync());
    }

    [Fact]
    public async Task A_table_is_recorded_once_however_often_it_is_sent()
    {
        var file = WorkbookDraft.Of(TableDesk.GoodTable());
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(Asked, file)).Status);
        var again = await PostAsync(Asked, file);
        Assert.Equal((HttpStatusCode.OK, 28), (again.Status, again.Json["recorded"]!["repeated"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_doubtful_table_is_a_problem_with_its_cells()
    {
        var table = TableDesk.GoodTable();
        table["D7"] = table["E8"] = "x";
        table["B9"] = "Hoa Binh";
        var before = await desk.Host.Client.CountAsync();
        var answer = await PostAsync(Asked, WorkbookDraft.Of(table));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["table.commune_unknown", "table.cell_unclear", "table.commune_missing"], answer.Codes);
        Assert.Equal(["Biểu 1!B9", "Biểu 1!D7", "van-quan.hoa-binh"], answer.Json["errors"]!.AsArray().Select(error => error!["field"]!.GetValue<string>()));
        Assert.Equal(before, await desk.Host.Client.CountAsync());
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(Asked + "&mark=x%3Dattained&match=B9%3Dvan-quan.hoa-binh", WorkbookDraft.Of(table))).Status);
    }

    [Theory]
    [InlineData(422, "day.invalid", "unit=van-quan&on=30/06/2018&assessedBy=district")]
    [InlineData(422, "field.missing", "unit=van-quan&assessedBy=district")]
    [InlineData(422, "field.missing", "on=2018-06-30&assessedBy=district")]
    [InlineData(422, "field.missing", "unit=van-quan&on=2018-06-30")]
    [InlineData(422, "field.invalid", "unit=van-quan&on=2018-06-30&assessedBy=all")]
    [InlineData(404, "unit.unknown", "unit=nobody&on=2018-06-30&assessedBy=district")]
    [InlineData(422, "set.none_in_force", "unit=van-quan&on=2016-06-30&assessedBy=district")]
    [InlineData(422, "parameter.unknown", "unit=van-quan&on=2018-06-30&assessedBy=district&dryrum=true")]
    [InlineData(422, "parameter.invalid", "unit=van-quan&on=2018-06-30&assessedBy=district&dryRun=yes")]
    [InlineData(422, "table.answer_invalid", "unit=van-quan&on=2018-06-30&assessedBy=district&match=B9")]
    public async Task What_is_said_wrongly_of_a_table_is_told(int status, string code, string query)
    {
        var answer = await PostAsync("/api/tables?" + query, WorkbookDraft.Of(TableDesk.GoodTable()));
        Assert.Equal((status, code), ((int)answer.Status, answer.Json["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Files_that_cannot_be_taken_have_their_status()
    {
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "table.too_large"), Told(await PostAsync(Asked, new byte[17 << 20])));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "table.file_unreadable"), Told(await PostAsync(Asked, [])));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "body.media_type"), Told(await PostAsync(Asked, [], "text/csv")));
    }

    [Fact]
    public async Task The_template_needs_only_to_be_filled_in()
    {
        var response = await desk.Host.Client.GetAsync(new Uri("/api/tables/template?unit=van-quan&on=2018-06-30", UriKind.Relative));
        Assert.Equal(WorkbookWriter.MediaType, response.Content.Headers.ContentType?.MediaType);
        var template = await response.Content.ReadAsByteArrayAsync();

        var empty = await PostAsync(Asked + "&dryRun=true", template);
        Assert.Empty(empty.Json["doubts"]!.AsArray());
        Assert.Equal((0, 76), (empty.Json["counts"]!["findings"]!.GetValue<int>(), empty.Json["counts"]!["blank"]!.GetValue<int>()));

        // C4 is criterion 1 of the first commune in Vietnamese order.
        var filled = await PostAsync(Asked, Filled(template, "C4", "Đạt"));
        Assert.Equal(["Hòa Bình", "Tú Xuyên", "Văn An", "Vân Mộng"], filled.Json["rows"]!.AsArray().Select(row => row!["name"]!.GetValue<string>()));
        Assert.Equal("A··················", filled.Json["rows"]![0]!["findings"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Created, filled.Status);
    }

    [Fact]
    public async Task The_template_of_a_province_has_a_sheet_for_each_district()
    {
        var template = await desk.Host.Client.GetByteArrayAsync(new Uri("/api/tables/template?unit=lang-son&on=2018-06-30", UriKind.Relative));
        Assert.Equal(["Bình Gia", "Văn Quan", "Hướng dẫn"], WorkbookReader.Read(template).Select(sheet => sheet.Name));
        var empty = await PostAsync(Asked.Replace("van-quan", "lang-son", StringComparison.Ordinal) + "&dryRun=true", template);
        Assert.Empty(empty.Json["doubts"]!.AsArray());
        Assert.Contains("Cơ bản đạt", SheetXml(template, 1), StringComparison.Ordinal);
    }

    private static byte[] Filled(byte[] workbook, string cell, string word)
    {
        var xml = SheetXml(workbook, 1);
        var filled = new Regex($"<x:c r=\"{cell}\"([^>]*?)\\s*/>").Replace(xml, $"<x:c r=\"{cell}\" t=\"inlineStr\"><x:is><x:t>{word}</x:t></x:is></x:c>", 1);
        Assert.NotEqual(xml, filled);
        return WorkbookDraft.WithPart(workbook, PartOf(workbook, 1), [System.Text.Encoding.UTF8.GetBytes(filled)]);
    }

    private static string SheetXml(byte[] workbook, int sheet)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(archive.GetEntry(PartOf(workbook, sheet))!.Open());
        return reader.ReadToEnd();
    }

    private static string PartOf(byte[] workbook, int sheet)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        return archive.Entries.Where(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal)).Order(Comparer<System.IO.Compression.ZipArchiveEntry>.Create(
            (one, other) => string.CompareOrdinal(one.FullName, other.FullName))).ElementAt(sheet - 1).FullName;
    }

    private static (HttpStatusCode, string) Told(HttpAnswer answer) => (answer.Status, answer.Json["code"]!.GetValue<string>());

    private async Task<HttpAnswer> PostAsync(string path, byte[] file, string mediaType = WorkbookWriter.MediaType)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        var response = await desk.Host.Client.PostAsync(new Uri(path, UriKind.Relative), content);
        return new HttpAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }
}
