using System.Text.Json;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.CommuneStatus;
using Ntm.Projections.Index;
using Ntm.Projections.UnitList;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests;

/// <summary>Readers take no locks: an answer about a sequence is the same while entries come in above it.</summary>
public sealed class ReadingWhileWritingTests
{
    private const int Readers = 4;
    private static readonly DateOnly Asked = Day(2025, 1, 1);

    private static readonly IReadOnlyList<RecordedEntry> Entries =
        Recorded.Entries([.. Country, .. Enumerable.Range(0, 1500).SelectMany(Happenings)]);

    [Fact]
    public async Task Readers_get_the_same_answer_at_a_sequence_whatever_comes_in_above_it()
    {
        const int KnownAt = 300;
        var expected = Answers(IndexOf(Entries.Take(KnownAt)), KnownAt);
        var index = IndexOf(Entries.Take(KnownAt));
        // Inline, the first reader would run on the thread that writes, and neither would end.
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            await begin.Task;
            var reads = 0;
            do
            {
                Assert.Equal(expected, Answers(index, KnownAt));
                reads++;
            }
            while (index.Position < Entries.Count);
            return reads;
        })).ToList();
        begin.SetResult();
        foreach (var chunk in Entries.Skip(KnownAt).Chunk(7))
        {
            index.Apply(chunk);
            Thread.Yield();
        }

        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 0));
        Assert.Equal(expected, Answers(index, KnownAt));
    }

    [Fact]
    public async Task A_reader_who_sees_a_position_finds_everything_below_it()
    {
        var index = new RecordIndex();
        var reader = Task.Run(() =>
        {
            long position;
            do
            {
                position = index.Position;
                Assert.True(index.Register.Sequence >= position);
                Assert.Equal(position == 0 ? null : Start.AddMinutes(position), index.RecordedAt(position));
                if (position > 0)
                    Assert.True(index.Versions.Of(Entries[(int)position - 1].Stream) >= Entries[(int)position - 1].Version);
            }
            while (position < Entries.Count);
        });
        foreach (var chunk in Entries.Chunk(5))
            index.Apply(chunk);

        await reader;
        Assert.Equal(Entries.Count, index.Position);
    }

    // A finding, every third time taken back at once, and now and then a rename.
    private static IEnumerable<SubmittedLine> Happenings(int number)
    {
        var (unit, on) = (number % 2 == 0 ? VanAn : VanMong, Day(2016, 12, 1).AddDays(number));
        yield return (number % 5 == 0 ? Lost(unit, on, 1 + (number % 19)) : Attained(unit, on, 1 + (number % 19))).As(Id(100 + number));
        if (number % 3 == 0)
            yield return Retracted(unit, Id(100 + number));
        if (number % 50 == 0)
            yield return Renamed(unit, on, $"Tên {number}");
    }

    private static string Answers(RecordIndex index, long knownAt) => JsonSerializer.Serialize(new object?[]
    {
        StatusReading.Answer(index, VanAn, Asked, knownAt, Criteria2016, AssessorSet.Official),
        MatrixReading.Answer(index, LangSon, Asked, knownAt, Criteria2016, AssessorSet.All, Asked),
        UnitListReading.Answer(index, LangSon, Asked, knownAt, "v"),
    });
}
