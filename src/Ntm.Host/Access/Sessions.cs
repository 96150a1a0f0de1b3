using Microsoft.AspNetCore.Authentication;
using Ntm.Host.Accounts;

namespace Ntm.Host.Access;

/// <summary>Begins and ends cookie sessions.</summary>
internal sealed class Sessions(Identification identification)
{
    /// <returns>The office the session acts in; null where the account holds none today, and no session is begun.</returns>
    /// <param name="wanted">The office somebody with several would act in.</param>
    internal async Task<HeldOffice?> BeginAsync(HttpContext context, Account account, Guid? wanted = null)
    {
        var held = account.HeldOn(identification.Today).ToList();
        var office = held.Find(one => one.Id == wanted) ?? held.FirstOrDefault();
        if (office is not null)
            await context.SignInAsync(Identification.Session, Identification.PrincipalOf(account, office));
        return office;
    }

    internal static Task EndAsync(HttpContext context) => context.SignOutAsync(Identification.Session);

    /// <summary>An address of this host only: whoever sends a link decides where a person lands after signing in.</summary>
    internal static string Inside(string? next) =>
        next is ['/', ..] and not ['/', '/' or '\\', ..] && !next.Any(char.IsControl) ? next : "/";
}
