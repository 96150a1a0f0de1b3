using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using Ntm.Host.Problems;

namespace Ntm.Host.Serving;

/// <summary>The names a host answers to: those of this machine, and the ones configured. Each as it is, none stands for others.</summary>
internal sealed class HostNames(ServingSettings settings)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names = FrozenSet
        .Create(StringComparer.OrdinalIgnoreCase, [.. (string[])["localhost", "127.0.0.1", "[::1]"], .. settings.Hosts.Select(InHeaders)])
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="host">As the header has it, with or without a port; a port there is none of makes it no name.</param>
    internal bool Contains(ReadOnlySpan<char> host)
    {
        var colon = host.LastIndexOf(':');
        // Inside the brackets of an address of version 6 a colon separates no port.
        if (colon <= host.LastIndexOf(']'))
            return _names.Contains(host);
        return ushort.TryParse(host[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _) && _names.Contains(host[..colon]);
    }

    // Browsers write names of other letters than ASCII's in their ASCII form, and addresses of version 6 in brackets.
    private static string InHeaders(string name) => IPAddress.TryParse(name.Trim('[', ']'), out var address) && address.GetAddressBytes().Length > 4
        ? $"[{address}]"
        : new HostString(name).ToUriComponent();
}

/// <summary>Answers to its names only: open to this machine means open to it, not to a page from elsewhere that calls it by another name.</summary>
// Not the framework's filter: it lets a missing name and any port pass, and pages, which put their own address together, fail for both.
internal sealed class NamedHost(RequestDelegate next, HostNames names)
{
    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Value;
        return names.Contains(host) ? next(context) : ProblemResult.HostUnknown(host ?? "").ExecuteAsync(context);
    }
}
