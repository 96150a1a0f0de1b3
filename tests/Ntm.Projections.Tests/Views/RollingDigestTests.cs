using System.Security.Cryptography;
using Ntm.Projections.Views;

namespace Ntm.Projections.Tests.Views;

public sealed class RollingDigestTests
{
    [Fact]
    public void Of_one_row_it_is_its_hash() => Assert.Equal(SHA256.HashData("xã"u8), Of("xã"u8).ToBytes());

    [Fact]
    public void The_order_does_not_matter_and_what_is_taken_away_again_was_never_there()
    {
        var rows = Enumerable.Range(0, 200).Select(number => BitConverter.GetBytes(number)).ToArray();
        var forward = rows.Aggregate(default(RollingDigest), (digest, row) => digest.Plus(Of(row)));
        var backward = rows.Reverse().Aggregate(default(RollingDigest), (digest, row) => digest.Plus(Of(row)));

        Assert.Equal(forward, backward);
        Assert.Equal(forward, rows.Take(100).Aggregate(default(RollingDigest), (digest, row) => digest.Plus(Of(row)))
            .Plus(rows.Skip(100).Aggregate(default(RollingDigest), (digest, row) => digest.Plus(Of(row)))));
        Assert.Equal(default, rows.Aggregate(forward, (digest, row) => digest.Minus(Of(row))));
        Assert.Equal(forward, RollingDigest.Read(forward.ToBytes()));
    }

    [Fact]
    public void A_row_that_stands_twice_is_not_a_row_that_stands_once() =>
        Assert.NotEqual(Of("xã"u8), Of("xã"u8).Plus(Of("xã"u8)));

    [Fact]
    public void The_rows_hashed_before_do_not_matter()
    {
        using var hashing = new RowHashing();
        hashing.Of("thôn"u8);

        Assert.Equal(Of("xã"u8), hashing.Of("xã"u8));
    }

    private static RollingDigest Of(ReadOnlySpan<byte> row)
    {
        using var hashing = new RowHashing();
        return hashing.Of(row);
    }
}
