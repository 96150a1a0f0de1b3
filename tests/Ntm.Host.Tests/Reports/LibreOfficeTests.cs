using System.Diagnostics;
using System.Text;
using Ntm.Host.Reports;
using Ntm.Host.Reports.Checking;
using Ntm.Projections.Reports;

namespace Ntm.Host.Tests.Reports;

/// <summary>What another program makes of the files: it opens them, and keeps what they say when it saves them again.</summary>
public sealed class LibreOfficeTests
{
    private const string Program = "/usr/bin/soffice";

    // Each of its two programs is a package of its own.
    private static readonly string[] Needed = [Program, "/usr/lib/libreoffice/program/libsclo.so", "/usr/lib/libreoffice/program/libswlo.so"];

    [Fact]
    public async Task Workbooks_and_documents_open_and_keep_every_word_and_figure()
    {
        Assert.SkipUnless(Array.TrueForAll(Needed, File.Exists), "LibreOffice is not installed: apt-get install libreoffice-calc libreoffice-writer.");
        var folder = Directory.CreateTempSubdirectory("ntm-office-").FullName;
        try
        {
            foreach (var kind in ReportKinds.All)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, kind.Slug + ".xlsx"), ReportForms.Write(ReportSamples.Of(kind.Slug), "xlsx", new()));
                await File.WriteAllBytesAsync(Path.Combine(folder, kind.Slug + ".docx"), ReportForms.Write(ReportSamples.Of(kind.Slug), "docx", new()));
            }

            await ConvertAsync(folder, "csv:Text - txt - csv (StarCalc):44,34,76,1", "xlsx");
            await ConvertAsync(folder, "txt:Text (encoded):UTF8", "docx");
            await ConvertAsync(folder, "xlsx", "xlsx");
            await ConvertAsync(folder, "docx", "docx");
            await ConvertAsync(folder, "pdf", "docx");
            foreach (var kind in ReportKinds.All)
                await ExamineAsync(Path.Combine(folder, "out"), ReportSamples.Of(kind.Slug));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ExamineAsync(string folder, Report report)
    {
        var name = Path.Combine(folder, report.Kind.Slug);
        var sheet = CsvRow.Read((await File.ReadAllTextAsync(name + ".csv")).TrimStart('\ufeff')).SelectMany(row => row.Cells).ToHashSet();
        var document = await File.ReadAllTextAsync(name + ".txt");
        foreach (var cell in report.Tables.Take(1).SelectMany(table => table.Rows.SelectMany(row => table.Printed.Select(column => row.Cells[column.Place]))))
        {
            // The first sheet as a spreadsheet shows it, with a point before decimals; the document as an officer reads it.
            Assert.True(cell.IsEmpty || sheet.Contains(ReportWords.Shown(cell)) || sheet.Contains(ReportWords.Shown(cell).Replace(',', '.')), $"{report.Kind.Slug}: {ReportWords.Shown(cell)}");
            Assert.Contains(ReportWords.Shown(cell), document, StringComparison.Ordinal);
        }

        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", document, StringComparison.Ordinal);
        Assert.Contains(ReportWords.Title(report), document, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString((await File.ReadAllBytesAsync(name + ".pdf"))[..4]), StringComparison.Ordinal);
        foreach (var form in (string[])["xlsx", "docx"])
        {
            var told = FiledReports.Read(await File.ReadAllBytesAsync($"{name}.{form}")).Value!.File.Against(report, report.Hash());
            Assert.Empty(told.Altered.Select(cell => $"{report.Kind.Slug}.{form} {CheckWords.Of(cell)}"));
            Assert.Equal(0, told.Additions);
        }
    }

    private static async Task ConvertAsync(string folder, string to, string from)
    {
        var start = new ProcessStartInfo(Program,
        [
            "--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", to, "--outdir", Path.Combine(folder, "out"),
            .. Directory.GetFiles(folder, "*." + from),
        ])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var office = Process.Start(start)!;
        var output = office.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = office.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await office.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(office.ExitCode == 0, await output + await error);
    }
}
