using System.Security.Cryptography;

namespace Ntm.Projections.Views;

/// <summary>
/// Makes the digests of single rows, one after the other. Keeps the state of the hash between them: to set one up costs as much as to
/// hash a row. Not thread-safe.
/// </summary>
public sealed class RowHashing : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public RollingDigest Of(ReadOnlySpan<byte> row)
    {
        Span<byte> hash = stackalloc byte[RollingDigest.Bytes];
        _hash.AppendData(row);
        _hash.GetHashAndReset(hash);
        return RollingDigest.Read(hash);
    }

    public void Dispose() => _hash.Dispose();
}
