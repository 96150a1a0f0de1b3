using Npgsql;
using Ntm.EventStore.Scanning;
using Ntm.Host.Database;
using Ntm.Host.Recording;
using Ntm.Projections.Views;

namespace Ntm.Host.Views;

/// <summary>What became of a rebuild.</summary>
internal abstract record RebuildResult
{
    /// <param name="Differences">What was wrong in the views that were replaced.</param>
    internal sealed record Replaced(long Position, IReadOnlyList<ViewDifference> Differences) : RebuildResult;

    /// <summary>Nothing was changed.</summary>
    internal sealed record Hindered(string Reason) : RebuildResult;
}

/// <summary>
/// Makes views again from the entries, beside the live ones, and puts them in their place in one short transaction. Readers go on; whoever
/// keeps the live ones does too, and holds still only while the last few entries are taken in.
/// </summary>
internal sealed class Rebuild(RecordSession session, IReadOnlyList<View> views, Action<string> report)
{
    internal const string Schemas = "ntm_rebuild, ntm";

    private const long OneAtATime = 7205759403792795;
    private const int Attempts = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <exception cref="TimeoutException">Somebody read the live tables all the time; nothing was changed.</exception>
    internal async Task<RebuildResult> RunAsync(CancellationToken cancellation)
    {
        await using var owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(session.ConnectionString) { ApplicationName = "ntm" }.ConnectionString);
        var tables = new RebuildTables(owner, views);
        if (await tables.HindranceAsync(cancellation) is { } hindrance)
            return new RebuildResult.Hindered(hindrance);
        await using var alone = await owner.OpenConnectionAsync(cancellation);
        await using (var take = new NpgsqlCommand(ViewSql.Read("try_rebuild.sql"), alone) { Parameters = { new() { Value = OneAtATime } } })
        {
            if (await take.ExecuteScalarAsync(cancellation) is not true)
                return new RebuildResult.Hindered("another rebuild is under way");
        }

        try
        {
            await tables.BeginAsync(cancellation);
            var fold = await FoldAsync(cancellation);
            report("đang ghi và lập chỉ mục · writing and indexing");
            await new RebuildFilling(tables, views, fold).RunAsync(cancellation);
            report("đang thay · replacing");
            return await ReplaceAsync(owner, tables, cancellation);
        }
        finally
        {
            await tables.EndAsync();
        }
    }

    private async Task<RecordFold> FoldAsync(CancellationToken cancellation)
    {
        var head = await session.Following.HeadAsync(cancellation);
        var fold = new RecordFold();
        await RecordScanning.ReadAsync(session.Following, head, fold, cancellation, new ReadProgress(head, report).TakenIn);
        return fold;
    }

    private async Task<RebuildResult> ReplaceAsync(NpgsqlDataSource owner, RebuildTables tables, CancellationToken cancellation)
    {
        var upkeep = new Upkeep(owner, session.Following, session.Live, session.Time, Schemas, views);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var head = await session.Following.HeadAsync(cancellation);
            var stuck = await CatchUpLiveAsync(head, cancellation);
            await upkeep.CatchUpAsync(head, cancellation);
            try
            {
                if (await TryReplaceAsync(owner, tables, upkeep, stuck, cancellation) is { } result)
                    return result;
            }
            catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                report("đang chờ người đọc · waiting for readers");
            }

            await Task.Delay(Pause, session.Time, cancellation);
        }

        throw new TimeoutException("Bảng luôn có người đọc nên chưa thay được · Somebody read the tables all the time; nothing was replaced. Try again.");
    }

    // What is damaged may not go on any more; that is no reason not to replace it.
    private async Task<string?> CatchUpLiveAsync(long head, CancellationToken cancellation)
    {
        try
        {
            await session.Upkeep.CatchUpAsync(head, cancellation);
            return null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return fault.Message;
        }
    }

    /// <returns>Null where the live views were elsewhere when they held still.</returns>
    private async Task<RebuildResult?> TryReplaceAsync(
        NpgsqlDataSource owner, RebuildTables tables, Upkeep upkeep, string? stuck, CancellationToken cancellation)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await RebuildTables.ExecuteAsync(connection, ViewSql.Read("rebuild_patience.sql"), cancellation);
        await using var hold = new NpgsqlCommand(ViewStatements.Await, connection);
        var live = (await ViewPosition.ReadAsync(hold, cancellation)).ToDictionary(view => view.Name);
        // From here on the live views stay where they are, and what is to replace them comes there.
        if (stuck is null)
            await upkeep.CatchUpAsync(live.Values.Max(view => view.Position), cancellation);
        var rebuilt = await tables.PositionsAsync(cancellation);
        if (stuck is null && rebuilt.Any(view => live[view.Name].Position != view.Position))
            return null;
        if (stuck is not null && views.Count < View.All.Count)
            return new RebuildResult.Hindered($"the views cannot go on ({stuck}): rebuild all of them");

        var differences = new List<ViewDifference>();
        foreach (var view in views)
        {
            var fresh = rebuilt.Single(one => one.Name == view.Name);
            if (!live.TryGetValue(view.Name, out var standing) || standing.Digest != fresh.Digest || standing.Position != fresh.Position)
                differences.Add(await DifferenceAsync(owner, connection, view, standing, fresh, cancellation));
        }

        await tables.SwapAsync(connection, cancellation);
        await transaction.CommitAsync(cancellation);
        return new RebuildResult.Replaced(rebuilt[0].Position, differences);
    }

    private static async Task<ViewDifference> DifferenceAsync(
        NpgsqlDataSource owner, NpgsqlConnection connection, View view, ViewPosition? standing, ViewPosition fresh, CancellationToken cancellation)
    {
        var expected = new List<ReadOnlyMemory<byte>>();
        await using (var rebuilt = await owner.OpenConnectionAsync(cancellation))
        await using (var transaction = await rebuilt.BeginTransactionAsync(cancellation))
        {
            await RebuildTables.ExecuteAsync(rebuilt, ViewStatements.UseSchema, cancellation, Schemas);
            await CopiedRows.ReadAsync(rebuilt, ViewStatements.ReadInOrder(view), row => expected.Add(row.Bytes.ToArray()), cancellation);
        }

        await RebuildTables.ExecuteAsync(connection, ViewStatements.UseSchema, cancellation, Upkeep.Live);
        return await ViewCheck.FirstDifferenceAsync(connection, view, ViewStatements.ReadInOrder(view), expected, cancellation)
            ?? new ViewDifference(view.Name, "digest", standing?.Digest.ToString(), fresh.Digest.ToString());
    }
}
