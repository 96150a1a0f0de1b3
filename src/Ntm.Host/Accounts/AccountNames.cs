namespace Ntm.Host.Accounts;

/// <summary>Names of accounts: they stand beside entries for ever, in addresses and in tables, without escaping.</summary>
internal static class AccountNames
{
    internal const string Vietnamese = "tên tài khoản gồm a-z, 0-9, nối bằng '-', '.' hoặc '_', tối đa 100 ký tự, khác 'local' và 'operator'";
    internal const string English = "an account's name is made of a-z and 0-9, joined by '-', '.' or '_', at most 100 letters, and neither 'local' nor 'operator'";

    internal static readonly string PasswordVietnamese = $"mật khẩu cần từ {SignIn.ShortestPassword} ký tự";
    internal static readonly string PasswordEnglish = $"a password takes {SignIn.ShortestPassword} letters or more";

    private const int Longest = 100;

    /// <summary>Nobody is somebody else for a capital letter.</summary>
    internal static string Canonical(string name) => name.Trim().ToLowerInvariant();

    internal static bool IsWellFormed(string name)
    {
        var afterSeparator = true;
        foreach (var letter in name)
        {
            var separator = letter is '-' or '.' or '_';
            if (separator ? afterSeparator : letter is not ((>= 'a' and <= 'z') or (>= '0' and <= '9')))
                return false;
            afterSeparator = separator;
        }

        return !afterSeparator && name.Length <= Longest && name is not ("local" or "operator");
    }
}
