using System.Text.Json;
using System.Text.Json.Serialization;
using Ntm.Domain.Access;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Time;

namespace Ntm.Projections.EntryHistory;

/// <summary>What the record holds of one unit, as known at a sequence, in record order (docs/reference/http.md).</summary>
/// <param name="Name">The latest name known.</param>
/// <param name="EndedOn">The day the unit ends, wherever it lies.</param>
/// <param name="Successors">Of a unit that ends; empty where they are not known; null where it does not end.</param>
/// <param name="EndedBy">The entry that ends it.</param>
/// <param name="Entries">The entries about it, each with the fields of an exported line, lagDays and retractedBy.</param>
/// <param name="Elsewhere">Entries about other units that bear on it, in the same form: mergers it ends in, replacements of its entries, and retractions of these.</param>
public sealed record HistoryAnswer(
    string Unit, string? Name, DateOnly EstablishedOn, DateOnly? EndedOn, IReadOnlyList<string>? Successors, Guid? EndedBy, KnownAt KnownAt,
    string? Set, int? Criterion, IReadOnlyList<HistoryEntry> Entries, IReadOnlyList<HistoryEntry> Elsewhere);

/// <summary>An entry with what the record knew of it.</summary>
/// <param name="LagDays">Days from the one it takes effect on to the Vietnamese day it was recorded on; null for a retraction.</param>
/// <param name="RetractedBy">The retraction of it that was known by then.</param>
[JsonConverter(typeof(HistoryEntryJsonConverter))]
public sealed record HistoryEntry(RecordedEntry Recorded, int? LagDays, Guid? RetractedBy)
{
    public static HistoryEntry Of(RecordedEntry recorded, Guid? retractedBy) => new(
        recorded, recorded.Entry is DatedEntry dated ? VietnamCalendar.DayOf(recorded.RecordedAt).DayNumber - dated.EffectiveOn.DayNumber : null, retractedBy);
}

/// <summary>Writes the fields of an exported line, those two, and the office the actor held then.</summary>
public sealed class HistoryEntryJsonConverter : JsonConverter<HistoryEntry>
{
    /// <exception cref="NotSupportedException">Always: answers are written, not read.</exception>
    public override HistoryEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("answers are written, not read");

    public override void Write(Utf8JsonWriter writer, HistoryEntry value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        LineWriter.WriteFields(writer, value.Recorded);
        if (value.LagDays is { } days)
            writer.WriteNumber("lagDays", days);
        else
            writer.WriteNull("lagDays");
        if (value.RetractedBy is { } retraction)
            writer.WriteString("retractedBy", retraction);
        else
            writer.WriteNull("retractedBy");
        // Only where one was held: what was recorded without accounts reads as it always did.
        if (value.Recorded.RecordedAs is { } office)
            WriteOffice(writer, office);
        writer.WriteEndObject();
    }

    private static void WriteOffice(Utf8JsonWriter writer, Office office)
    {
        writer.WriteStartObject("recordedAs");
        writer.WriteString("role", Roles.Names.NameOf(office.Role));
        writer.WriteString("area", office.Area?.Value);
        writer.WriteString("office", office.Name);
        writer.WriteStartArray("criteria");
        foreach (var criterion in office.Criteria)
            writer.WriteNumberValue(criterion);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
