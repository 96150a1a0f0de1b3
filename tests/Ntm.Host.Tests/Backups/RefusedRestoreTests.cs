using System.Formats.Tar;
using System.Text;
using System.Text.Json;
using Ntm.EventStore.Backup;
using Ntm.Host.Backups;
using Ntm.Host.Tests.Evidence;
using Ntm.Testing;

namespace Ntm.Host.Tests.Backups;

/// <summary>Files that are sealed and yet cannot be restored, and restores that do not come to their end.</summary>
public sealed class RefusedRestoreTests(TestCluster cluster)
{
    [Fact]
    public async Task A_restore_that_breaks_off_leaves_an_empty_record_that_can_be_restored()
    {
        await using var host = new RunningHost(cluster);
        await host.InitializeAsync();
        await host.Client.TellAsync(EvidenceDraft.Commune);
        using var files = new BackedUp();
        await File.WriteAllBytesAsync(files.Path("a.tar"), await BackedUp.OfAsync(host), TestContext.Current.CancellationToken);
        await using var into = new TestDatabase(cluster);
        await into.InitializeAsync();
        await using (var content = File.OpenRead(files.Path("a.tar")))
        {
            var backup = await BackupFile.VerifyAsync(content, TestContext.Current.CancellationToken);
            await Assert.ThrowsAsync<IOException>(() => new RecordRestore(into.ConnectionString).RunAsync(BackupTables.Held, (table, rows) =>
                table == "evidence" ? throw new IOException("the disk is gone") : backup.CopyAsync(table, rows, _ => { }, CancellationToken.None), CancellationToken.None));
        }

        Assert.Equal(0, (await BackedUp.RestoreAsync(into, files.Path("a.tar"))).Exit);
    }

    [Theory]
    [InlineData("\"format\": \"ntm-backup-1\"", "\"format\": \"ntm-backup-2\"")]
    [InlineData("\"name\": \"0007_evidence\"", "\"name\": \"0007_evidence\", \"sha256\": \"00\", \"unknown\": \"")]
    [InlineData("\"table\": \"evidence\"", "\"table\": \"pg_authid\"")]
    [InlineData("\"parts\": [", "\"parts\": null, \"x\": [")]
    [InlineData("{", "[")]
    public async Task A_manifest_somebody_wrote_otherwise_and_sealed_again_is_refused(string was, string put)
    {
        await using var host = new RunningHost(cluster);
        await host.InitializeAsync();
        using var files = new BackedUp();
        await File.WriteAllBytesAsync(files.Path("a.tar"), await ResealedAsync(await BackedUp.OfAsync(host), was, put), TestContext.Current.CancellationToken);
        await using var into = new TestDatabase(cluster);
        await into.InitializeAsync();

        Assert.Equal(1, (await BackedUp.RestoreAsync(into, files.Path("a.tar"))).Exit);
        Assert.True(await BackedUp.IsUntouchedAsync(into));
    }

    // Whoever knows the format can seal what he likes: a seal tells of accidents, a hash kept elsewhere of people.
    private static async Task<byte[]> ResealedAsync(byte[] file, string was, string put)
    {
        using var made = new MemoryStream();
        await using var tar = new TarWriter(made, TarEntryFormat.Ustar, leaveOpen: true);
        await using var read = new TarReader(new MemoryStream(file));
        while (await read.GetNextEntryAsync(copyData: true) is { } entry)
        {
            if (entry.Name == BackupSeal.Name)
                break;
            using var content = new MemoryStream();
            if (entry.DataStream is { } data)
                await data.CopyToAsync(content);
            var bytes = entry.Name == BackupWriting.ManifestName
                ? Encoding.UTF8.GetBytes(Replaced(Encoding.UTF8.GetString(content.ToArray()), was, put))
                : content.ToArray();
            await tar.WriteEntryAsync(BackupSeal.Entry(entry.Name, new MemoryStream(bytes)));
        }

        await made.WriteAsync(await BackupSeal.OfAsync(SampleFiles.HashOf(made.ToArray()), CancellationToken.None));
        return made.ToArray();
    }

    private static string Replaced(string text, string was, string put)
    {
        var place = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(place >= 0, JsonSerializer.Serialize(text));
        return text[..place] + put + text[(place + was.Length)..];
    }
}
