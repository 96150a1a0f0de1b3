using Ntm.Domain.Access;

namespace Ntm.Host.Accounts;

/// <summary>An office as an account holds it: from a day on, and until before another.</summary>
/// <param name="To">The first day it is held no longer; null while nothing is known of an end.</param>
public sealed record HeldOffice(Guid Id, Office Office, DateOnly From, DateOnly? To)
{
    public bool IsHeldOn(DateOnly day) => From <= day && (To is not { } to || day < to);
}

/// <summary>Who may sign in. The name is the actor of entries for ever; a person's name is elsewhere and can be erased.</summary>
/// <param name="Stamp">Changes when sessions and tokens given out before must end.</param>
/// <param name="Outside">Who this is at the outside provider.</param>
/// <param name="Person">Null where none is named, or it was erased.</param>
public sealed record Account(
    string Name, DateTimeOffset CreatedAt, string? PasswordHash, Guid Stamp, DateTimeOffset? ClosedAt, DateTimeOffset? LockedUntil,
    OutsideIdentity? Outside, Person? Person, IReadOnlyList<HeldOffice> Offices)
{
    public bool IsClosed => ClosedAt is not null;

    public IEnumerable<HeldOffice> HeldOn(DateOnly day) => Offices.Where(office => office.IsHeldOn(day));
}

/// <summary>Issuer and subject of an ID token (OpenID Connect Core 1.0, section 2): together, and only together, they name somebody.</summary>
public sealed record OutsideIdentity(string Issuer, string Subject);

/// <summary>What was done to an account, and by whom.</summary>
/// <param name="Actor">An account, or <c>operator</c> for whoever holds the database.</param>
/// <param name="Detail">JSON; no person's name.</param>
public sealed record AccountAct(DateTimeOffset At, string Actor, string Account, string What, string? Detail);

public sealed record Person(string FullName, string? Contact);

/// <summary>All accounts at one moment. Immutable.</summary>
public sealed class AccountRoll
{
    private readonly Dictionary<string, Account> _byName;
    private readonly Dictionary<OutsideIdentity, Account> _byOutside;

    internal AccountRoll(IReadOnlyList<Account> accounts)
    {
        All = accounts;
        _byName = accounts.ToDictionary(account => account.Name, StringComparer.Ordinal);
        _byOutside = accounts.Where(account => account.Outside is not null).ToDictionary(account => account.Outside!);
    }

    public static AccountRoll Empty { get; } = new([]);

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<Account> All { get; }

    /// <summary>No account was ever made: a host on loopback is open.</summary>
    public bool IsEmpty => All.Count == 0;

    public Account? Find(string name) => _byName.GetValueOrDefault(name);

    public Account? Find(OutsideIdentity outside) => _byOutside.GetValueOrDefault(outside);
}
