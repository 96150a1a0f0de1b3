using Ntm.Domain.Access;
using Ntm.Domain.Time;
using Ntm.Host.Accounts;
using Ntm.Host.Database;

namespace Ntm.Host.CommandLine;

/// <summary>NTM_FIRST_USER and NTM_FIRST_PASSWORD: an administrator of the whole record, made once; ignored as soon as anybody has an account.</summary>
internal static class FirstUser
{
    /// <returns>The exit code of a refusal; null where the host may go on.</returns>
    internal static async Task<int?> AddAsync(CommandContext context, RecordSession session, CancellationToken cancellation)
    {
        var (given, password) = (context.Variable("NTM_FIRST_USER"), context.Variable("NTM_FIRST_PASSWORD"));
        if (string.IsNullOrWhiteSpace(given) || !session.Accounts.Roll.IsEmpty)
            return null;
        var name = AccountNames.Canonical(given);
        if (!AccountNames.IsWellFormed(name))
            return await UserCommand.RefuseAsync(context, "account.name", $"NTM_FIRST_USER: {AccountNames.Vietnamese}", AccountNames.English);
        if (password is null || !SignIn.IsAcceptable(password))
            return await UserCommand.RefuseAsync(context, "account.password", $"NTM_FIRST_PASSWORD: {AccountNames.PasswordVietnamese}", AccountNames.PasswordEnglish);
        var office = new HeldOffice(Guid.NewGuid(), new Office(Role.Administrator, null), VietnamCalendar.DayOf(session.Time.GetUtcNow()), null);
        // Two hosts may start at once: one of them makes it.
        await NewAccount.AddAsync(session.AccountStore, UserCommand.Operator, name, password, office, person: null, cancellation);
        await session.Accounts.RefreshAsync(cancellation);
        return null;
    }
}
