using System.Net;
using Ntm.Host.Serving;
using Ntm.Host.Tests.CommandLine;

namespace Ntm.Host.Tests.Serving;

public sealed class ServingSettingsTests
{
    [Fact]
    public void Names_proxies_and_rates_are_read_from_the_environment()
    {
        var settings = Read(("NTM_HOSTS", "ntm.example.vn, ntm.lang-son.example"), ("NTM_PROXIES", "10.1.2.3 10.2.0.0/16;fd00::/8"), ("NTM_RATE_ADDRESS", "0"));
        Assert.Equal(["ntm.example.vn", "ntm.lang-son.example"], settings.Hosts);
        Assert.Equal([IPNetwork.Parse("10.1.2.3/32"), IPNetwork.Parse("10.2.0.0/16"), IPNetwork.Parse("fd00::/8")], settings.Proxies);
        Assert.Equal((3_000, 0, true), (settings.AccountRequestsPerMinute, settings.AddressRequestsPerMinute, settings.IsPublic));
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
            var refused = await TypedCommand.RunAsync(name => name == "NTM_HOSTS" ? "ntm.example.vn" : null, command);
            Assert.Equal((1, ""), (refused.Exit, refused.Output));
            Assert.Contains("NTM_HOSTS", refused.Error, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await TypedCommand.RunAsync(name => name == "NTM_PROXIES" ? "everybody" : null, "serve")).Exit);
    }

    private static ServingSettings Read(params (string Name, string Value)[] variables) =>
        ServingSettings.FromEnvironment(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
