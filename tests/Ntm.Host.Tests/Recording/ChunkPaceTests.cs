using Ntm.Domain.Entries;
using Ntm.Domain.Units;
using Ntm.Host.Recording;

namespace Ntm.Host.Tests.Recording;

public sealed class ChunkPaceTests
{
    private static readonly DateTimeOffset Recorded = new(2018, 12, 31, 9, 0, 0, TimeSpan.Zero);

    private readonly Clock _time = new();

    [Fact]
    public void While_nobody_else_records_a_chunk_is_as_large_as_it_may_be_however_long_it_takes()
    {
        var pace = new ChunkPace(_time);
        foreach (var first in new[] { 1, 1001, 3001 })
        {
            _time.Advance(TimeSpan.FromMilliseconds(400));
            pace.Recorded(1_000, Chunk(first, first + (first == 1 ? 999 : 1999)));
            Assert.Equal(ChunkPace.LinesAtMost, pace.Lines);
        }
    }

    [Fact]
    public void Once_somebody_has_recorded_between_two_chunks_they_grow_smaller_until_nobody_minds()
    {
        var pace = new ChunkPace(_time);
        pace.Recorded(1_000, Chunk(1, 1_000));
        _time.Advance(TimeSpan.FromMilliseconds(180));
        pace.Recorded(2_000, Chunk(1_002, 3_001));
        Assert.InRange(pace.Lines, 500, 1_300);

        _time.Advance(TimeSpan.FromMilliseconds(180));
        pace.Recorded(1_200, Chunk(3_002, 4_201));
        Assert.InRange(pace.Lines, 500, 900);
    }

    private static RecordingResult.Recorded Chunk(long first, long last) => new([Line(1, first), Line(2, last)]);

    private static RecordedLine Line(int line, long sequence) =>
        new(line, new RecordedEntry(sequence, Recorded, Guid.Empty, new Tombstone { Unit = UnitId.Parse("huyen") }, "unit-huyen", sequence, "local"), Repeated: false);

    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        internal void Advance(TimeSpan by) => _now += by.Ticks;
    }
}
