using System.Security.Cryptography;
using Ntm.Projections.Views;

namespace Ntm.Projections.Tests.Views;

public sealed class RollingDigestTests
{
    [Fact]
    public void Of_one_row_it_is_its_hash() => Assert.Equal(SHA256.HashData("xã"u8), default(RollingDigest).With("xã"u8).ToBytes());

    [Fact]
    public void The_order_does_not_matter_and_what_is_taken_away_again_was_never_there()
    {
        var rows = Enumerable.Range(0, 200).Select(number => BitConverter.GetBytes(number)).ToArray();
        var forward = rows.Aggregate(default(RollingDigest), (digest, row) => digest.With(row));
        var backward = rows.Reverse().Aggregate(default(RollingDigest), (digest, row) => digest.With(row));

        Assert.Equal(forward, backward);
        Assert.Equal(forward, rows.Take(100).Aggregate(default(RollingDigest), (digest, row) => digest.With(row))
            .Plus(rows.Skip(100).Aggregate(default(RollingDigest), (digest, row) => digest.With(row))));
        Assert.Equal(default, rows.Aggregate(forward, (digest, row) => digest.Without(row)));
        Assert.Equal(forward, RollingDigest.Read(forward.ToBytes()));
    }

    [Fact]
    public void A_row_that_stands_twice_is_not_a_row_that_stands_once() =>
        Assert.NotEqual(default(RollingDigest).With("xã"u8), default(RollingDigest).With("xã"u8).With("xã"u8));
}
