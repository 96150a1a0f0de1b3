using System.Globalization;
using System.Net;
using Ntm.Host.OpenIdConnect;

namespace Ntm.Host.Serving;

/// <summary>How a host is reached from outside: everything of it that the environment states, and nothing else reads it.</summary>
public sealed record ServingSettings
{
    /// <summary>For this machine alone.</summary>
    public static ServingSettings Default { get; } = new();

    /// <summary>Names it is called by besides those of this machine (NTM_HOSTS).</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whose word about the caller's address, scheme and host is believed (NTM_PROXIES).</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Requests of one account (NTM_RATE_ACCOUNT); 0 for any number.</summary>
    public int AccountRequestsPerMinute { get; init; } = 60_000;

    /// <summary>Requests of one address, whoever asks (NTM_RATE_ADDRESS): an office may have one for all. 0 for any number.</summary>
    public int AddressRequestsPerMinute { get; init; } = 240_000;

    /// <summary>Who else people may sign in through (NTM_OIDC_AUTHORITY); null for nobody.</summary>
    public ProviderSettings? Outside { get; init; }

    /// <summary>Whether others than this machine are meant to reach it.</summary>
    public bool IsPublic => Hosts.Count > 0 || Proxies.Count > 0;

    /// <exception cref="ServingSettingsException"/>
    /// <exception cref="ProviderSettingsException"/>
    public static ServingSettings FromEnvironment(Func<string, string?> variable) => new()
    {
        Hosts = [.. Parts(variable("NTM_HOSTS")).Select(HostName)],
        Proxies = [.. Parts(variable("NTM_PROXIES")).Select(Network)],
        AccountRequestsPerMinute = Number(variable, "NTM_RATE_ACCOUNT", Default.AccountRequestsPerMinute),
        AddressRequestsPerMinute = Number(variable, "NTM_RATE_ADDRESS", Default.AddressRequestsPerMinute),
        Outside = ProviderSettings.FromEnvironment(variable),
    };

    private static string[] Parts(string? list) => (list ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // No pattern: one that matches everything would give away what the names are there for.
    private static string HostName(string text) => Uri.CheckHostName(text) != UriHostNameType.Unknown
        ? text
        : throw new ServingSettingsException("NTM_HOSTS", text, "một tên máy, ví dụ ntm.example.vn", "a host name, such as ntm.example.vn");

    private static IPNetwork Network(string text)
    {
        if (IPAddress.TryParse(text, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(text, out var network)
            ? network
            : throw new ServingSettingsException("NTM_PROXIES", text, "một địa chỉ hay mạng, ví dụ 10.1.2.3 hoặc 10.1.0.0/16", "an address or a network, such as 10.1.2.3 or 10.1.0.0/16");
    }

    private static int Number(Func<string, string?> variable, string name, int otherwise) => variable(name) is not { Length: > 0 } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ServingSettingsException(name, text, "một số nguyên", "a whole number");
}

/// <summary>The environment states something a host cannot be started with.</summary>
public sealed class ServingSettingsException(string variable, string value, string vietnamese, string english)
    : Exception($"{variable}: '{value}' không phải là {vietnamese} · is not {english}");
