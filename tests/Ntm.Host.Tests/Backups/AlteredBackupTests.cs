using Ntm.Host.Backups;
using Ntm.Host.Tests.Evidence;
using Ntm.Testing;

namespace Ntm.Host.Tests.Backups;

/// <summary>One byte that is another, anywhere, and nothing is restored.</summary>
public sealed class AlteredBackupTests(TestCluster cluster)
{
    [Fact]
    public async Task No_byte_of_a_backup_can_be_another()
    {
        var file = await SmallAsync();
        var whole = await BackupFile.VerifyAsync(new MemoryStream(file), TestContext.Current.CancellationToken);
        Assert.Equal(SampleFiles.HashOf(file), whole.Sha256);
        var chance = new Random(20_261_123);
        for (var place = 0; place < file.Length; place++)
        {
            var was = file[place];
            file[place] = (byte)(was ^ (1 << chance.Next(8)));
            await AssertRefusedAsync(file, place);
            file[place] = was;
        }
    }

    [Fact]
    public async Task A_backup_that_is_cut_off_or_goes_on_is_none()
    {
        var file = await SmallAsync();
        for (var length = 0; length < file.Length; length += length < 4_096 || length > file.Length - 4_096 ? 1 : 101)
            await AssertRefusedAsync(file[..length], length);
        await AssertRefusedAsync([.. file, 0], file.Length);
        await AssertRefusedAsync([.. file, .. new byte[512]], file.Length);
        await AssertRefusedAsync([.. file, .. file], file.Length);
    }

    [Fact]
    public async Task An_altered_backup_is_refused_with_nothing_written()
    {
        using var files = new BackedUp();
        await using var into = new TestDatabase(cluster);
        await into.InitializeAsync();
        var file = await SmallAsync();
        foreach (var place in (int[])[0, 700, file.Length / 2, file.Length - 3_000, file.Length - 1_600, file.Length - 1])
        {
            var altered = (byte[])file.Clone();
            altered[place] ^= 1;
            var path = files.Path($"{place}.tar");
            await File.WriteAllBytesAsync(path, altered, TestContext.Current.CancellationToken);
            var refused = await BackedUp.RestoreAsync(into, path);
            Assert.Equal(1, refused.Exit);
            Assert.Contains("nothing was written", refused.Error, StringComparison.Ordinal);
            Assert.True(await BackedUp.IsUntouchedAsync(into));
        }

        await File.WriteAllBytesAsync(files.Path("whole.tar"), file, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await BackedUp.RestoreAsync(into, files.Path("whole.tar"))).Exit);
    }

    private static async Task AssertRefusedAsync(byte[] file, int place)
    {
        try
        {
            await BackupFile.VerifyAsync(new MemoryStream(file), CancellationToken.None);
        }
        catch (BackupDamagedException)
        {
            return;
        }

        Assert.Fail($"Taken with another byte at {place}.");
    }

    private async Task<byte[]> SmallAsync()
    {
        await using var host = new RunningHost(cluster);
        await host.InitializeAsync();
        await host.Client.TellAsync(EvidenceDraft.Commune, EvidenceDraft.Finding(2, SampleFiles.HashOf(SampleFiles.Pdf())));
        await host.Client.HandInAsync(SampleFiles.Pdf());
        return await BackedUp.OfAsync(host);
    }
}
