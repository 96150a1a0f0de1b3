namespace Ntm.Host.OpenIdConnect;

/// <summary>The outside provider people may sign in through, as the environment states it.</summary>
/// <param name="Authority">The issuer, letter by letter as the provider writes it.</param>
/// <param name="ClientSecret">Null for a public client: PKCE binds the code to this host all the same.</param>
/// <param name="Name">What people call it.</param>
public sealed record ProviderSettings(string Authority, string ClientId, string? ClientSecret, string Name)
{
    /// <returns>Null where none is stated.</returns>
    /// <exception cref="ProviderSettingsException"/>
    public static ProviderSettings? FromEnvironment(Func<string, string?> variable)
    {
        if (Stated(variable, "NTM_OIDC_AUTHORITY") is not { } authority)
            return null;
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || !IsSafe(address) || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new ProviderSettingsException("NTM_OIDC_AUTHORITY", "cần một địa chỉ https", "takes an https address");
        var client = Stated(variable, "NTM_OIDC_CLIENT_ID")
            ?? throw new ProviderSettingsException("NTM_OIDC_CLIENT_ID", "cần mã ứng dụng đã đăng ký với nhà cung cấp", "takes what the provider registered this host as");
        return new ProviderSettings(authority, client, Stated(variable, "NTM_OIDC_CLIENT_SECRET"), Stated(variable, "NTM_OIDC_NAME") ?? address.Host);
    }

    /// <summary>Nothing goes to a provider unencrypted, unless it runs on this machine.</summary>
    internal static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static string? Stated(Func<string, string?> variable, string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;
}

/// <summary>The environment states a provider nobody can sign in through.</summary>
public sealed class ProviderSettingsException(string variable, string vietnamese, string english) : Exception($"{variable}: {vietnamese} · {english}");
