using Ntm.UnderFire.Tests.Asking;
using Ntm.UnderFire.Tests.Examining;
using Ntm.UnderFire.Tests.Programs;
using Ntm.UnderFire.Tests.Saying;

namespace Ntm.UnderFire.Tests;

/// <summary>While 32 clients append, 32 ask: at explicit sequences, at instants, and at the head.</summary>
public sealed class LoadTests(ITestOutputHelper output)
{
    private static readonly int Sampled = Scale.IsFull ? 2_000 : 150;

    [Fact]
    public async Task Every_answer_given_while_others_record_is_the_plain_fold_at_the_sequence_it_names()
    {
        var seed = Scale.Seed();
        Print($"seed {seed}: {Scale.Load.Entries} entries of {Scale.Load.Writers} writers, {Scale.Load.Readers} readers");
        await using var server = await DurableServer.StartAsync();
        await using var hosts = new Hosts(1, server.ConnectionString);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Scale.Load.AtMost);
        await hosts.StartAsync(stop.Token);
        using var run = new Run(Scale.Load, seed, server, hosts.All, stop);
        await Country.EstablishAsync(run);

        var readers = Enumerable.Range(0, run.Scale.Readers).Select(number => new Reader(run, number)).ToList();
        await Task.WhenAll(
        [
            .. Enumerable.Range(0, run.Scale.Writers).Select(number => run.Beside(new Writer(run, number).WriteAllAsync)),
            .. readers.Select(reader => run.Beside(reader.AskAllAsync)),
        ]);
        run.AssertNothingWrong();

        var answers = readers.SelectMany(reader => reader.Kept).ToList();
        var dice = new Random(seed);
        var sample = answers.OrderBy(_ => dice.Next()).Take(Sampled).ToList();
        var compared = await new PlainExamination(run).ExamineAsync(sample);

        Assert.Equal(sample.Count, compared);
        Assert.Contains(sample, answer => answer.Known is null);
        Assert.Contains(sample, answer => answer.Known is not null);
        Print($"seed {seed}: {answers.Count} answers while {run.Scale.Entries} entries were recorded, {compared} of them compared with the plain fold; {run.Watch.Elapsed.TotalSeconds:N0} s");
    }

    private void Print(FormattableString line)
    {
        var text = FormattableString.Invariant(line);
        output.WriteLine(text);
        Console.WriteLine(text);
    }
}
