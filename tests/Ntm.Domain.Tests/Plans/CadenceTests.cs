using System.Globalization;
using Ntm.Domain.Plans.Cadences;

namespace Ntm.Domain.Tests.Plans;

public sealed class CadenceTests
{
    [Theory]
    [InlineData("Tháng 3, 6, 9, 11", "Tháng 3/2018 31/03; Tháng 6/2018 30/06; Tháng 9/2018 30/09; Tháng 11/2018 30/11")]
    [InlineData("Tháng 3,6,9,11", "Tháng 3/2018 31/03; Tháng 6/2018 30/06; Tháng 9/2018 30/09; Tháng 11/2018 30/11")]
    [InlineData("Tháng 7-8", "Tháng 7-8/2018 31/08")]
    [InlineData("Tháng 01/2019", "Tháng 1/2019 31/01")]
    [InlineData("trong tháng 12/2018", "Tháng 12/2018 31/12")]
    [InlineData("Quý I", "Quý I/2018 31/03")]
    [InlineData("hết quý I năm 2018", "Quý I/2018 31/03")]
    [InlineData("Quý II, IV", "Quý II/2018 30/06; Quý IV/2018 31/12")]
    [InlineData("chậm nhất 30/11/2018", "Ngày 30/11/2018 30/11")]
    [InlineData("Thời gian 3 tháng, 6 tháng và 1 năm", "3 tháng 31/03; 6 tháng 30/06; 1 năm 31/12")]
    [InlineData("sơ kết 6 tháng, tổng kết năm", "6 tháng đầu năm 2018 30/06; Năm 2018 31/12")]
    [InlineData("mỗi quý ít nhất có một lần", "Quý I/2018 31/03; Quý II/2018 30/06; Quý III/2018 30/09; Quý IV/2018 31/12")]
    public void Words_with_months_quarters_or_days_fall_due_on_their_last_days(string words, string expected)
    {
        var cadence = Read(words);

        Assert.Equal(expected, string.Join("; ", cadence.Windows.Select(window => $"{window.Name} {window.Due.ToString("dd/MM", CultureInfo.InvariantCulture)}")));
        Assert.False(cadence.IsContinuous || cadence.IsOnDemand || cadence.IsUndetermined);
    }

    [Fact]
    public void Every_month_quarter_half_year_and_year_are_nineteen_periods()
    {
        var cadence = Read("Định kỳ hàng tháng, quý, 6 tháng, cả năm báo cáo tiến độ, kết quả thực hiện");

        Assert.Equal(12 + 4 + 2 + 1, cadence.Windows.Count);
        Assert.Equal("Năm 2018", Assert.Single(cadence.Windows, window => window.From.Month == 1 && window.Due.Month == 12).Name);
    }

    [Theory]
    [InlineData("Thường xuyên", true, false, false)]
    [InlineData("Đột xuất", false, true, false)]
    [InlineData("Định kỳ theo quy định và đột xuất", false, true, true)]
    [InlineData("Theo thời gian thích hợp", false, false, true)]
    [InlineData("Theo đề xuất của BCD xã", false, false, true)]
    [InlineData("Tháng 13", false, false, true)]
    [InlineData("Tháng 3/0000", false, false, true)]
    [InlineData("Tháng 12/9999", false, false, true)]
    [InlineData("Quý I/0000", false, false, true)]
    [InlineData("", false, false, true)]
    public void Words_without_a_day_give_none(string words, bool isContinuous, bool isOnDemand, bool isUndetermined)
    {
        var cadence = Read(words);

        Assert.Empty(cadence.Windows);
        Assert.Equal((isContinuous, isOnDemand, isUndetermined), (cadence.IsContinuous, cadence.IsOnDemand, cadence.IsUndetermined));
    }

    [Fact]
    public void A_plan_of_all_time_and_a_text_without_end_give_no_day()
    {
        Assert.True(CadenceReading.Read("hàng tháng", DateOnly.MinValue, DateOnly.MaxValue).IsUndetermined);
        Assert.True(CadenceReading.Read(string.Concat(Enumerable.Repeat("tháng 3, ", 100_000)), new DateOnly(2018, 1, 1), new DateOnly(2018, 12, 31)).IsUndetermined);
    }

    [Fact]
    public void Words_in_decomposed_letters_are_read_as_the_same() =>
        Assert.Equal(Read("Quý I").Windows, Read("Quý I".Normalize(System.Text.NormalizationForm.FormD)).Windows);

    private static Cadence Read(string words) => CadenceReading.Read(words, new DateOnly(2018, 1, 1), new DateOnly(2018, 12, 31));
}
