using System.Globalization;
using System.Text.RegularExpressions;
using Ntm.Host.Tests.Recording;

namespace Ntm.Host.Tests.Faults;

/// <summary>An import or an export that is told to stop half-way.</summary>
public sealed partial class StoppedWorkTests(RecordingDatabase database) : IClassFixture<RecordingDatabase>, IDisposable
{
    private const int LinesInFile = 60_000;
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("ntm-stopped-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_import_finishes_its_chunk_says_the_last_line_and_goes_on_when_run_again()
    {
        var file = Path.Combine(_folder, "long.ndjson");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, LinesInFile).Select(line => Lines.Established($"dai-{line}")), TestContext.Current.CancellationToken);

        await using (var import = HostProcess.Start(database.ConnectionString, "import", file))
        {
            while (!import.HasExited && await HeadAsync() < 4_000)
                await Task.Delay(TimeSpan.FromMilliseconds(5), TestContext.Current.CancellationToken);
            await import.SignalAsync("TERM");

            Assert.Equal(1, await import.EndAsync(Long));
            var lastLine = long.Parse(LastLine().Match(import.Error).Groups[1].Value, CultureInfo.InvariantCulture);
            Assert.Equal(await HeadAsync(), lastLine);
            Assert.InRange(lastLine, 4_000, LinesInFile - 1);
        }

        await using (var again = HostProcess.Start(database.ConnectionString, "import", file))
            Assert.Equal(0, await again.EndAsync(Long));
        Assert.Equal(LinesInFile, await HeadAsync());

        var output = Path.Combine(_folder, "export.ndjson");
        await using var export = HostProcess.Start(database.ConnectionString, "export", output);
        while (!export.HasExited && !File.Exists(output))
            await Task.Delay(TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken);
        await export.SignalAsync("TERM");

        // A part that looks like the whole is worse than nothing.
        if (await export.EndAsync(Long) == 0)
            Assert.Equal(LinesInFile, File.ReadLines(output).Count());
        else
            Assert.False(File.Exists(output));
    }

    private async Task<long> HeadAsync()
    {
        try
        {
            return await database.AskAsync<long>("select seq from ntm.append_head");
        }
        catch (Npgsql.PostgresException fault) when (fault.SqlState is "42P01" or "3F000")
        {
            return 0;
        }
    }

    [GeneratedRegex("Last line recorded: ([0-9]+)")]
    private static partial Regex LastLine();
}
