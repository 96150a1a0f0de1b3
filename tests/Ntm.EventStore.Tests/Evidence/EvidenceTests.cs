using System.Security.Cryptography;
using Npgsql;
using Ntm.Domain.Access;
using Ntm.Domain.Units;
using Ntm.EventStore.Append;
using Ntm.EventStore.Evidence;
using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Evidence;

public sealed class EvidenceTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    private static readonly Act Somebody = new("van-quan.office", new Office(Role.CriterionOffice, UnitId.Parse("van-quan")), "test", "7");

    private EvidenceStore Evidence => new(store.Lesser);

    [Theory]
    [InlineData(1)]
    [InlineData(262_144)]
    [InlineData(262_145)]
    [InlineData(1_000_000)]
    public async Task What_is_stored_is_read_back(int size)
    {
        var (file, content) = File(size);
        Assert.True(await Evidence.StoreAsync(file, new MemoryStream(content), Somebody, CancellationToken.None));
        Assert.False(await Evidence.StoreAsync(file, new MemoryStream(content), Somebody, CancellationToken.None));

        var stored = (await Evidence.FindAsync(file.Sha256, CancellationToken.None))!;
        await using var read = Evidence.Read(stored);
        using var back = new MemoryStream();
        await read.CopyToAsync(back, TestContext.Current.CancellationToken);
        Assert.Equal(content, back.ToArray());
        Assert.Equal((file.Size, file.MediaType, file.Name), (stored.Size, stored.MediaType, stored.Name));
        Assert.Equal(2, (await Evidence.DepositsAsync(file.Sha256, CancellationToken.None).ToListAsync(TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_file_that_comes_otherwise_than_announced_is_not_stored()
    {
        var (file, content) = File(300_000, seed: 2);
        foreach (var other in (byte[][])[content[..^1], content[..262_144], [.. content, 1], []])
            Assert.Equal("NTM09", await Sql.RefusalAsync(() => Evidence.StoreAsync(file, new MemoryStream(other), Somebody, CancellationToken.None)));
        Assert.Null(await Evidence.FindAsync(file.Sha256, CancellationToken.None));
    }

    [Fact]
    public async Task An_opening_has_the_database_s_time_and_whoever_it_was()
    {
        var (file, content) = File(10, seed: 3);
        await Evidence.StoreAsync(file, new MemoryStream(content), Somebody, CancellationToken.None);
        await Evidence.NoteOpeningAsync(file.Sha256, Somebody, CancellationToken.None);
        await store.Lesser.DoAsync($"insert into ntm.evidence_opening (sha256, at, actor, client) values ('{file.Sha256}', '2001-01-01', 'x', 'x')");

        var openings = await Evidence.OpeningsAsync(file.Sha256, CancellationToken.None).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("van-quan.office", "criterion_office", "van-quan", "test", "7"), (openings[0].Actor, openings[0].Role, openings[0].Area, openings[0].Client, openings[0].Correlation));
        Assert.True(openings[1].At >= openings[0].At);
    }

    [Theory]
    [InlineData("update ntm.evidence set media_type = 'text/html'")]
    [InlineData("update ntm.evidence_piece set content = ''")]
    [InlineData("update ntm.evidence_deposit set actor = 'x'")]
    [InlineData("delete from ntm.evidence_opening")]
    [InlineData("truncate ntm.evidence cascade")]
    [InlineData("truncate ntm.evidence_opening")]
    public async Task Even_the_owner_changes_nothing(string sql)
    {
        var (file, content) = File(10, seed: 4);
        await Evidence.StoreAsync(file, new MemoryStream(content), Somebody, CancellationToken.None);
        await Evidence.NoteOpeningAsync(file.Sha256, Somebody, CancellationToken.None);
        Assert.Equal("NTM05", await Sql.RefusalAsync(() => store.Owner.DoAsync(sql)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Sql.RefusalAsync(() => store.Lesser.DoAsync(sql)));
    }

    [Fact]
    public async Task Nothing_is_added_to_a_file_that_is_there()
    {
        var (file, content) = File(300_000, seed: 5);
        await Evidence.StoreAsync(file, new MemoryStream(content), Somebody, CancellationToken.None);
        foreach (var place in (int[])[-1, 0, 2])
            Assert.NotNull(await Sql.RefusalAsync(() => store.Lesser.DoAsync($"insert into ntm.evidence_piece values ('{file.Sha256}', {place}, 'x')")));
        Assert.Equal("NTM09", await Sql.RefusalAsync(() => store.Lesser.DoAsync($"insert into ntm.evidence values ('{new string('e', 64)}', 5, 'text/plain', now())")));
    }

    private static (ReceivedEvidence File, byte[] Content) File(int size, int seed = 1)
    {
        var content = new byte[size];
        new Random(seed).NextBytes(content);
        return (new ReceivedEvidence(Convert.ToHexStringLower(SHA256.HashData(content)), size, "image/png", "ảnh.png"), content);
    }
}
