using Npgsql;
using NpgsqlTypes;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Units;
using Ntm.Projections.Views;

namespace Ntm.Host.Views;

/// <summary>Reads what the views say of the days a batch touches.</summary>
internal static class StoredRows
{
    /// <summary>All findings of these days, and of the days of those that are taken back; in record order.</summary>
    internal static async Task<List<FindingRow>> FindingsAsync(NpgsqlConnection connection, IReadOnlyList<RecordedEntry> batch, CancellationToken cancellation)
    {
        var days = BatchFold.Days(batch);
        var retracted = BatchFold.Retracted(batch);
        var found = new List<FindingRow>();
        if (days.Count == 0 && retracted.Count == 0)
            return found;

        await using var command = new NpgsqlCommand(ViewStatements.FindingsOfDays, connection);
        AddDays(command, [.. days]);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = retracted.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(new FindingRow(
                reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetGuid(3),
                Timeline(reader.GetString(7), reader.GetString(8), reader.GetInt32(5), reader.GetString(9)), Status(reader.GetString(10)),
                reader.GetFieldValue<DateOnly>(4), reader.GetBoolean(6), reader.IsDBNull(2) ? null : reader.GetInt64(2)));
        }

        return found;
    }

    /// <summary>The rows open where each timeline can change, by day.</summary>
    internal static async Task<Dictionary<TimelineKey, List<FindingPeriodRow>>> OpenPeriodsAsync(
        NpgsqlConnection connection, IReadOnlyDictionary<TimelineKey, DateOnly> changesFrom, CancellationToken cancellation)
    {
        var open = new Dictionary<TimelineKey, List<FindingPeriodRow>>();
        if (changesFrom.Count == 0)
            return open;

        await using var command = new NpgsqlCommand(ViewStatements.OpenPeriods, connection);
        AddDays(command, [.. changesFrom.Select(timeline => new TimelineDay(timeline.Key, timeline.Value))]);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var timeline = Timeline(reader.GetString(0), reader.GetString(1), reader.GetInt32(2), reader.GetString(3));
            var winner = new Fact<FindingStatus>(reader.GetGuid(7), reader.GetInt64(4), reader.GetFieldValue<DateOnly>(6), Status(reader.GetString(8)));
            if (!open.TryGetValue(timeline, out var rows))
                open.Add(timeline, rows = []);
            // Each is ended by the one that comes after it.
            if (rows.Count > 0)
                rows[^1] = rows[^1] with { Next = winner };
            rows.Add(new FindingPeriodRow(timeline, winner, null, reader.GetInt64(5), null));
        }

        return open;
    }

    private static TimelineKey Timeline(string unit, string set, int criterion, string assessedBy) =>
        UnitId.TryParse(unit, out var id) && Assessors.Names.TryParse(assessedBy, out var assessor) ? new(id, new SetId(set), criterion, assessor) : throw Altered();

    private static FindingStatus Status(string name) => FindingStatuses.Names.TryParse(name, out var status) ? status : throw Altered();

    private static InvalidDataException Altered() => new("A view holds what no entry says: 'ntm check' names the row, 'ntm rebuild' makes the views again.");

    private static void AddDays(NpgsqlCommand command, IReadOnlyList<TimelineDay> days)
    {
        command.Parameters.Add(Texts(days.Select(day => day.Timeline.Unit.Value)));
        command.Parameters.Add(Texts(days.Select(day => day.Timeline.Set.Value)));
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer, Value = days.Select(day => day.Timeline.Criterion).ToArray() });
        command.Parameters.Add(Texts(days.Select(day => Assessors.Names.NameOf(day.Timeline.AssessedBy))));
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date, Value = days.Select(day => day.Day).ToArray() });
    }

    private static NpgsqlParameter Texts(IEnumerable<string> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = values.ToArray() };
}
