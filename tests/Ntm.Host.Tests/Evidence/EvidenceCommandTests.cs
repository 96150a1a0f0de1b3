using Ntm.Host.Tests.CommandLine;
using Ntm.Testing;

namespace Ntm.Host.Tests.Evidence;

public sealed class EvidenceCommandTests(TestCluster cluster)
{
    [Fact]
    public async Task Files_are_handed_in_taken_out_and_checked()
    {
        await using var database = new TestDatabase(cluster);
        await database.InitializeAsync();
        var folder = Directory.CreateTempSubdirectory("ntm-evidence-commands").FullName;
        try
        {
            var (file, page) = (Path.Combine(folder, "Biên bản.pdf"), Path.Combine(folder, "trang.html"));
            await File.WriteAllBytesAsync(file, SampleFiles.Pdf("lệnh"), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(page, "<html>", TestContext.Current.CancellationToken);
            var lines = Path.Combine(folder, "lines.ndjson");
            await File.WriteAllTextAsync(lines, EvidenceDraft.Commune + "\n" + EvidenceDraft.Finding(2, new string('c', 64)) + "\n", TestContext.Current.CancellationToken);
            var hash = SampleFiles.HashOf(SampleFiles.Pdf("lệnh"));

            var add = await TypedCommand.RunAsync(database.ConnectionString, "evidence", "add", file, page);
            Assert.Equal(1, add.Exit);
            Assert.Equal($$"""{"sha256":"{{hash}}","name":"Biên bản.pdf","mediaType":"application/pdf","size":{{SampleFiles.Pdf("lệnh").Length}},"repeated":false}""" + "\n", add.Output);
            Assert.Contains("evidence.type_unknown", add.Error, StringComparison.Ordinal);
            Assert.Equal(2, (await TypedCommand.RunAsync(database.ConnectionString, "evidence", "add", "/nowhere.pdf")).Exit);

            var output = Path.Combine(folder, "out.pdf");
            Assert.Equal(0, (await TypedCommand.RunAsync(database.ConnectionString, "evidence", "get", hash, output)).Exit);
            Assert.Equal(SampleFiles.Pdf("lệnh"), await File.ReadAllBytesAsync(output, TestContext.Current.CancellationToken));
            Assert.Equal(1, (await TypedCommand.RunAsync(database.ConnectionString, "evidence", "get", hash, output)).Exit);
            Assert.Equal(1, (await TypedCommand.RunAsync(database.ConnectionString, "evidence", "get", new string('d', 64), output + "2")).Exit);

            Assert.Equal(0, (await TypedCommand.RunAsync(database.ConnectionString, "import", lines)).Exit);
            var check = await TypedCommand.RunAsync(database.ConnectionString, "evidence", "check");
            Assert.Equal(0, check.Exit);
            Assert.Contains($"{new string('c', 64)}  chưa nộp tệp · not handed in; 2\n", check.Output, StringComparison.Ordinal);
            Assert.Contains("1 files hashed, 0 damaged; 1 not handed in", check.Output, StringComparison.Ordinal);

            await using var owner = Npgsql.NpgsqlDataSource.Create(database.ConnectionString);
            await using (var damage = owner.CreateCommand(
                "alter table ntm.evidence_piece disable trigger ntm_immutable; update ntm.evidence_piece set content = set_byte(content, 3, 0)"))
                await damage.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            check = await TypedCommand.RunAsync(database.ConnectionString, "evidence", "check");
            Assert.Equal(1, check.Exit);
            Assert.Contains(hash, check.Error, StringComparison.Ordinal);
            Assert.Equal(1, (await TypedCommand.RunAsync(database.ConnectionString, "evidence", "get", hash, output + "3")).Exit);
            Assert.False(File.Exists(output + "3"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
