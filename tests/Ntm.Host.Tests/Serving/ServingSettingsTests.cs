using System.Net;
using Ntm.Host.Serving;
using Ntm.Host.Tests.CommandLine;
using Ntm.Testing;

namespace Ntm.Host.Tests.Serving;

public sealed class ServingSettingsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public void Names_proxies_and_rates_are_read_from_the_environment()
    {
        var settings = Read(("NTM_HOSTS", "ntm.example.vn, ntm.lang-son.example"), ("NTM_PROXIES", "10.1.2.3 10.2.0.0/16;fd00::/8"), ("NTM_RATE_ADDRESS", "0"));
        Assert.Equal(["ntm.example.vn", "ntm.lang-son.example"], settings.Hosts);
        Assert.Equal([IPNetwork.Parse("10.1.2.3/32"), IPNetwork.Parse("10.2.0.0/16"), IPNetwork.Parse("fd00::/8")], settings.Proxies);
        Assert.Equal((60_000, 0, true), (settings.AccountRequestsPerMinute, settings.AddressRequestsPerMinute, settings.IsPublic));
        Assert.False(Read().IsPublic);
    }

    [Theory]
    [InlineData("NTM_HOSTS", "*")]
    [InlineData("NTM_HOSTS", "*.example.vn")]
    [InlineData("NTM_HOSTS", "https://ntm.example.vn")]
    [InlineData("NTM_PROXIES", "proxy.example.vn")]
    [InlineData("NTM_PROXIES", "10.1.2.3/99")]
    [InlineData("NTM_RATE_ACCOUNT", "-1")]
    [InlineData("NTM_RATE_ADDRESS", "many")]
    public void What_it_cannot_mean_is_told_with_the_variable(string variable, string value) =>
        Assert.Contains(variable, Assert.Throws<ServingSettingsException>(() => Read((variable, value))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Without_accounts_no_host_starts_that_others_are_meant_to_reach()
    {
        foreach (var command in (string[])["serve", "demo"])
        {
            var refused = await TypedCommand.RunAsync(
                name => name == "NTM_HOSTS" ? "ntm.example.vn" : name == "NTM_DATABASE" ? database.ConnectionString : null, command);
            Assert.Equal((1, ""), (refused.Exit, refused.Output));
            Assert.Contains("NTM_HOSTS", refused.Error, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await TypedCommand.RunAsync(name => name == "NTM_PROXIES" ? "everybody" : null, "serve")).Exit);
    }

    [Theory]
    [InlineData("ntm.example.vn", true)]
    [InlineData("NTM.Example.vn:443", true)]
    [InlineData("xn--vn-mng-wta5842d.example", true)]
    [InlineData("[::1]:8018", true)]
    [InlineData("[fd00::1]", true)]
    [InlineData("", false)]
    [InlineData(":80", false)]
    [InlineData("ntm.example.vn:", false)]
    [InlineData("ntm.example.vn:65536", false)]
    [InlineData("ntm.example.vn:80:80", false)]
    [InlineData("ntm.example.vn.", false)]
    [InlineData("127.0.0.2", false)]
    public void A_host_has_the_names_it_was_given_and_no_others(string header, bool isName) =>
        Assert.Equal(isName, new HostNames(new ServingSettings { Hosts = ["ntm.example.vn", "vân-mộng.example", "fd00::1"] }).Contains(header));

    private static ServingSettings Read(params (string Name, string Value)[] variables) =>
        ServingSettings.FromEnvironment(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
