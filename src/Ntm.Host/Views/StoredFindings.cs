using Npgsql;
using NpgsqlTypes;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Projections.Views;

namespace Ntm.Host.Views;

/// <summary>Reads the findings of the timelines a batch touches.</summary>
internal static class StoredFindings
{
    internal static async Task<List<FindingRow>> ReadAsync(
        NpgsqlConnection connection, IReadOnlyList<RecordedEntry> batch, CancellationToken cancellation)
    {
        var timelines = BatchFold.Timelines(batch);
        var retracted = BatchFold.Retracted(batch);
        var found = new List<FindingRow>();
        if (timelines.Count == 0 && retracted.Count == 0)
            return found;

        await using var command = new NpgsqlCommand(ViewStatements.FindingsOfTimelines, connection)
        {
            Parameters =
            {
                Texts(timelines.Select(timeline => timeline.Unit.Value)),
                Texts(timelines.Select(timeline => timeline.Set.Value)),
                new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer, Value = timelines.Select(timeline => timeline.Criterion).ToArray() },
                Texts(timelines.Select(timeline => Assessors.Names.NameOf(timeline.AssessedBy))),
                new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = retracted.ToArray() },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add(Read(reader));
        return found;
    }

    private static FindingRow Read(NpgsqlDataReader row)
    {
        var (assessedBy, status) = (row.GetString(9), row.GetString(10));
        if (!Assessors.Names.TryParse(assessedBy, out var assessor) || !FindingStatuses.Names.TryParse(status, out var found)
            || !UnitId.TryParse(row.GetString(7), out var unit))
            throw new InvalidDataException($"Row {row.GetInt64(0)} of ntm.finding cannot be read: no entry says this. 'ntm rebuild' makes the views again.");
        return new FindingRow(
            row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetGuid(3), new(unit, new SetId(row.GetString(8)), row.GetInt32(5), assessor), found,
            row.GetFieldValue<DateOnly>(4), row.GetBoolean(6), row.IsDBNull(2) ? null : row.GetInt64(2));
    }

    private static NpgsqlParameter Texts(IEnumerable<string> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = values.ToArray() };
}
