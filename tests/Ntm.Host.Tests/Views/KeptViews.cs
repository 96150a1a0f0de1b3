using Npgsql;
using NpgsqlTypes;
using Ntm.Host.Database;
using Ntm.Host.Tests.Reading;
using Ntm.Host.Tests.Recording;
using Ntm.Host.Views;
using Ntm.Testing;

namespace Ntm.Host.Tests.Views;

/// <summary>A record whose views are kept by hand, so that a test decides when and how far. A test's own.</summary>
internal sealed class KeptViews : IAsyncDisposable
{
    private readonly RecordingDatabase _database;

    private KeptViews(RecordingDatabase database, RecordSession session) => (_database, Session) = (database, session);

    public RecordSession Session { get; }

    public RecordingDatabase Database => _database;

    public static async Task<KeptViews> OpenAsync(TestCluster cluster)
    {
        var database = new RecordingDatabase(cluster);
        await database.InitializeAsync();
        return new KeptViews(database, await database.OpenHostAsync());
    }

    /// <summary>With the lawful lines of a random history.</summary>
    public static async Task<KeptViews> OfAsync(TestCluster cluster, ulong seed, int entries)
    {
        var views = await OpenAsync(cluster);
        await views.RecordAsync(RandomHistory.Create(seed, entries));
        return views;
    }

    public async Task RecordAsync(RandomHistory history)
    {
        foreach (var step in history.Steps.Where(step => step.RefusedWith is null))
            await Session.RecordAsync([.. step.Lines.Select(line => line.ToJsonString())]);
    }

    public Upkeep InBatchesOf(int entries) =>
        new(Session.ViewConnections, Session.Following, Session.Live, TimeProvider.System) { AtOnce = entries };

    public async Task CatchUpAsync(int atOnce = 10_000) => await InBatchesOf(atOnce).CatchUpAsync(Head, TestContext.Current.CancellationToken);

    public long Head => Session.Live.Index.Position;

    public async Task<string> PositionsAsync() =>
        string.Join('\n', await ViewPosition.ReadAsync(Session.ViewConnections, TestContext.Current.CancellationToken));

    /// <summary>The rows a question to the database has, each as text.</summary>
    public async Task<List<string>> AskAsync(string sql, params object?[] values)
    {
        await using var command = Session.ViewConnections.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value is null ? new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text } : new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(place => reader.IsDBNull(place) ? "-" : Text(reader.GetValue(place)))));
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static string Text(object value) => value switch
    {
        DateTime day => DateOnly.FromDateTime(day).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
