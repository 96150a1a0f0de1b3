using JasperFx;
using JasperFx.Events;
using Marten;
using Npgsql;
using Ntm.CritterStack.Tests;
using Ntm.Domain.Entries;

namespace Ntm.Bench.CritterStack;

/// <summary>The real Marten on a fresh database of its own making: its tables, keys, indexes and functions, no order, no rules, no triggers.</summary>
internal sealed class MartenRival : IAsyncDisposable
{
    private readonly DocumentStore _store;

    private MartenRival(DocumentStore store) => _store = store;

    internal static string Version => typeof(DocumentStore).Assembly.GetName().Version!.ToString(3);

    internal static async Task<MartenRival> OpenAsync(string database)
    {
        // As the other rivals: statements are prepared.
        var builder = new NpgsqlConnectionStringBuilder(database) { MaxAutoPrepare = 32, AutoPrepareMinUsages = 2 };
        var store = MartenStore.Open(builder.ConnectionString, AutoCreate.CreateOrUpdate);
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        return new MartenRival(store);
    }

    /// <summary>The units, so that every stream is there: Marten fails where two sessions begin one stream at once.</summary>
    internal async Task PrepareAsync()
    {
        foreach (var unit in Country.Units())
            await AppendAsync((DatedEntry)Country.Read(unit).Entry);
    }

    /// <summary>One quick append: a session, an event, a transaction. Tried again where another session was quicker on the same stream.</summary>
    internal async Task AppendAsync(DatedEntry entry)
    {
        while (!await TryAppendAsync(entry))
        {
        }
    }

    private async Task<bool> TryAppendAsync(DatedEntry entry)
    {
        await using var session = _store.LightweightSession();
        session.CorrelationId = "bench";
        session.LastModifiedBy = "local";
        session.Events.Append(StreamId.Of(entry), entry);
        try
        {
            await session.SaveChangesAsync();
            return true;
        }
        catch (Exception fault) when (IsClash(fault))
        {
            return false;
        }
    }

    private static bool IsClash(Exception fault) =>
        fault is ConcurrencyException || (fault is PostgresException or { InnerException: PostgresException }
            && ((fault as PostgresException) ?? (PostgresException)fault.InnerException!).SqlState == PostgresErrorCodes.UniqueViolation);

    /// <summary>The events as bulk insert takes them, one action for each stream.</summary>
    internal IReadOnlyList<StreamAction> Streams(IEnumerable<DatedEntry> entries) =>
    [
        .. entries.GroupBy(StreamId.Of).Select(stream =>
            StreamAction.Start((IEventRegistry)_store.Options.Events, stream.Key, [.. stream.Cast<object>()])),
    ];

    internal Task InsertAsync(IReadOnlyList<StreamAction> streams) => _store.BulkInsertEventsAsync(streams, batchSize: 2_000);

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
