namespace Ntm.Host.Accounts;

/// <summary>Makes an account with its first office.</summary>
internal static class NewAccount
{
    /// <returns>False where the name is taken.</returns>
    internal static async Task<bool> AddAsync(
        AccountStore store, string actor, string name, string? password, HeldOffice office, string? person, CancellationToken cancellation)
    {
        if (!await store.AddAsync(actor, name, password is null ? null : SignIn.Hash(name, password), office, cancellation))
            return false;
        if (!string.IsNullOrWhiteSpace(person))
            await store.NamePersonAsync(actor, name, new Person(person.Trim().Normalize(), null), cancellation);
        return true;
    }
}
