using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ntm.Host.Accounts;

/// <summary>Passwords: the framework's hasher, and a lock after wrong ones.</summary>
public sealed class SignIn(AccountStore store, LiveAccounts accounts, TimeProvider time)
{
    /// <summary>NIST SP 800-63B, 5.1.1.2: length is what counts; no rules of composition.</summary>
    internal const int ShortestPassword = 8;

    private const int LongestPassword = 256;

    /// <summary>So many wrong ones in a row lock an account.</summary>
    internal const int AttemptsBeforeLock = 5;

    internal static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    // OWASP Password Storage Cheat Sheet: PBKDF2-HMAC-SHA512 with 210,000 rounds.
    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // Whoever tries a name that is not there waits as long as for one that is.
    private static readonly string OfNobody = Hasher.HashPassword("", Guid.NewGuid().ToString());

    internal static bool IsAcceptable(string password) => password.Length is >= ShortestPassword and <= LongestPassword;

    internal static string Hash(string account, string password) => Hasher.HashPassword(account, password.Normalize());

    /// <summary>Of somebody who has signed in already: a lock that others brought about does not concern him.</summary>
    internal static bool IsRight(Account account, string password) => account.PasswordHash is { } hash && password.Length <= LongestPassword
        && Hasher.VerifyHashedPassword(account.Name, hash, password.Normalize()) is not PasswordVerificationResult.Failed;

    /// <returns>
    /// The account; null for a wrong name or password, a closed or locked account, or one without a password: which of these, nobody
    /// outside is told.
    /// </returns>
    public async Task<Account?> TryAsync(string name, string password, string? address, CancellationToken cancellation)
    {
        var account = accounts.Roll.Find(name);
        var isRight = Hasher.VerifyHashedPassword(name, account?.PasswordHash ?? OfNobody, password.Length <= LongestPassword ? password.Normalize() : "")
            is not PasswordVerificationResult.Failed;
        if (account is null)
            return null;
        if (isRight && account is { IsClosed: false, PasswordHash: not null } && !(account.LockedUntil > time.GetUtcNow()))
        {
            await store.NoteSignInAsync(name, "password", address, cancellation);
            return account;
        }

        // One that is locked stays locked no longer for being tried.
        if (!(account.LockedUntil > time.GetUtcNow()))
            await store.NoteFailureAsync(name, address, AttemptsBeforeLock, LockedFor, cancellation);
        return null;
    }
}
