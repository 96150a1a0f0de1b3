using System.Text;
using System.Text.Json;
using Marten;
using Marten.Events;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Interchange;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;

namespace Ntm.CritterStack.Tests;

/// <summary>Every type of entry, written by our recorder, as Marten reads it.</summary>
public sealed class ReadByMartenTests(RecordAndMartenWithSamples written) : IClassFixture<RecordAndMartenWithSamples>
{
    private const string TriLe = "unit-van-quan.tri-le";

    private readonly RecordAndMarten _both = written.Both;
    private readonly IReadOnlyList<RecordedEntry> _recorded = written.Recorded;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_samples_leave_out_no_type_of_entry() =>
        Assert.Equal(EntryTypes.All.Select(type => type.Name).Order(), _recorded.Select(entry => EntryTypes.Of(entry.Entry).Name).Distinct().Order());

    [Fact]
    public async Task Every_event_carries_what_the_entry_said_under_its_number_stamp_and_place()
    {
        await using var session = _both.Marten.QuerySession();
        var upTo = _recorded[^1].Sequence;
        var events = await session.Events.QueryAllRawEvents().Where(e => e.Sequence <= upTo).OrderBy(e => e.Sequence).ToListAsync(Cancellation);

        Assert.Equal(_recorded.Count, events.Count);
        foreach (var (entry, read) in _recorded.Zip(events))
        {
            var type = EntryTypes.Of(entry.Entry);
            Assert.Equal(entry.Sequence, read.Sequence);
            Assert.Equal(entry.RecordedAt, read.Timestamp);
            Assert.Equal(entry.Id, read.Id);
            Assert.Equal(entry.Stream, read.StreamKey);
            Assert.Equal(entry.Version, read.Version);
            Assert.Equal(type.Name, read.EventTypeName);
            Assert.Equal(type.DotNetType, read.DotNetTypeName);
            Assert.Equal(type.ClrType, read.EventType);
            Assert.True(LineWriter.SayTheSame(entry.Entry, (Entry)read.Data), $"{type.Name}: {Encoding.UTF8.GetString(LineWriter.WriteStored((Entry)read.Data))}");
        }
    }

    [Fact]
    public async Task Actor_correlation_and_headers_are_in_its_metadata_and_not_in_the_payload()
    {
        await using var session = _both.Marten.QuerySession();
        var events = await session.Events.FetchStreamAsync(TriLe, token: Cancellation);
        Assert.NotEmpty(events);
        Assert.All(events, read =>
        {
            Assert.Equal("thu-ky", read.UserName);
            Assert.Equal("c-0001", read.CorrelationId);
            Assert.Null(read.CausationId);
            Assert.Equal("interop", read.GetHeader("client")?.ToString());
            Assert.Equal("coordination_office", read.GetHeader("role")?.ToString());
            Assert.False(read.IsArchived);
            Assert.Equal("*DEFAULT*", read.TenantId);
        });
    }

    [Fact]
    public async Task The_claim_of_an_export_reaches_it_as_a_header()
    {
        var recorded = await _both.RecordAsync(
            """{"type":"unit_established","unit":"noi-khac","name":"Nơi khác","level":"commune","effectiveOn":"2010-01-01","sequence":77,"recordedAt":"2020-01-01T00:00:00.000001Z","recordedBy":"ai-do","stream":"unit-noi-khac","version":1}""");
        await using var session = _both.Marten.QuerySession();
        var read = Assert.Single(await session.Events.FetchStreamAsync("unit-noi-khac", token: Cancellation));
        Assert.Equal(recorded[0].Sequence, read.Sequence);
        var origin = JsonSerializer.SerializeToElement(read.GetHeader("origin"));
        Assert.Equal(77, origin.GetProperty("sequence").GetInt64());
        Assert.Equal("ai-do", origin.GetProperty("recordedBy").GetString());
    }

    [Fact]
    public async Task Letters_beyond_the_first_plane_quotes_and_line_breaks_arrive_as_they_were_said()
    {
        await using var session = _both.Marten.QuerySession();
        var read = await session.Events.LoadAsync<CriterionAttained>(Samples.FirstFinding, Cancellation);
        Assert.Equal("Đạt — “ổn”, \"thật\" \\ C:\\xã\nTrường 𠊛 🏫 à ế", read!.Data.Note);
        Assert.Equal(9007199254740993, Assert.Single(read.Data.Evidence!).Size);
    }

    [Fact]
    public async Task A_correction_is_a_retraction_and_its_replacement_one_after_the_other()
    {
        await using var session = _both.Marten.QuerySession();
        var retraction = await session.Events.LoadAsync<EntryRetracted>(Samples.Correction, Cancellation);
        var replacement = await session.Events.LoadAsync<CriterionAttained>(Samples.Replacement, Cancellation);
        Assert.Equal(Samples.FirstFinding, retraction!.Data.Entry);
        Assert.Equal(Samples.Replacement, retraction.Data.ReplacedBy);
        Assert.Equal(retraction.Sequence + 1, replacement!.Sequence);
        Assert.Equal(retraction.Timestamp.AddMicroseconds(1), replacement.Timestamp);
    }

    [Fact]
    public async Task A_stream_is_fetched_whole_to_a_version_from_a_version_and_to_a_stamp()
    {
        var ours = _recorded.Where(entry => entry.Stream == TriLe).ToList();
        await using var session = _both.Marten.QuerySession();

        Assert.Equal(ours.Select(entry => entry.Id), (await session.Events.FetchStreamAsync(TriLe, token: Cancellation)).Select(read => read.Id));
        Assert.Equal(ours.Take(5).Select(entry => entry.Id), (await session.Events.FetchStreamAsync(TriLe, version: 5, token: Cancellation)).Select(read => read.Id));
        Assert.Equal(ours.Skip(4).Select(entry => entry.Id), (await session.Events.FetchStreamAsync(TriLe, fromVersion: 5, token: Cancellation)).Select(read => read.Id));
        for (var index = 0; index < ours.Count; index++)
        {
            var read = await session.Events.FetchStreamAsync(TriLe, timestamp: ours[index].RecordedAt, token: Cancellation);
            Assert.Equal(ours.Take(index + 1).Select(entry => entry.Id), read.Select(e => e.Id));
        }

        var state = await session.Events.FetchStreamStateAsync(TriLe, Cancellation);
        Assert.Equal(ours.Count, state!.Version);
        Assert.False(state.IsArchived);
    }

    [Fact]
    public async Task A_stream_is_aggregated_whole_at_a_version_and_at_an_instant_between_two_stamps()
    {
        await using var session = _both.Marten.QuerySession();
        var whole = await session.Events.AggregateStreamAsync<UnitCard>(TriLe, token: Cancellation);
        Assert.Equal("Tri Lễ", whole!.Name);
        Assert.Equal(1_234_567_890_123, whole.Debt);
        Assert.Equal(2, whole.Retractions);
        Assert.Equal(7, whole.Findings);
        Assert.Equal(FindingStatus.Attained, whole.Criteria[1]);

        var first = await session.Events.AggregateStreamAsync<UnitCard>(TriLe, version: 1, token: Cancellation);
        Assert.Equal((0, UnitLevel.Commune), (first!.Findings, first.Level));

        var lost = _recorded.Single(entry => entry.Entry is CriterionLost);
        var before = await session.Events.AggregateStreamAsync<UnitCard>(TriLe, timestamp: lost.RecordedAt.AddMicroseconds(-1), token: Cancellation);
        var at = await session.Events.AggregateStreamAsync<UnitCard>(TriLe, timestamp: lost.RecordedAt, token: Cancellation);
        Assert.Equal((4, FindingStatus.Attained), (before!.Findings, before.Criteria[1]));
        Assert.Equal((5, FindingStatus.Lost), (at!.Findings, at.Criteria[1]));
        Assert.Null(await session.Events.AggregateStreamAsync<UnitCard>(TriLe, timestamp: _recorded[0].RecordedAt.AddMicroseconds(-1), token: Cancellation));
    }

    [Fact]
    public async Task A_stream_is_aggregated_between_two_appends_on_either_side_of_an_instant()
    {
        await _both.RecordAsync(Lines.Commune("giua-hai-luc", "Trước"));
        await Task.Delay(20, Cancellation);
        var between = new DateTimeOffset(await _both.ScalarAsync<DateTime>("select clock_timestamp()"), TimeSpan.Zero);
        await Task.Delay(20, Cancellation);
        await _both.RecordAsync("""{"type":"unit_renamed","unit":"giua-hai-luc","name":"Sau","effectiveOn":"2011-01-01"}""");

        await using var session = _both.Marten.QuerySession();
        Assert.Equal("Trước", (await session.Events.AggregateStreamAsync<UnitCard>("unit-giua-hai-luc", timestamp: between, token: Cancellation))!.Name);
        Assert.Equal("Sau", (await session.Events.AggregateStreamAsync<UnitCard>("unit-giua-hai-luc", token: Cancellation))!.Name);
    }

    [Fact]
    public async Task Questions_in_LINQ_find_what_SQL_finds()
    {
        await using var session = _both.Marten.QuerySession();
        var upTo = _recorded[^1].Sequence;
        var middle = _recorded[_recorded.Count / 2];

        Assert.Equal(
            _recorded.Where(entry => entry.Stream == TriLe).Select(entry => entry.Sequence),
            await session.Events.QueryAllRawEvents().Where(e => e.StreamKey == TriLe && e.Sequence <= upTo).OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync(Cancellation));
        Assert.Equal(
            _recorded.Where(entry => entry.RecordedAt > middle.RecordedAt).Select(entry => entry.Id),
            (await session.Events.QueryAllRawEvents().Where(e => e.Timestamp > middle.RecordedAt && e.Sequence <= upTo).OrderBy(e => e.Sequence).ToListAsync(Cancellation)).Select(e => e.Id));
        Assert.Equal(
            _recorded.Count(entry => entry.Entry is CriterionAttained),
            await session.Events.QueryAllRawEvents().CountAsync(e => e.EventTypeName == "criterion_attained" && e.Sequence <= upTo, Cancellation));
        Assert.Equal(2, await session.Events.QueryRawEventDataOnly<IndicatorMeasured>().CountAsync(Cancellation));
        Assert.Equal(
            ["Liên Hội"],
            (await session.Events.QueryRawEventDataOnly<UnitRenamed>().Where(entry => entry.Name == "Liên Hội").ToListAsync(Cancellation)).Select(entry => entry.Name));
        var attained = session.Events.QueryRawEventDataOnly<CriterionAttained>();
        Assert.Equal(2, await attained.CountAsync(entry => entry.Criterion == 1, Cancellation));
        Assert.Equal(2, await attained.CountAsync(entry => entry.EffectiveOn >= new DateOnly(2022, 7, 1), Cancellation));
        Assert.Equal(1, await attained.CountAsync(entry => entry.Note != null && entry.Note.Contains("Trường"), Cancellation));
        Assert.Equal(
            [Samples.Replacement],
            (await session.Events.QueryAllRawEvents().Where(e => e.EventTypesAre(typeof(CriterionAttained)) && e.Id == Samples.Replacement).ToListAsync(Cancellation)).Select(e => e.Id));
    }
}

/// <summary>The samples, recorded by us and let be read by Marten.</summary>
public sealed class RecordAndMartenWithSamples(Ntm.Testing.TestCluster cluster) : IAsyncLifetime
{
    public RecordAndMarten Both { get; } = new(cluster);

    public IReadOnlyList<RecordedEntry> Recorded { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await Both.InitializeAsync();
        await Both.RecordAsync(Samples.Lines);
        Recorded = await Both.ReadAsync();
    }

    public ValueTask DisposeAsync() => Both.DisposeAsync();
}
