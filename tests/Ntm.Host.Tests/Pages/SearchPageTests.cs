using System.Net;
using System.Text;
using Ntm.Testing;

namespace Ntm.Host.Tests.Pages;

/// <summary>Units sought by name: tone marks, composition and case do not matter, and every name a unit ever had counts.</summary>
public sealed class SearchPageTests(DemoHost host) : IClassFixture<DemoHost>
{
    [Theory]
    [InlineData("van an")]
    [InlineData("Văn An")]
    [InlineData("XÃ VĂN AN")]
    [InlineData("van-quan.van-an")]
    public async Task However_it_is_written_it_is_found(string name)
    {
        foreach (var query in new[] { name, name.Normalize(NormalizationForm.FormD) })
        {
            var found = (await host.Client.AskAsync($"/api/search?q={Uri.EscapeDataString(query)}")).Json;
            Assert.Equal("van-quan.van-an", (string?)found["units"]![0]!["unit"]);
            Assert.Contains("Xã Văn An</a>", WebUtility.HtmlDecode((await host.Client.AskAsync($"/search?q={Uri.EscapeDataString(query)}")).Text), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_unit_that_ended_is_found_with_what_became_of_it()
    {
        var ended = (await host.Client.AskAsync("/api/search?q=van mong")).Json["units"]![0]!;
        Assert.Equal("van-quan.van-mong", (string?)ended["unit"]);
        Assert.NotNull(ended["endedOn"]);
        Assert.NotNull(ended["successors"]);
    }

    [Fact]
    public async Task What_is_found_at_a_sequence_is_found_so_for_ever_and_nothing_is_found_for_nothing()
    {
        Assert.Equal(0, (int)(await host.Client.AskAsync("/api/search?q=van an&knownAt=1")).Json["count"]!);
        Assert.Equal(0, (int)(await host.Client.AskAsync("/api/search")).Json["count"]!);
        Assert.Contains("không có đơn vị nào từng mang tên ấy", (await host.Client.AskAsync("/search?q=zzz")).Text, StringComparison.Ordinal);
    }
}
