using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.Host.Pages;

/// <summary>What is filled in to take an entry back or to correct it; shown again with what speaks against it.</summary>
public sealed class EntryForm
{
    /// <summary>Made with the form: sent twice, it is recorded once.</summary>
    public string? Id { get; set; }

    /// <summary>Of the replacement.</summary>
    public string? Instead { get; set; }

    public string? Reason { get; set; }

    public string? BasisNumber { get; set; }

    public string? BasisDate { get; set; }

    public string? BasisIssuer { get; set; }

    internal JsonObject ToRetraction(RecordedEntry entry)
    {
        var line = Head("entry_retracted", entry);
        var basis = new JsonObject();
        Put(basis, "number", BasisNumber);
        Put(basis, "date", BasisDate);
        Put(basis, "issuer", BasisIssuer);
        if (basis.Count > 0)
            line["basis"] = basis;
        return line;
    }

    /// <param name="filled">The fields of the replacement.</param>
    internal JsonObject ToCorrection(RecordedEntry entry, IEnumerable<EntryField> filled)
    {
        var line = Head("entry_corrected", entry);
        var replacement = EntryFields.LineOf(entry);
        replacement.Remove("id");
        Put(replacement, "id", Instead);
        foreach (var field in filled)
            EntryFields.Set(replacement, field);
        line["replacement"] = replacement;
        return line;
    }

    private JsonObject Head(string type, RecordedEntry entry)
    {
        var line = new JsonObject { ["type"] = type, ["unit"] = entry.Entry.Unit.Value, ["entry"] = entry.Id.ToString("D") };
        Put(line, "id", Id);
        Put(line, "reason", Reason);
        return line;
    }

    private static void Put(JsonObject line, string field, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            line[field] = value.Trim();
    }
}

/// <summary>One field of an entry.</summary>
/// <param name="Path">Its names and places in the line, joined by points.</param>
/// <param name="IsText">Written as text; otherwise a number or a yes or no.</param>
public sealed record EntryField(string Path, string Value, bool IsText);

/// <summary>The fields of an entry as the interchange writes them, one by one.</summary>
internal static class EntryFields
{
    // What an entry may have though this one has not.
    private static readonly string[] Always = ["basis.number", "basis.date", "basis.issuer", "note"];

    internal static JsonObject LineOf(RecordedEntry entry)
    {
        var said = new ArrayBufferWriter<byte>();
        LineWriter.WriteSaid(said, entry.Id, entry.Entry);
        return JsonNode.Parse(said.WrittenSpan)!.AsObject();
    }

    internal static IReadOnlyList<EntryField> Of(RecordedEntry entry)
    {
        var line = LineOf(entry);
        line.Remove("id");
        var fields = Read(line, "").ToList();
        return [.. fields, .. Always.Where(path => fields.TrueForAll(field => field.Path != path)).Select(path => new EntryField(path, "", true))];
    }

    /// <summary>What is emptied is left out; what is no number stays as it was typed, and the reader of lines says so.</summary>
    internal static void Set(JsonObject line, EntryField field)
    {
        var names = field.Path.Split('.');
        JsonNode? holder = line;
        foreach (var name in names[..^1])
        {
            if (holder is JsonObject known && known[name] is null)
                known[name] = new JsonObject();
            holder = holder is JsonArray list ? list[int.Parse(name, CultureInfo.InvariantCulture)] : holder![name];
        }

        var (last, value) = (names[^1], ValueOf(field));
        if (holder is JsonArray array)
            array[int.Parse(last, CultureInfo.InvariantCulture)] = value;
        else if (value is null)
            holder!.AsObject().Remove(last);
        else
            holder![last] = value;
        if (value is null && names.Length > 1 && holder is JsonObject { Count: 0 } && line[names[0]] == holder)
            line.Remove(names[0]);
    }

    private static JsonValue? ValueOf(EntryField field)
    {
        var text = field.Value.Trim();
        if (text.Length == 0)
            return null;
        if (!field.IsText && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return JsonValue.Create(number);
        return !field.IsText && bool.TryParse(text, out var isSo) ? JsonValue.Create(isSo) : JsonValue.Create(text);
    }

    private static IEnumerable<EntryField> Read(JsonNode? node, string path) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Read(field.Value, Below(path, field.Key))),
        JsonArray items => items.SelectMany((item, place) => Read(item, Below(path, place.ToString(CultureInfo.InvariantCulture)))),
        JsonValue value => [new EntryField(path, value.ToString(), value.GetValueKind() == JsonValueKind.String)],
        _ => [],
    };

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
