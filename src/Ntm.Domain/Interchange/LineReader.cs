using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Ntm.Domain.Entries;
using Ntm.Domain.Refusals;
using Ntm.Domain.Retraction;

namespace Ntm.Domain.Interchange;

/// <summary>A line as read: well-formed, or everything that is wrong with its form.</summary>
public sealed record ReadLine(int Line, SubmittedLine? Submitted, IReadOnlyList<Refusal> Refusals);

/// <summary>Reads one line of the interchange (docs/reference/interchange.md): one JSON object, one entry.</summary>
public static class LineReader
{
    public const int MaxLineBytes = 1024 * 1024;

    /// <summary>An exported line says more than the line that was handed in; it is read back whole.</summary>
    public const int MaxExportedLineBytes = MaxLineBytes + (8 * 1024);

    public const int MaxBatchLines = 10_000;
    internal const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <param name="texts">Where many lines are read that say the same.</param>
    public static ReadLine Read(int line, ReadOnlyMemory<byte> utf8, RecurringTexts? texts = null)
    {
        var refusals = new List<Refusal>();
        var submitted = Read(line, utf8, texts, refusals);
        if (submitted is not null && refusals.Count == 0 && IsTooLong(utf8.Length, submitted))
            refusals.Add(FormRefusals.LineTooLong(MaxLineBytes));
        return new ReadLine(line, refusals.Count == 0 ? submitted : null, refusals);
    }

    // Composition and escapes can make more of a line than was handed in: what could not be exported and read back is not taken.
    private static bool IsTooLong(int length, SubmittedLine line) =>
        (length > MaxLineBytes && line.Origin is null)
        || (length > MaxLineBytes / 8 && (LineWriter.WriteStored(line.Entry).Length > MaxLineBytes
            || (line.Replacement is { } replacement && LineWriter.WriteStored(replacement.Entry).Length > MaxLineBytes)));

    /// <summary>Reads what an entry says from the database, where it was written well-formed.</summary>
    /// <exception cref="InvalidDataException">It was not.</exception>
    public static Entry ReadStored(EntryType type, ReadOnlyMemory<byte> content)
    {
        using var document = ParseStored(type, content);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException($"a stored '{type.Name}' is not a JSON object");
        var fields = new FieldReader(document.RootElement, []);
        var entry = type.Read(fields);
        fields.End();
        return fields.Refusals.Count == 0
            ? entry
            : throw new InvalidDataException($"a stored '{type.Name}' cannot be read: {string.Join("; ", fields.Refusals.Select(refusal => refusal.English))}");
    }

    private static JsonDocument ParseStored(EntryType type, ReadOnlyMemory<byte> content)
    {
        try
        {
            return JsonDocument.Parse(content, Options);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"a stored '{type.Name}' cannot be read: {fault.Message}", fault);
        }
    }

    private static SubmittedLine? Read(int line, ReadOnlyMemory<byte> utf8, RecurringTexts? texts, List<Refusal> refusals)
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            refusals.Add(FormRefusals.NotUtf8());
            return null;
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(utf8, Options);
        }
        catch (JsonException fault)
        {
            refusals.Add(IsOnlyTooDeep(utf8.Span) ? FormRefusals.TooDeep(MaxDepth) : FormRefusals.NotJson(fault.BytePositionInLine ?? 0));
            return null;
        }

        using (document)
        {
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return ReadLineObject(line, new FieldReader(document.RootElement, refusals, texts));
            refusals.Add(FormRefusals.NotAnObject());
            return null;
        }
    }

    private static SubmittedLine? ReadLineObject(int line, FieldReader fields)
    {
        if (!fields.Required("type", out var typeField) || !fields.TryText("type", typeField, out var typeName))
            return null;

        var type = EntryTypes.Find(typeName);
        if (type is null && typeName != EntryTypes.Corrected)
        {
            fields.Refusals.Add(FormRefusals.TypeUnknown(typeName, fields.Path("type")));
            return null;
        }

        var id = fields.OptionalUuid("id");
        var origin = ReadOrigin(fields);
        var read = type is not null
            ? new SubmittedLine(line, id, type.Read(fields), origin)
            : new SubmittedLine(line, id, EntryRetracted.ReadAsCorrection(fields, typeName), origin) { Replacement = ReadReplacement(line, fields) };
        fields.End();
        return read;
    }

    private static SubmittedLine? ReadReplacement(int line, FieldReader fields)
    {
        if (fields.Nested("replacement") is not { } nested)
        {
            if (!fields.TryTake("replacement", out _))
                fields.Missing("replacement");
            return null;
        }

        var replacement = ReadLineObject(line, nested);
        if (replacement is { Entry: not DatedEntry } or { Replacement: not null })
            nested.Invalid("type", new Expected("loại mục ghi có ngày hiệu lực", "the type of an entry with a day of effect"));
        return replacement;
    }

    // What an export says of the record it came from is kept as a claim and never becomes ours.
    private static JsonElement? ReadOrigin(FieldReader fields)
    {
        List<(string Name, bool IsNumber)>? claimed = null;
        foreach (var field in OriginFields)
        {
            if (fields.TryTake(field.Name, out _))
                (claimed ??= []).Add(field);
        }

        if (claimed is null)
            return null;

        var claims = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(claims, CanonicalJson.WriterOptions))
        {
            writer.WriteStartObject();
            foreach (var (name, isNumber) in claimed)
            {
                if (isNumber)
                    writer.WriteNumber(name, fields.Count(name));
                else
                    writer.WriteString(name, fields.Text(name));
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(claims.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static readonly (string Name, bool IsNumber)[] OriginFields =
        [("sequence", true), ("recordedAt", false), ("recordedBy", false), ("stream", false), ("version", true)];

    private static bool IsOnlyTooDeep(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
