using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ntm.Host.Tests.Reports;

/// <summary>Files held against the record they claim to be of.</summary>
public sealed class ReportCheckTests(ReportHost host) : IClassFixture<ReportHost>
{
    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    [InlineData("csv")]
    public async Task What_nobody_touched_is_identical(string form)
    {
        var run = await host.RunAsync("verify", await host.WriteAsync("communes-by-criterion", form, "--office", "UBND tỉnh Lạng Sơn"));
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.StartsWith("identical: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_altered_figure_is_found_and_the_program_says_so_by_its_exit_code()
    {
        var file = await AlteredAsync("bands", ",20.0,", ",30.0,");
        var run = await host.RunAsync("verify", file);
        Assert.Equal(1, run.Exit);
        Assert.StartsWith("altered: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("dòng 2, cột 3: '30.0' → '20.0'", run.Output, StringComparison.Ordinal);

        var check = JsonNode.Parse((await host.RunAsync("verify", file, "--format", "json")).Output)!;
        Assert.Equal(("altered", 1, "30.0"), (check["verdict"]!.GetValue<string>(), check["alteredCount"]!.GetValue<int>(), check["altered"]![0]!["says"]!.GetValue<string>()));
    }

    // A workbook counts days from 30 December 1899, and a cell can hold any number.
    [Fact]
    public async Task A_day_before_all_days_is_an_altered_cell_and_no_fault()
    {
        var file = await host.WriteAsync("recognised", "xlsx");
        using (var package = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            foreach (var sheet in package.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ToList())
            {
                using var reader = new StreamReader(sheet.Open());
                var text = await reader.ReadToEndAsync();
                reader.Dispose();
                var name = sheet.FullName;
                sheet.Delete();
                await using var writer = new StreamWriter(package.CreateEntry(name).Open());
                await writer.WriteAsync(Regex.Replace(text, "v>4[0-9]{4}<", "v>-999999<"));
            }
        }

        var run = await host.RunAsync("verify", file);
        Assert.Equal(1, run.Exit);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_false_hash_is_found_though_every_figure_is_right()
    {
        var file = await host.WriteAsync("bands", "csv");
        var text = await File.ReadAllTextAsync(file);
        var at = text.IndexOf("sha256,", StringComparison.Ordinal) + "sha256,".Length;
        await File.WriteAllTextAsync(file, text[..at] + (text[at] == '0' ? '1' : '0') + text[(at + 1)..]);

        var run = await host.RunAsync("verify", file);
        Assert.Equal(1, run.Exit);
        Assert.Contains("cột 2: '", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.format_other", "format,1", "format,2")]
    [InlineData("report.format_other", "setVersion,1", "setVersion,2")]
    [InlineData("report.record_other", "recordedAt,2", "recordedAt,1")]
    [InlineData("report.record_other", "sequence,50", "sequence,5000")]
    [InlineData("report.parameter_invalid", "sequence,50", "sequence,many")]
    [InlineData("report.parameter_invalid", "boundary,", "bound,")]
    [InlineData("report.not_ours", "report,bands", "rep,bands")]
    [InlineData("report.kind_unknown", "report,bands", "report,hands")]
    [InlineData("unit.unknown", "unit,lang-son", "unit,nowhere")]
    [InlineData("set.unknown", "set,ntm-2016-2020", "set,none")]
    [InlineData("day.invalid", "on,2018-12-31", "on,2018-02-31")]
    [InlineData("assessed_by.invalid", "\"district,", "\"nobody,")]
    public async Task Parameters_that_cannot_be_asked_again_are_told(string code, string was, string becomes)
    {
        var run = await host.RunAsync("verify", await AlteredAsync("bands", was, becomes));
        Assert.Equal(1, run.Exit);
        Assert.StartsWith(code + ":", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_question_of_usage() => Assert.Equal(2, (await host.RunAsync("verify", "no-such-file.xlsx")).Exit);

    private async Task<string> AlteredAsync(string kind, string was, string becomes)
    {
        var file = await host.WriteAsync(kind, "csv");
        var text = await File.ReadAllTextAsync(file);
        var at = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0);
        await File.WriteAllTextAsync(file, text[..at] + becomes + text[(at + was.Length)..], new UTF8Encoding(false));
        return file;
    }
}
