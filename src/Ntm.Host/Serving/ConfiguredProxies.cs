using Microsoft.AspNetCore.HttpOverrides;

namespace Ntm.Host.Serving;

/// <summary>What a proxy says of the caller counts where the proxy is one of those configured, and is not looked at otherwise.</summary>
internal static class ConfiguredProxies
{
    internal static void UseConfiguredProxies(this WebApplication app, ServingSettings settings)
    {
        if (settings.Proxies.Count == 0)
            return;

        // One proxy: of a list of addresses only the last was written by it, and the others by anybody.
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = 1,
        };
        // Without configuration it would believe this machine.
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in settings.Proxies)
            forwarded.KnownIPNetworks.Add(proxy);
        app.UseForwardedHeaders(forwarded);
    }
}
