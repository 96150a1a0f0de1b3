using Npgsql;
using Ntm.Domain.Entries;
using Ntm.EventStore;
using Ntm.Host.Recording;
using Ntm.Projections.Views;

namespace Ntm.Host.Views;

/// <summary>
/// Takes the entries of the record into the views: rows, positions and digests in one transaction. Several programs may do so at once;
/// one at a time advances.
/// </summary>
/// <param name="schemas">The search path that names the tables: the live ones, or those a rebuild makes beside them.</param>
/// <param name="views">The views that are kept there.</param>
internal sealed class Upkeep(NpgsqlDataSource database, Record record, LiveRecord live, TimeProvider time, string schemas, IReadOnlyList<View> views)
{
    internal const string Live = "ntm";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly HashSet<string> _views = views.Select(view => view.Name).ToHashSet();

    internal Upkeep(NpgsqlDataSource database, Record record, LiveRecord live, TimeProvider time)
        : this(database, record, live, time, Live, View.All)
    {
    }

    /// <summary>The most entries taken in in one transaction.</summary>
    internal int AtOnce { get; init; } = 10_000;

    /// <summary>Returns once the views hold everything up to that sequence, which must be visible, whoever brings them there.</summary>
    internal async Task CatchUpAsync(long upTo, CancellationToken cancellation)
    {
        while (true)
        {
            var position = await AdvanceAsync(upTo, cancellation);
            if (position >= upTo)
                return;
            if (position is not null)
                continue;
            // In other hands, which may be further on.
            if (schemas == Live && (await ViewPosition.ReadAsync(database, cancellation)) is { } positions)
            {
                if (positions.Count < _views.Count)
                    throw new InvalidDataException("ntm.projection lacks a view: 'ntm rebuild' makes the views again.");
                if (positions.All(view => view.Position >= upTo))
                    return;
            }

            await Task.Delay(Pause, time, cancellation);
        }
    }

    /// <summary>Takes in the next entries, as many as go into one transaction.</summary>
    /// <returns>Where the views stand now; null where another program is about it.</returns>
    internal Task<long?> AdvanceAsync(long upTo, CancellationToken cancellation) => AdvanceAsync(upTo, AtOnce, cancellation);

    /// <summary>The same, with at most so many entries.</summary>
    internal async Task<long?> AdvanceAsync(long upTo, int atMost, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await HoldAsync(connection, cancellation) is not { } before)
            return null;
        if (before.Position >= upTo)
            return before.Position;

        var batch = new List<RecordedEntry>();
        await foreach (var entry in record.ReadAsync(before.Position, Math.Min(upTo, before.Position + atMost), null, cancellation))
            batch.Add(entry);
        // Over the connections of the views: questions may have taken all the others.
        if (live.Index.Position < batch[^1].Sequence)
            await live.CatchUpToHeadAsync(record, cancellation);
        var stored = await StoredRows.FindingsAsync(connection, batch, cancellation);
        var open = _views.Contains(View.FindingPeriod.Name)
            ? await StoredRows.OpenPeriodsAsync(connection, BatchFold.ChangesFrom(batch, stored), cancellation)
            : null;
        var change = BatchFold.Change(before, batch, stored, open, live.Index.Register);
        await ViewWriting.WriteAsync(connection, change, _views, cancellation);
        await transaction.CommitAsync(cancellation);
        return change.Position;
    }

    private async Task<ViewDigests?> HoldAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using (var use = new NpgsqlCommand(ViewStatements.UseSchema, connection) { Parameters = { new() { Value = schemas } } })
            await use.ExecuteNonQueryAsync(cancellation);
        await using var hold = new NpgsqlCommand(ViewStatements.Lock, connection);
        var held = await ViewPosition.ReadAsync(hold, cancellation);
        if (held.Count < _views.Count)
            return null;
        if (held.Any(view => view.Position != held[0].Position))
            throw new InvalidDataException("The views stand at different sequences: 'ntm rebuild' makes them again.");

        var digests = held.ToDictionary(view => view.Name, view => view.Digest);
        return new ViewDigests(
            held[0].Position, digests.GetValueOrDefault(View.Finding.Name), digests.GetValueOrDefault(View.FindingPeriod.Name),
            digests.GetValueOrDefault(View.UnitPeriod.Name));
    }
}
