using System.Net;
using System.Text.RegularExpressions;
using Ntm.Host.Tests.Tables;
using Ntm.Testing;

namespace Ntm.Host.Tests.Pages;

/// <summary>The table page as a browser without script uses it.</summary>
public sealed class TablePageTests(TableDesk desk) : IClassFixture<TableDesk>
{
    [Fact]
    public async Task A_table_is_tried_and_then_recorded()
    {
        var table = TableDesk.GoodTable();
        table["D8"] = "x";
        table["B9"] = "Hoa Binh";
        var file = WorkbookDraft.Of(table);
        var before = await desk.Host.Client.CountAsync();

        var tried = await SendAsync(file, ("Action", "try"));
        Assert.Contains("3 điều nghi vấn; chưa ghi gì", tried.Text, StringComparison.Ordinal);
        Assert.Contains("<b>Biểu 1!D8</b>", tried.Text, StringComparison.Ordinal);
        Assert.Contains("Có thể là: Hòa Bình = van-quan.hoa-binh.", tried.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"45/BC-UBND\"", tried.Text, StringComparison.Ordinal);
        Assert.Equal(before, await desk.Host.Client.CountAsync());

        // Pressing the other button settles nothing.
        Assert.Contains("3 điều nghi vấn; chưa ghi gì", (await SendAsync(file, ("Action", "record"))).Text, StringComparison.Ordinal);
        (string, string)[] settled = [("Marks", "x=attained"), ("Matches", "B9=van-quan.hoa-binh\r\n")];
        Assert.Contains("Không có gì nghi vấn; chưa ghi gì", (await SendAsync(file, [("Action", "try"), .. settled])).Text, StringComparison.Ordinal);
        Assert.Equal(before, await desk.Host.Client.CountAsync());

        Assert.Contains("28 mục ghi mới, 0 đã có từ trước", (await SendAsync(file, [("Action", "record"), .. settled])).Text, StringComparison.Ordinal);
        Assert.Equal(before + 28, await desk.Host.Client.CountAsync());
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_is_told_on_the_page()
    {
        var page = await SendAsync([1, 2, 3], ("Action", "try"));
        Assert.Contains("table.file_unreadable", page.Text, StringComparison.Ordinal);
        Assert.Contains("table.file_unreadable", (await SendAsync([1, 2, 3], ("Action", "record"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_elsewhere_records_nothing()
    {
        using var form = new MultipartFormDataContent { { new StringContent("record"), "Form.Action" }, { new StringContent("table"), "_handler" } };
        var response = await desk.Host.Client.PostAsync(new Uri("/tables", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<HttpAnswer> SendAsync(byte[] file, params (string Field, string Value)[] fields)
    {
        var page = await desk.Host.Client.GetStringAsync(new Uri("/tables", UriKind.Relative));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Hidden(page, "__RequestVerificationToken")), "__RequestVerificationToken" },
            { new StringContent(Hidden(page, "_handler")), "_handler" },
            { new ByteArrayContent(file), "Form.File", "bang.xlsx" },
        };
        var asked = TableDesk.Asked;
        foreach (var (field, value) in new[] { ("Unit", asked.Unit), ("On", asked.On), ("AssessedBy", asked.AssessedBy), ("BasisNumber", asked.BasisNumber), ("BasisDate", asked.BasisDate), ("BasisIssuer", asked.BasisIssuer), ("Set", "") }
            .Concat(fields.Select(field => (field.Field, (string?)field.Value))))
        {
            form.Add(new StringContent(value ?? ""), "Form." + field);
        }

        var response = await desk.Host.Client.PostAsync(new Uri("/tables", UriKind.Relative), form);
        return new HttpAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    private static string Hidden(string page, string name) => WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);
}
