using System.Buffers;
using System.Text.Json;
using Ntm.Domain.Entries;
using Ntm.Domain.Time;

namespace Ntm.Domain.Interchange;

/// <summary>Writes entries: whole lines for people and programs outside, their content alone for the database.</summary>
public static class LineWriter
{
    /// <summary>How what is stored is spelt.</summary>
    public static JsonWriterOptions StoredOptions => CanonicalJson.WriterOptions;

    /// <summary>One line of an export, without its line feed.</summary>
    public static void WriteLine(IBufferWriter<byte> output, RecordedEntry recorded)
    {
        using var json = new Utf8JsonWriter(output, CanonicalJson.WriterOptions);
        json.WriteStartObject();
        WriteFields(json, recorded);
        json.WriteEndObject();
    }

    /// <summary>The fields of a line of an export, into an object the caller has begun and may add to.</summary>
    public static void WriteFields(Utf8JsonWriter json, RecordedEntry recorded)
    {
        var fields = new FieldWriter(json, absentAsNull: true);
        json.WriteString("type", EntryTypes.Of(recorded.Entry).Name);
        fields.Uuid("id", recorded.Id);
        WriteContent(fields, recorded.Entry);
        json.WriteNumber("sequence", recorded.Sequence);
        json.WriteString("recordedAt", RecordTime.Format(recorded.RecordedAt));
        fields.Text("recordedBy", recorded.RecordedBy);
        json.WriteString("stream", recorded.Stream);
        json.WriteNumber("version", recorded.Version);
    }

    /// <summary>One line as somebody would hand it in, without its line feed: absent values left out, nothing of any record.</summary>
    public static void WriteSaid(IBufferWriter<byte> output, Guid id, Entry entry)
    {
        using var json = new Utf8JsonWriter(output, CanonicalJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("type", EntryTypes.Of(entry).Name);
        var fields = new FieldWriter(json, absentAsNull: false);
        fields.Uuid("id", id);
        WriteContent(fields, entry);
        json.WriteEndObject();
    }

    /// <summary>What the entry says, as it is stored: absent values left out.</summary>
    public static byte[] WriteStored(Entry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, CanonicalJson.WriterOptions))
            WriteStored(json, entry);

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The same for one who writes many of them, with a writer of <see cref="StoredOptions"/>.</summary>
    public static void WriteStored(Utf8JsonWriter json, Entry entry)
    {
        json.WriteStartObject();
        WriteContent(new FieldWriter(json, absentAsNull: false), entry);
        json.WriteEndObject();
    }

    /// <summary>Equal after parsing and normalisation, absent being null: what makes a repetition a repetition.</summary>
    public static bool SayTheSame(Entry one, Entry other) =>
        one.GetType() == other.GetType() && WriteStored(one).AsSpan().SequenceEqual(WriteStored(other));

    private static void WriteContent(FieldWriter fields, Entry entry)
    {
        fields.Text("unit", entry.Unit.Value);
        if (entry is DatedEntry dated)
            fields.Day("effectiveOn", dated.EffectiveOn);
        fields.Document("basis", entry.Basis);
        fields.Text("note", entry.Note);
        entry.WriteOwnFields(fields);
    }
}
