using System.Buffers.Binary;
using Ntm.EventStore.Scanning;

namespace Ntm.EventStore.Tests.Scanning;

/// <summary>Rows of a copy come whole, however the network has cut them.</summary>
public sealed class CopiedRowsTests
{
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    [Theory]
    [InlineData(1)]
    [InlineData(19)]
    [InlineData(7_001)]
    [InlineData(262_144)]
    public async Task Every_row_is_read_once_and_in_order(int atOnce)
    {
        var random = new Random(20181231);
        var rows = Enumerable.Range(0, 3_000).Select(number =>
        {
            var text = new byte[number % 500 == 0 ? 300_000 : atOnce == 1 ? random.Next(20) : random.Next(3_000)];
            random.NextBytes(text);
            return (Number: (long)number, Text: text);
        }).Take(atOnce == 1 ? 400 : 3_000).ToList();
        var read = new List<(long Number, byte[] Text)>();

        await CopiedRows.ReadAsync(new Pieces(Copy(rows), atOnce), row =>
        {
            var fields = row.Read();
            read.Add((fields.Bigint(), fields.Text().ToArray()));
        }, TestContext.Current.CancellationToken);

        Assert.Equal(rows.Select(row => row.Number), read.Select(row => row.Number));
        Assert.All(rows.Zip(read), pair => Assert.True(pair.First.Text.AsSpan().SequenceEqual(pair.Second.Text)));
    }

    [Fact]
    public async Task A_copy_that_ends_before_its_end_is_a_fault()
    {
        var copy = Copy([(1, [1, 2, 3]), (2, [4])]);

        await Assert.ThrowsAsync<EndOfStreamException>(() =>
            CopiedRows.ReadAsync(new MemoryStream(copy, 0, copy.Length - 5), _ => { }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_goes_wrong_while_reading_is_told_as_it_is() =>
        await Assert.ThrowsAsync<TimeoutException>(() => CopiedRows.ReadAsync(new Broken(), _ => { }, TestContext.Current.CancellationToken));

    private static byte[] Copy(IEnumerable<(long Number, byte[] Text)> rows)
    {
        using var copy = new MemoryStream();
        copy.Write(Header);
        Span<byte> number = stackalloc byte[8];
        foreach (var row in rows)
        {
            copy.Write([0, 2, 0, 0, 0, 8]);
            BinaryPrimitives.WriteInt64BigEndian(number, row.Number);
            copy.Write(number);
            BinaryPrimitives.WriteInt32BigEndian(number, row.Text.Length);
            copy.Write(number[..4]);
            copy.Write(row.Text);
        }

        copy.Write([0xFF, 0xFF]);
        return copy.ToArray();
    }

    private sealed class Pieces(byte[] content, int atOnce) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(atOnce, buffer.Length)], cancellationToken);
    }

    private sealed class Broken : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new TimeoutException();
    }
}
