using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Ntm.Host.Accounts;

/// <summary>The key tokens are signed with: ECDSA on P-256, one for the record, shared by its hosts through the database.</summary>
public sealed class SigningKeys(NpgsqlDataSource dataSource)
{
    private volatile ECDsaSecurityKey? _current;

    /// <summary>Null until the first is made or read.</summary>
    internal ECDsaSecurityKey? Current => _current;

    /// <summary>The current key, made where there is none.</summary>
    internal async Task<ECDsaSecurityKey> EnsureAsync(CancellationToken cancellation)
    {
        await RefreshAsync(cancellation);
        if (_current is { } standing)
            return standing;
        using (var made = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            await using var add = dataSource.CreateCommand(AccountSql.Read("add_signing_key.sql"));
            add.Parameters.Add(new() { Value = Base64UrlEncoder.Encode(SHA256.HashData(made.ExportSubjectPublicKeyInfo())) });
            add.Parameters.Add(new() { Value = made.ExportPkcs8PrivateKey() });
            await add.ExecuteNonQueryAsync(cancellation);
        }

        await RefreshAsync(cancellation);
        return _current ?? throw new InvalidOperationException("a signing key was made and is not there");
    }

    /// <summary>Every token given out so far ends.</summary>
    internal async Task RenewAsync(CancellationToken cancellation)
    {
        await using var retire = dataSource.CreateCommand(AccountSql.Read("retire_signing_key.sql"));
        await retire.ExecuteNonQueryAsync(cancellation);
        await EnsureAsync(cancellation);
    }

    internal async Task RefreshAsync(CancellationToken cancellation)
    {
        await using var command = dataSource.CreateCommand(AccountSql.Read("signing_key.sql"));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
        {
            _current = null;
            return;
        }

        var id = reader.GetString(0);
        if (_current?.KeyId == id)
            return;
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(reader.GetFieldValue<byte[]>(1), out _);
        _current = new ECDsaSecurityKey(key) { KeyId = id };
    }
}
