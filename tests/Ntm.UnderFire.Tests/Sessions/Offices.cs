using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Domain.Access;
using Ntm.Domain.Units;
using Ntm.Host.Accounts;
using Ntm.Host.Database;

namespace Ntm.UnderFire.Tests.Sessions;

/// <summary>Accounts of a province: auditors who ask, appraisal teams who record.</summary>
internal static class Offices
{
    private static readonly TimeSpan Serves = TimeSpan.FromHours(1);

    /// <returns>A token of each account.</returns>
    internal static async Task<IReadOnlyList<string>> OpenAsync(string database, Role role, int accounts)
    {
        await using var session = await RecordSession.OpenAsync(new DatabaseChoice.Named(database), NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);
        var tokens = new List<string>();
        for (var number = 0; number < accounts; number++)
        {
            var name = $"{Roles.Names.NameOf(role)}-{number}";
            var office = new HeldOffice(Guid.NewGuid(), new Office(role, UnitId.Parse("lang-son")), new DateOnly(2017, 1, 1), null);
            Assert.True(await session.AccountStore.AddAsync("operator", name, null, office, CancellationToken.None));
            await session.Accounts.RefreshAsync(CancellationToken.None);
            var account = session.Accounts.Roll.Find(name)!;
            tokens.Add((await new Tokens(session.SigningKeys, TimeProvider.System).GiveAsync(account, office, null, Serves, CancellationToken.None)).Token);
        }

        return tokens;
    }
}
