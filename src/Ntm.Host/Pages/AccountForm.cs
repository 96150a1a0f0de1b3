using Ntm.Host.Accounts;

namespace Ntm.Host.Pages;

/// <summary>What stands in any of the forms about accounts.</summary>
public sealed class AccountForm
{
    public string? Name { get; set; }

    public string? Role { get; set; }

    public string? Area { get; set; }

    public string? Criteria { get; set; }

    public string? Office { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Held { get; set; }

    public string? FullName { get; set; }

    public string? Contact { get; set; }

    public string? Password { get; set; }

    internal OfficeText ToOffice() => new(Role, Area, Criteria, Office, From, To);
}
