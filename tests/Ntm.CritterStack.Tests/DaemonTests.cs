using JasperFx;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Ntm.Testing;

namespace Ntm.CritterStack.Tests;

/// <summary>Marten's asynchronous daemon over our record: it catches up, keeps up, sees every event once and waits for none that never comes.</summary>
public sealed class DaemonTests(TestCluster cluster) : IAsyncLifetime
{
    /// <summary>How long the daemon waits for a number before it takes it for dead; Marten's default is 3 s.</summary>
    private static readonly TimeSpan TakenForDead = TimeSpan.FromMilliseconds(600);

    private readonly RecordAndMarten _both = new(cluster);
    private readonly Witness _witness = new();
    private DocumentStore _store = null!;
    private IProjectionDaemon _daemon = null!;
    private TimeSpan? _patience;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _both.InitializeAsync();
        await using var setup = Open(AutoCreate.CreateOrUpdate);
        await setup.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _daemon.StopAllAsync();
        _daemon.Dispose();
        await _store.DisposeAsync();
        await _both.DisposeAsync();
    }

    [Fact]
    public async Task It_catches_up_with_a_record_written_before_it_began()
    {
        await _both.RecordAsync(Samples.Lines);
        await _both.RecordAsync(Enumerable.Range(0, 500).Select(number => Lines.Finding("van-quan.tri-le", 1 + (number % 19))));
        await StartAsync();
        await AssertAllSeenOnceAsync();
    }

    [Fact]
    public async Task It_begins_on_an_empty_record()
    {
        await StartAsync();
        await Task.Delay(TakenForDead * 3, Cancellation);
        await _both.RecordAsync(Samples.Lines);
        await AssertAllSeenOnceAsync();
    }

    [Fact]
    public async Task It_keeps_up_while_both_write()
    {
        await _both.RecordAsync(Enumerable.Range(0, 4).Select(unit => Lines.Commune($"theo-kip-{unit}")));
        await StartAsync();

        var marks = new List<long>();
        using var done = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                marks.Add(_daemon.Tracker.HighWaterMark);
                await Task.Delay(50, CancellationToken.None);
            }
        }, Cancellation);
        var ours = Enumerable.Range(0, 3).Select(writer => Task.Run(async () =>
        {
            for (var round = 0; round < 150; round++)
                await _both.RecordAsync(Enumerable.Range(1, 1 + (round % 5)).Select(criterion => Lines.Finding($"theo-kip-{writer}", criterion)));
        }, Cancellation));
        var martens = Task.Run(async () =>
        {
            for (var round = 0; round < 150; round++)
            {
                await using var session = _both.Marten.LightweightSession();
                session.Events.Append("unit-theo-kip-3", Lines.Entry(Lines.Finding("theo-kip-3")));
                await session.SaveChangesAsync(Cancellation);
            }
        }, Cancellation);
        await Task.WhenAll([.. ours, martens]);

        await AssertAllSeenOnceAsync();
        await done.CancelAsync();
        await watching;
        Assert.Equal(marks.Order(), marks);
        // It followed, rather than read everything at the end.
        Assert.True(marks.Distinct().Count() > 3, string.Join(' ', marks.Distinct()));
    }

    [Fact]
    public async Task Appends_that_came_to_nothing_cost_it_no_event()
    {
        await _both.RecordAsync(Lines.Commune("khong-thanh"));
        await StartAsync();
        await AssertAllSeenOnceAsync();

        Func<Task>[] failures =
        [
            RollBackAfterReservingAsync,
            RollBackAfterDrawingAsync,
            RollBackNumberedAsync,
            SaveWithoutReservingAsync,
            SaveFewerThanReservedAsync,
        ];
        foreach (var fail in failures)
        {
            await fail();
            // Long enough for the daemon to take the numbers for dead, had it been left to believe that they were given out.
            await Task.Delay(TakenForDead * 4, Cancellation);
            await _both.RecordAsync(Enumerable.Range(1, 10).Select(criterion => Lines.Finding("khong-thanh", criterion)));
            await AssertAllSeenOnceAsync();
        }
    }

    /// <param name="patience">After so many milliseconds this daemon passes over what is still being written, to Marten's own harm.</param>
    [Theory]
    [InlineData(null)]
    [InlineData(1000)]
    public async Task An_append_that_takes_long_and_comes_to_nothing_costs_it_no_event(int? patience)
    {
        _patience = patience is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
        await _both.RecordAsync(Lines.Commune("cho-lau"));
        await StartAsync();
        await AssertAllSeenOnceAsync();

        for (var round = 0; round < 2; round++)
        {
            await using (var connection = await _both.Database.OpenConnectionAsync(Cancellation))
            await using (await connection.BeginTransactionAsync(Cancellation))
            {
                await ExecuteAsync(connection, "select ntm.begin_append(50); select nextval('ntm.mt_events_sequence') from generate_series(1, 50)");
                await Task.Delay(TakenForDead * 5, Cancellation);
                Assert.Equal(await _both.HeadAsync(), _daemon.Tracker.HighWaterMark);
            }

            await Task.Delay(TakenForDead * 3, Cancellation);
            await _both.RecordAsync(Enumerable.Range(1, 8).Select(criterion => Lines.Finding("cho-lau", criterion)));
            await AssertAllSeenOnceAsync();
        }
    }

    [Fact]
    public async Task Its_mark_never_passes_the_end_of_the_record()
    {
        await _both.RecordAsync(Lines.Commune("dau-moc"));
        await StartAsync();
        await AssertAllSeenOnceAsync();
        foreach (var sql in (string[])["select ntm.mt_mark_event_progression('HighWaterMark', 2)", "select ntm.mt_mark_progression_with_skip('HighWaterMark', 2, 1)"])
            Assert.Equal("NTM07", (await Assert.ThrowsAsync<PostgresException>(() => _both.ScalarAsync<string>(sql))).SqlState);
        await _both.RecordAsync(Lines.Finding("dau-moc"));
        await AssertAllSeenOnceAsync();
    }

    [Fact]
    public async Task A_rebuild_comes_to_the_same()
    {
        await _both.RecordAsync(Samples.Lines);
        await RollBackAfterDrawingAsync();
        await BuildAsync();
        await _daemon.RebuildProjectionAsync<FindingsOfUnitProjection>(Cancellation);
        await AssertCountsAsync();
        await _daemon.StartAllAsync();
        await _both.RecordAsync(Lines.Finding("van-quan.tri-le", 9));
        await AssertAllSeenOnceAsync();
    }

    private async Task StartAsync()
    {
        await BuildAsync();
        await _daemon.StartAllAsync();
    }

    private async Task BuildAsync()
    {
        _store = Open(AutoCreate.None);
        _daemon = await _store.BuildProjectionDaemonAsync(logger: NullLogger.Instance);
    }

    private DocumentStore Open(AutoCreate autoCreate) => MartenStore.Open(_both.ConnectionString, autoCreate, options =>
    {
        options.Projections.Add(new FindingsOfUnitProjection(), ProjectionLifecycle.Async);
        options.Events.Subscribe(_witness);
        options.Projections.StaleSequenceThreshold = TakenForDead;
        options.Projections.FastPollingTime = TimeSpan.FromMilliseconds(50);
        options.Projections.SlowPollingTime = TimeSpan.FromMilliseconds(100);
        options.Projections.SkipStaleGapsDespiteLiveTransactionsAfter = _patience;
        // A daemon whose mark was refused begins again; by default only every 30 s.
        options.Projections.HealthCheckPollingTime = TimeSpan.FromMilliseconds(200);
        options.Projections.HighWaterStalenessThreshold = TimeSpan.FromSeconds(1);
    });

    private async Task AssertAllSeenOnceAsync()
    {
        var head = await _both.HeadAsync();
        for (var waited = 0; waited < 200 && (_daemon.Tracker.HighWaterMark < head || _witness.Seen.Count < head || await ProgressAsync() < head); waited++)
            await Task.Delay(50, Cancellation);

        Assert.Equal(Enumerable.Range(1, (int)head).Select(number => (long)number), _witness.Seen);
        Assert.Equal(head, _daemon.Tracker.HighWaterMark);
        await AssertCountsAsync();
        Assert.Equal(0, await _both.ScalarAsync<int>("select count(*) from ntm.mt_high_water_skips"));
        Assert.Equal(0, await _both.ScalarAsync<int>("select count(*) from ntm.mt_doc_deadletterevent"));
        await _both.AssertOrderAsync();
    }

    private Task<long> ProgressAsync() => _both.ScalarAsync<long>(
        "select case when count(*) = 2 then min(last_seq_id) else 0 end from ntm.mt_event_progression where name in ('FindingsOfUnit:All', 'Witness:All')");

    private async Task AssertCountsAsync()
    {
        await using var session = _store.QuerySession();
        var counted = (await session.Query<FindingsOfUnit>().ToListAsync(Cancellation)).ToDictionary(view => view.Id, view => view.Count);
        var expected = (await _both.ReadAsync()).Where(entry => entry.Entry is Domain.Findings.FindingEntry)
            .GroupBy(entry => entry.Entry.Unit.Value).ToDictionary(unit => unit.Key, unit => unit.Count());
        Assert.Equal(expected.OrderBy(unit => unit.Key, StringComparer.Ordinal), counted.OrderBy(unit => unit.Key, StringComparer.Ordinal));
    }

    private Task RollBackAfterReservingAsync() => RollBackAsync("select ntm.begin_append(3)");

    private Task RollBackAfterDrawingAsync() => RollBackAsync("select ntm.begin_append(3); select nextval('ntm.mt_events_sequence') from generate_series(1, 3)");

    private Task RollBackNumberedAsync() => RollBackAsync("select ntm.begin_append_numbered(7)");

    private async Task SaveWithoutReservingAsync()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await using var session = _both.MartenUntaught.LightweightSession();
            session.Events.Append("unit-khong-thanh", Lines.Entry(Lines.Finding("khong-thanh")));
            await Assert.ThrowsAnyAsync<Exception>(() => session.SaveChangesAsync(Cancellation));
        }
    }

    private async Task SaveFewerThanReservedAsync()
    {
        await using var session = _both.MartenUntaught.LightweightSession();
        await session.ReserveAsync(4, Cancellation);
        session.Events.Append("unit-khong-thanh", Lines.Entry(Lines.Finding("khong-thanh")));
        await Assert.ThrowsAnyAsync<Exception>(() => session.SaveChangesAsync(Cancellation));
    }

    private async Task RollBackAsync(string sql)
    {
        await using var connection = await _both.Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await ExecuteAsync(connection, sql);
        await transaction.RollbackAsync(Cancellation);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
