using System.Net;
using System.Text.RegularExpressions;
using Ntm.Domain.Dossiers;
using Ntm.Testing;
using static Ntm.Host.Tests.Titles.ToldDossier;
using static Ntm.Testing.Said;

namespace Ntm.Host.Tests.Titles;

/// <summary>The pages of titles and dossiers as an office reads them.</summary>
public sealed partial class TitlePageTests(ToldDossier told) : IClassFixture<ToldDossier>
{
    private const string Dossier = $"/dossiers/{DossierSteps.Dossier}";

    [Fact]
    public async Task A_dossier_tells_its_steps_with_what_speaks_against_each_and_what_comes_next()
    {
        var page = await told.Client.AskAsync($"{Dossier}?on=2018-12-31&knownAt=42");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Snapshot.Verify(Shown(page), "html");
    }

    [Fact]
    public async Task A_title_tells_four_dates_apart_and_the_watch_why_it_is_to_be_looked_at()
    {
        Assert.Contains("Chưa có quyết định công nhận nào", (await told.Client.AskAsync("/units/van-quan.van-an/titles?on=2018-12-31&knownAt=42")).Text, StringComparison.Ordinal);
        Assert.Contains("Không có gì cần xem lại", (await told.Client.AskAsync("/titles/watch?on=2018-12-31&knownAt=42")).Text, StringComparison.Ordinal);

        await told.RecordAsync(Text(DossierSteps.Step(StepKind.Granted, Decided).Issued("2166/QĐ-UBND"), 300), Text(LostLater(17), 301));

        Snapshot.Verify(Shown(await told.Client.AskAsync("/units/van-quan.van-an/titles?on=2018-12-31&knownAt=44")), "html");
        Snapshot.Verify(Shown(await told.Client.AskAsync("/titles/watch?under=lang-son&on=2018-12-31&knownAt=44")), "html", "watch");
        // Every entry a page names is a row of the unit's history.
        var history = (await told.Client.AskAsync("/units/van-quan.van-an?knownAt=44")).Text;
        Assert.Contains($"<tr id=\"entry-{Id(301)}\"", history, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/units/khong-co/titles", 404, "unit.unknown")]
    [InlineData("/dossiers/khong-co", 404, "dossier.unknown")]
    [InlineData("/titles/watch?under=khong-co", 404, "unit.unknown")]
    [InlineData("/titles/watch?on=2018-02-30", 422, "day.invalid")]
    [InlineData("/titles/watch?knownAt=9999", 422, "known_at.unknown_sequence")]
    public async Task What_cannot_be_answered_says_why_and_the_form_stays(string address, int status, string code)
    {
        var page = await told.Client.AskAsync(address);
        Assert.Equal(status, (int)page.Status);
        Assert.Contains(code, page.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"knownAt\"", page.Text, StringComparison.Ordinal);
    }

    private static string Shown(HttpAnswer page) => RecordedDays().Replace(Body().Match(page.Text).Value, "{day}").Replace("\r", "", StringComparison.Ordinal) + "\n";

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex(@"(?<=Ngày ghi vào sổ</dt><dd>|ghi vào sổ )\d\d/\d\d/\d{4}")]
    private static partial Regex RecordedDays();
}
