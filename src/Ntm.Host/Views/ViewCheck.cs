using System.Data;
using System.Globalization;
using Npgsql;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.EventStore;
using Ntm.EventStore.Scanning;
using Ntm.Host.Database;
using Ntm.Host.Recording;
using Ntm.Projections.Index;
using Ntm.Projections.Views;

namespace Ntm.Host.Views;

/// <summary>What a check found: the sequence it was made at, and the first difference of each projection that has one.</summary>
internal sealed record CheckResult(long Position, IReadOnlyList<ViewDifference> Differences);

/// <summary>Holds every projection against a fresh fold of the entries, at one sequence.</summary>
internal sealed class ViewCheck(RecordSession session)
{
    internal async Task<CheckResult> RunAsync(Action<string> report, CancellationToken cancellation)
    {
        var stuck = await CatchUpAsync(await session.Following.HeadAsync(cancellation), cancellation);
        await using var connection = await session.ViewConnections.OpenConnectionAsync(cancellation);
        // One state of all of them, however long it takes and whatever comes meanwhile.
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using (var use = new NpgsqlCommand(ViewStatements.UseSchema, connection) { Parameters = { new() { Value = Upkeep.Live } } })
            await use.ExecuteNonQueryAsync(cancellation);
        await using var standing = new NpgsqlCommand(ViewStatements.Positions, connection);
        var positions = (await ViewPosition.ReadAsync(standing, cancellation)).ToDictionary(view => view.Name);
        var position = positions[View.Finding.Name].Position;

        var fold = new RecordFold();
        var index = new IndexBuilder();
        await RecordScanning.ReadAsync(
            session.Following, position, new TakenByBoth(fold, index), cancellation, new ReadProgress(position, report).TakenIn);

        var expected = FreshRows.DigestsOf(fold, cancellation);
        var differences = new List<ViewDifference>();
        foreach (var (view, digest) in expected)
        {
            report($"đang so · comparing {view.Name}");
            if (await CompareAsync(connection, fold, view, digest, positions[view.Name], cancellation) is { } difference)
                differences.Add(difference);
        }

        if (IndexComparison.FirstDifference(session.Live.Index, index.Build(), session.Catalog.Sets, position) is { } wrong)
            differences.Add(wrong);
        if (stuck is not null && differences.Count == 0)
            differences.Add(new ViewDifference("projection", "position", stuck, null));
        return new CheckResult(position, differences);
    }

    // What is damaged may not go on any more; it is compared where it stands.
    private async Task<string?> CatchUpAsync(long head, CancellationToken cancellation)
    {
        try
        {
            await session.Upkeep.CatchUpAsync(head, cancellation);
            return null;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreUnavailableException))
        {
            return fault.Message;
        }
    }

    private static async Task<ViewDifference?> CompareAsync(
        NpgsqlConnection connection, RecordFold fold, View view, RollingDigest expected, ViewPosition standing, CancellationToken cancellation)
    {
        var found = default(RollingDigest);
        using var hashing = new RowHashing();
        await CopiedRows.ReadAsync(connection, ViewStatements.Read(view), row => found = found.Plus(hashing.Of(row.Bytes)), cancellation);
        if (found != expected && await FirstDifferenceAsync(connection, view, ViewStatements.ReadInOrder(view), FreshRows.InOrder(fold, view), cancellation) is { } difference)
            return difference;
        if (standing.Position != fold.Position)
            return new ViewDifference(view.Name, "position", Text(standing.Position), Text(fold.Position));
        return standing.Digest == expected ? null : new ViewDifference(view.Name, "digest", standing.Digest.ToString(), expected.ToString());
    }

    internal static async Task<ViewDifference?> FirstDifferenceAsync(
        NpgsqlConnection connection, View view, string statement, IReadOnlyList<ReadOnlyMemory<byte>> expected, CancellationToken cancellation)
    {
        var comparison = new RowComparison(view, expected);
        await CopiedRows.ReadAsync(connection, statement, row => comparison.Take(row.Bytes), cancellation);
        return comparison.End();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // Read once, folded twice.
    private sealed class TakenByBoth(ITakesRecord one, ITakesRecord other) : ITakesRecord
    {
        public void Take(RecordedEntry entry)
        {
            one.Take(entry);
            other.Take(entry);
        }

        public void TakeFinding(long sequence, DateTimeOffset recordedAt, Guid id, long version, FindingStatus status, StoredFinding finding)
        {
            one.TakeFinding(sequence, recordedAt, id, version, status, finding);
            other.TakeFinding(sequence, recordedAt, id, version, status, finding);
        }
    }
}
