using System.Diagnostics;
using Npgsql;
using Ntm.UnderFire.Tests.Examining;
using Ntm.UnderFire.Tests.Programs;

namespace Ntm.UnderFire.Tests.Importing;

/// <summary>A large file comes in while people work: nobody waits long for it, and killed in its middle it is simply run again.</summary>
public sealed class ImportBesideAWriterTests(ITestOutputHelper output)
{
    private const double LongestWait = 150;

    private static readonly int Lines = Scale.IsFull ? 2_000_000 : 20_000;
    private static readonly TimeSpan AtMost = Scale.IsFull ? TimeSpan.FromMinutes(60) : TimeSpan.FromMinutes(3);

    [Fact]
    public async Task An_import_killed_in_its_middle_is_complete_when_run_again_and_a_writer_beside_it_hardly_waits()
    {
        var seed = Scale.Seed();
        Print($"seed {seed}: import of {Lines} lines beside a writer");
        await using var server = await DurableServer.StartAsync();
        await using var host = new NtmServe(server.ConnectionString);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(AtMost);
        await host.StartAsync(stop.Token);
        using var file = new ImportFile(seed, Lines);
        await file.WriteAsync(stop.Token);

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var writer = new SingleWriter(host.Address, seed);
        var writing = Task.Run(() => writer.WriteAsync(enough.Token));
        try
        {
            var stood = await ImportHalfAsync(server, file, seed, stop.Token);
            await ImportRestAsync(server, file, seed, stood, stop.Token);
        }
        finally
        {
            await enough.CancelAsync();
            await writing;
        }

        Print($"seed {seed}: {writer.Entries} single entries meanwhile, waited p50 {writer.Percentile(0.5):N1} ms, p99 {writer.Percentile(0.99):N1} ms, at most {writer.Waited[^1]:N1} ms; host at most {host.PeakMemory}");
        await TableExamination.ExamineAsync(server, file.Entries + writer.Entries, stop.Token);
        // A machine that does other things as well makes a short run wait for them.
        Assert.True(!Scale.IsFull || writer.Percentile(0.99) < LongestWait, $"p99 was {writer.Percentile(0.99)} ms");
    }

    private async Task<long> ImportHalfAsync(DurableServer server, ImportFile file, int seed, CancellationToken cancellation)
    {
        await using var connection = await server.ConnectAsync(cancellation);
        await using var import = new NtmImport(server.ConnectionString, file.Path);
        var (watch, checkedAfter) = (Stopwatch.StartNew(), TimeSpan.Zero);
        // A short import is soon over: its first chunk has to do.
        var middle = Scale.IsFull ? file.Entries / 2 : 1;
        for (long imported = 0; imported < middle && !import.Ended; imported = await ImportedAsync(connection))
        {
            checkedAfter = imported == 0 ? watch.Elapsed : checkedAfter;
            await Task.Delay(TimeSpan.FromMilliseconds(Scale.IsFull ? 100 : 2), cancellation);
        }

        await import.KillAsync();
        var stood = await ImportedAsync(connection);
        Assert.InRange(stood, 1, file.Entries - 1);
        Print($"seed {seed}: checked after {checkedAfter.TotalSeconds:N1} s, killed after {watch.Elapsed.TotalSeconds:N1} s with {stood} entries recorded, {stood / (watch.Elapsed - checkedAfter).TotalSeconds:N0} entries/s; at most {import.Peak}");
        return stood;
    }

    private async Task ImportRestAsync(DurableServer server, ImportFile file, int seed, long stood, CancellationToken cancellation)
    {
        await using var import = new NtmImport(server.ConnectionString, file.Path);
        var watch = Stopwatch.StartNew();
        var (recorded, repeated) = await import.SucceedAsync(cancellation);
        Print($"seed {seed}: run again, {recorded} recorded and {repeated} stood before, {Lines / watch.Elapsed.TotalSeconds:N0} lines/s in {watch.Elapsed.TotalSeconds:N1} s; at most {import.Peak}");
        Assert.Equal((file.Entries - stood, stood), (recorded, repeated));
        await using var connection = await server.ConnectAsync(cancellation);
        Assert.Equal(file.Entries, await ImportedAsync(connection));
    }

    private static Task<long> ImportedAsync(NpgsqlConnection connection) => DurableServer.AskAsync<long>(
        connection, $"select coalesce(sum(version), 0)::bigint from ntm.mt_streams where id <> 'unit-{SingleWriter.Unit}'");

    private void Print(FormattableString line)
    {
        var text = FormattableString.Invariant(line);
        output.WriteLine(text);
        Console.WriteLine(text);
    }
}
