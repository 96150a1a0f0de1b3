using System.Globalization;
using System.Text;
using JasperFx;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Ntm.Domain.Access;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.EventStore.Append;
using Ntm.Host.Database;
using Ntm.Host.Recording;
using Ntm.Testing;

namespace Ntm.CritterStack.Tests;

/// <summary>One database with both on it: our record, as the host opens it, and Marten, which was let in once and may now change nothing.</summary>
public sealed class RecordAndMarten(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(cluster);

    public RecordSession Ours { get; private set; } = null!;

    /// <summary>Marten with AutoCreate.None whose sessions reserve by themselves.</summary>
    public DocumentStore Marten { get; private set; } = null!;

    /// <summary>Marten with AutoCreate.None that knows nothing of the order.</summary>
    public DocumentStore MartenUntaught { get; private set; } = null!;

    public NpgsqlDataSource Database { get; private set; } = null!;

    public string ConnectionString => _database.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        Database = NpgsqlDataSource.Create(ConnectionString);
        Ours = await OpenOursAsync();
        await using (var setup = MartenStore.Open(ConnectionString, AutoCreate.All))
            await setup.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        Marten = MartenStore.Open(ConnectionString, AutoCreate.None, options => options.Listeners.Add(new ReservingListener()));
        MartenUntaught = MartenStore.Open(ConnectionString, AutoCreate.None);
    }

    public async ValueTask DisposeAsync()
    {
        await MartenUntaught.DisposeAsync();
        await Marten.DisposeAsync();
        await Ours.DisposeAsync();
        await Database.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>The record as another start of the host opens it; the caller closes it.</summary>
    public Task<RecordSession> OpenOursAsync() => RecordSession.OpenAsync(
        new DatabaseChoice.Named(ConnectionString), NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);

    /// <summary>Records lines of the interchange through our own recorder.</summary>
    public async Task<IReadOnlyList<RecordedEntry>> RecordAsync(params IEnumerable<string> lines)
    {
        var result = await Ours.Recorder.RecordAsync([.. Lines.Read(lines)], Lines.Act, Lines.NothingExpected, TestContext.Current.CancellationToken);
        var recorded = Assert.IsType<RecordingResult.Recorded>(result);
        return [.. recorded.Lines.Select(line => line.Entry)];
    }

    /// <summary>The whole record, read by our store.</summary>
    public async Task<IReadOnlyList<RecordedEntry>> ReadAsync(long after = 0)
    {
        var entries = new List<RecordedEntry>();
        await foreach (var entry in Ours.Record.ReadAsync(after, long.MaxValue, null, TestContext.Current.CancellationToken))
            entries.Add(entry);
        return entries;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!, typeof(T), CultureInfo.InvariantCulture);
    }

    public Task<long> HeadAsync() => ScalarAsync<long>("select seq from ntm.append_head");

    /// <summary>What every test may leave behind and nothing else: 1, 2, 3 …, stamps that grow, streams at their last event.</summary>
    public async Task AssertOrderAsync()
    {
        Assert.Equal("ok", await ScalarAsync<string>("""
            select case
              when exists (select from (select seq_id, row_number() over (order by seq_id) as place from ntm.mt_events) e where seq_id <> place) then 'a gap'
              when (select seq from ntm.append_head) <> (select count(*) from ntm.mt_events) then 'the head is elsewhere'
              when exists (select from (select timestamp <= lag(timestamp) over (order by seq_id) as back from ntm.mt_events) e where back) then 'a stamp that does not grow'
              when exists (select from (select version, row_number() over (partition by stream_id order by seq_id) as place from ntm.mt_events) e where version <> place)
                then 'versions out of order'
              when exists (select from ntm.mt_streams s where s.version <> (select count(*) from ntm.mt_events e where e.stream_id = s.id)) then 'a stream at another version'
              else 'ok' end
            """));
    }
}

/// <summary>Lines of the interchange as our host reads them.</summary>
internal static class Lines
{
    public static readonly Act Act = new("thu-ky", new Office(Role.CoordinationOffice, null), "interop", "c-0001");

    public static readonly Dictionary<string, long> NothingExpected = [];

    public static IEnumerable<SubmittedLine> Read(IEnumerable<string> lines) => lines.Select((line, index) =>
    {
        var read = LineReader.Read(index + 1, Encoding.UTF8.GetBytes(line));
        Assert.Empty(read.Refusals);
        return read.Submitted!;
    });

    public static Entry Entry(string line) => Read([line]).Single().Entry;

    public static string Commune(string unit, string name = "Xã") =>
        $$"""{"type":"unit_established","unit":"{{unit}}","name":"{{name}}","level":"commune","effectiveOn":"2010-01-01"}""";

    public static string Finding(string unit, int criterion = 1, string type = "criterion_attained", string day = "2022-06-30") =>
        $$"""{"type":"{{type}}","unit":"{{unit}}","set":"ntm-2021-2025","criterion":{{criterion}},"assessedBy":"district","effectiveOn":"{{day}}"}""";
}
