using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ntm.Host.Reports;
using Ntm.Projections.Reports;
using Ntm.Testing;

namespace Ntm.Host.Tests.Reports;

/// <summary>What every report looks like in its forms, and that it looks the same everywhere.</summary>
public sealed class ReportFormsTests
{
    private static readonly OfficeHeading Heading = new("UBND tỉnh Lạng Sơn", "Văn phòng Điều phối nông thôn mới", "12/BC-VPĐP", "Lạng Sơn");

    public static TheoryData<string> Kinds => ReportSamples.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public void A_report_as_CSV(string kind) => Snapshot.Verify(Text(kind, "csv"), "csv", kind);

    [Theory, MemberData(nameof(Kinds))]
    public void A_report_as_JSON(string kind) => Snapshot.Verify(Text(kind, "json"), "json", kind);

    // The hashes are the promise: another machine, another culture, another year write the same files.
    [Theory]
    [InlineData("vi-VN")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void Equal_reports_are_equal_bytes_under_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var hashes = new StringBuilder();
            foreach (var kind in ReportKinds.All)
            {
                foreach (var form in ReportForms.All)
                    hashes.Append(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(Written(kind.Slug, form)))} {kind.Slug}.{form}\n");
            }

            Snapshot.Verify(hashes.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_hash_is_of_the_CSV_without_its_last_line(string kind)
    {
        var csv = Text(kind, "csv");
        var cut = csv.LastIndexOf("sha256,", StringComparison.Ordinal);

        Assert.Equal($"sha256,{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(csv[..cut])))}\r\n", csv[cut..]);
    }

    [Fact]
    public void Percent_and_average_are_rounded_half_away_from_zero()
    {
        Assert.Equal("12.5", ReportCell.Percent(1, 8).ToPlainText());
        Assert.Equal("6.3", ReportCell.Percent(1, 16).ToPlainText());
        Assert.Equal("0.13", ReportCell.Average(0.125m).ToPlainText());
        Assert.Equal("-0.13", ReportCell.AverageChange(-0.125m).ToPlainText());
        Assert.True(ReportCell.Percent(0, 0).IsEmpty);
    }

    [Fact]
    public void Cells_are_shown_as_Vietnamese_forms_write_them() => Assert.Equal(
        ["31/12/2018", "12,50", "+0,25", "-3", "0", "8,7%", "19", ""],
        new[]
        {
            ReportCell.Of(new DateOnly(2018, 12, 31)), ReportCell.Average(12.5m), ReportCell.AverageChange(0.25m), ReportCell.Change(-3), ReportCell.Change(0),
            ReportCell.Percent(2, 23), ReportCell.Whole(19), ReportCell.Empty,
        }.Select(ReportWords.Shown));

    private static string Text(string kind, string form) => Encoding.UTF8.GetString(Written(kind, form));

    private static byte[] Written(string kind, string form) => ReportForms.Write(ReportSamples.Of(kind), form, Heading);
}
