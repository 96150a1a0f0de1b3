using System.Text.Json;
using Ntm.Domain.Entries;
using Ntm.Domain.Time;

namespace Ntm.Domain.Interchange;

/// <summary>Writes the fields of an entry: in the interchange absent values are null, in the database they are left out.</summary>
internal sealed class FieldWriter(Utf8JsonWriter json, bool absentAsNull)
{
    internal void Text(string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
        else
            Absent(name);
    }

    internal void Day(string name, DateOnly? value) => Text(name, value is { } day ? VietnamCalendar.Format(day) : null);

    internal void Uuid(string name, Guid? value) => Text(name, value?.ToString("D"));

    internal void Number(string name, long value) => json.WriteNumber(name, value);

    internal void Number(string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            Absent(name);
    }

    internal void Json(string name, JsonElement value)
    {
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    internal void Texts(string name, IEnumerable<string>? values)
    {
        if (values is null)
        {
            Absent(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    internal void Document(string name, DocumentReference? document)
    {
        if (document is null)
        {
            Absent(name);
            return;
        }

        json.WriteStartObject(name);
        Text("number", document.Number);
        Day("date", document.Date);
        Text("issuer", document.Issuer);
        json.WriteEndObject();
    }

    internal void Object(string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }

    internal void Objects<T>(string name, IEnumerable<T>? items, Action<FieldWriter, T> write)
    {
        if (items is null)
        {
            Absent(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(this, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Absent(string name)
    {
        if (absentAsNull)
            json.WriteNull(name);
    }
}
