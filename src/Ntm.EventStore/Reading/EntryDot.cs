using System.Globalization;
using Npgsql;

namespace Ntm.EventStore.Reading;

/// <summary>Where an entry lies on the two clocks, without its content.</summary>
/// <param name="EffectiveOn">Null for what has no day of its own: a retraction.</param>
/// <param name="Retracts">The entry a retraction strikes.</param>
public sealed record EntryDot(
    long Sequence, DateTimeOffset RecordedAt, Guid Entry, string Type, string Unit, DateOnly? EffectiveOn, int? Criterion, Guid? Retracts)
{
    internal static async Task<List<EntryDot>> ReadAllAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var dots = new List<EntryDot>();
        while (await reader.ReadAsync(cancellation))
        {
            dots.Add(new EntryDot(
                reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetGuid(2), reader.GetString(3),
                reader.IsDBNull(4) ? "" : reader.GetString(4),
                reader.IsDBNull(5) ? null : DateOnly.ParseExact(reader.GetString(5), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                reader.IsDBNull(6) ? null : reader.GetInt32(6),
                reader.IsDBNull(7) ? null : reader.GetGuid(7)));
        }

        dots.Sort((one, other) => one.Sequence.CompareTo(other.Sequence));
        return dots;
    }
}
