using System.Collections.Concurrent;
using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Instants;

public sealed class AnswersForGoodTests(StoreDatabase store, ITestOutputHelper output) : IClassFixture<StoreDatabase>
{
    private const int Writers = 4;
    private const int Askers = 4;
    private const int AppendsOfEach = 60;

    [Fact]
    public async Task An_answer_given_while_others_append_is_the_answer_for_ever()
    {
        var seed = Environment.ProcessId;
        output.WriteLine($"seed {seed}");
        var answers = new ConcurrentBag<(DateTimeOffset Asked, long Sequence)>();
        using var written = new CancellationTokenSource();
        var asking = Enumerable.Range(0, Askers).Select(asker => AskAsync(new Random(seed + asker), answers, written.Token)).ToList();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(writer, new Random(seed + 100 + writer))));
        await written.CancelAsync();
        await Task.WhenAll(asking);

        await store.AssertInOrderAsync();
        var stamps = (await store.Record.ReadAllAsync()).ConvertAll(entry => entry.RecordedAt);
        Assert.True(answers.Count > 100, $"only {answers.Count} answers");
        foreach (var (asked, sequence) in answers)
        {
            Assert.Equal(stamps.Count(stamp => stamp <= asked), sequence);
            Assert.Equal(sequence, (await store.Record.AnswerInstantAsync(asked, TestContext.Current.CancellationToken))!.Sequence);
        }
    }

    // Around now, where answers are made: a little before the clock, at it, a little after.
    private async Task AskAsync(Random random, ConcurrentBag<(DateTimeOffset Asked, long Sequence)> answers, CancellationToken written)
    {
        while (!written.IsCancellationRequested)
        {
            var clock = await store.Lesser.AskAsync<DateTimeOffset>("select clock_timestamp()");
            var asked = clock.AddMicroseconds(random.Next(-40_000, 4_000));
            if (await store.Record.AnswerInstantAsync(asked, CancellationToken.None) is { } answer)
                answers.Add((asked, answer.Sequence));
        }
    }

    private async Task WriteAsync(int writer, Random random)
    {
        for (var append = 0; append < AppendsOfEach; append++)
        {
            var count = random.Next(1, 20);
            await using var transaction = await store.BeginAsync();
            await transaction.ReserveAsync(count);
            await transaction.InsertNextAsync(count);
            await Task.Delay(random.Next(0, 4));
            if (random.Next(5) == 0)
                await transaction.RollbackAsync();
            else
                await transaction.CommitAsync();
        }
    }
}
