using Ntm.Domain.Access;
using Ntm.Domain.Refusals;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Host.Access;
using Ntm.Host.Recording;

namespace Ntm.Host.Accounts;

/// <summary>
/// Accounts as an administrator keeps them, on pages and over HTTP: only those all of whose offices, past ones too, lie in his area, and
/// only offices in it may be given. Every deed answers null, or why it was not done.
/// </summary>
internal sealed class AccountKeeping(AccountStore store, LiveAccounts accounts, LiveRecord live, TimeProvider time)
{
    internal DateOnly Today => VietnamCalendar.DayOf(time.GetUtcNow());

    internal IReadOnlyList<Account> Of(Caller keeper) =>
        keeper.Office is { } office ? [.. accounts.Roll.All.Where(account => IsOf(office.Area, account))] : [];

    /// <summary>The account, where the keeper may keep it.</summary>
    internal Read<Account> Find(Caller keeper, string name)
    {
        if (keeper.Office is not { } office)
            return new(null, AccountRefusals.First);
        if (accounts.Roll.Find(name) is not { } account)
            return new(null, AccountRefusals.Unknown(name));
        return IsOf(office.Area, account) ? new(account, null) : new(null, AccountRefusals.Area(name, office.Area!.Value));
    }

    internal async Task<Refusal?> AddAsync(Caller keeper, string? given, OfficeText text, string? person, string? password, CancellationToken cancellation)
    {
        if (keeper.Office is null)
            return AccountRefusals.First;
        var name = AccountNames.Canonical(given ?? "");
        if (!AccountNames.IsWellFormed(name))
            return new Refusal(AccountRefusalCodes.Name, "name", AccountNames.Vietnamese, AccountNames.English);
        if (text.Read(Today) is var read && read.Refusal is { } fault)
            return fault;
        if (OutsideOf(keeper.Office, read.Value!.Office) is { } outside)
            return outside;
        var first = string.IsNullOrEmpty(password) ? null : password;
        if (first is not null && !SignIn.IsAcceptable(first))
            return PasswordRefused;
        if (!await NewAccount.AddAsync(store, keeper.Actor, name, first, read.Value, person, cancellation))
            return AccountRefusals.Exists(name);
        return await DoneAsync(cancellation);
    }

    internal async Task<Refusal?> GiveOfficeAsync(Caller keeper, string name, OfficeText text, CancellationToken cancellation)
    {
        if (Find(keeper, name) is { Refusal: { } refusal })
            return refusal;
        if (text.Read(Today) is var read && read.Refusal is { } fault)
            return fault;
        if (OutsideOf(keeper.Office!, read.Value!.Office) is { } outside)
            return outside;
        await store.GiveOfficeAsync(keeper.Actor, name, read.Value, cancellation);
        return await DoneAsync(cancellation);
    }

    internal Task<Refusal?> EndOfficeAsync(Caller keeper, string name, string? office, string? to, CancellationToken cancellation) => KeepAsync(keeper, name, async () =>
    {
        if (OfficeText.DayOf(to, Today) is not { } day)
            return AccountRefusals.Office("to", "cần một ngày, YYYY-MM-DD", "takes a day, YYYY-MM-DD");
        if (!Guid.TryParse(office, out var id))
            return AccountRefusals.OfficeUnknown;
        return RefusalOf(await store.EndOfficeAsync(keeper.Actor, name, id, day, Today, cancellation), AccountRefusals.OfficeUnknown);
    }, cancellation);

    internal Task<Refusal?> SetPasswordAsync(Caller keeper, string name, string? password, CancellationToken cancellation) => KeepAsync(keeper, name, async () =>
    {
        if (password is null || !SignIn.IsAcceptable(password))
            return PasswordRefused;
        await store.SetPasswordAsync(keeper.Actor, name, SignIn.Hash(name, password), cancellation);
        return null;
    }, cancellation);

    internal Task<Refusal?> CloseAsync(Caller keeper, string name, CancellationToken cancellation) => KeepAsync(
        keeper, name, async () => RefusalOf(await store.CloseAsync(keeper.Actor, name, Today, cancellation), AccountRefusals.Closed), cancellation);

    internal Task<Refusal?> OpenAsync(Caller keeper, string name, CancellationToken cancellation) => KeepAsync(
        keeper, name, async () => await store.OpenAsync(keeper.Actor, name, cancellation) ? null : AccountRefusals.Open, cancellation);

    internal Task<Refusal?> NamePersonAsync(Caller keeper, string name, string? fullName, string? contact, CancellationToken cancellation) => KeepAsync(keeper, name, async () =>
    {
        if (string.IsNullOrWhiteSpace(fullName))
            return AccountRefusals.PersonMissing;
        var reached = string.IsNullOrWhiteSpace(contact) ? null : contact.Trim().Normalize();
        await store.NamePersonAsync(keeper.Actor, name, new Person(fullName.Trim().Normalize(), reached), cancellation);
        return null;
    }, cancellation);

    internal Task<Refusal?> ErasePersonAsync(Caller keeper, string name, CancellationToken cancellation) => KeepAsync(
        keeper, name, async () => await store.ErasePersonAsync(keeper.Actor, name, cancellation) ? null : AccountRefusals.PersonUnknown, cancellation);

    /// <summary>What was done to one account, the newest first.</summary>
    internal Task<IReadOnlyList<AccountAct>> ActsAsync(string name, int atMost, CancellationToken cancellation) => store.ActsAsync(name, atMost, cancellation);

    internal static Refusal? RefusalOf(AccountChange change, Refusal nothing) => change switch
    {
        AccountChange.Done => null,
        AccountChange.Nothing => nothing,
        _ => AccountRefusals.LastAdministrator,
    };

    private static Refusal PasswordRefused => new(AccountRefusalCodes.Password, "password", AccountNames.PasswordVietnamese, AccountNames.PasswordEnglish);

    private async Task<Refusal?> KeepAsync(Caller keeper, string name, Func<Task<Refusal?>> deed, CancellationToken cancellation) =>
        Find(keeper, name).Refusal ?? await deed() ?? await DoneAsync(cancellation);

    // Whoever did it sees it at once; other hosts hear of it.
    private async Task<Refusal?> DoneAsync(CancellationToken cancellation)
    {
        await accounts.RefreshAsync(cancellation);
        return null;
    }

    private bool IsOf(UnitId? area, Account account) => area is null || (account.Offices.Count > 0 && account.Offices.All(held => Holds(area, held.Office)));

    private Refusal? OutsideOf(Office keeper, Office given) => keeper.Area is not { } area || Holds(area, given) ? null
        : given.Area is { } unit ? AccessRefusals.Area(unit, area, "area") : AccessRefusals.WholeRecord(area);

    private bool Holds(UnitId? area, Office office) => area is null || (office.Area is { } unit && Area.Holds(live.Index.Register, area, unit, Today));
}
