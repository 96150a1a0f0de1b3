using System.Text.Json;
using Ntm.Domain.Access;
using Ntm.Domain.Units;

namespace Ntm.EventStore.Append;

/// <summary>What Marten's headers column holds of an entry: through what it came, as which office, and what an export claimed of it.</summary>
internal static class EntryHeaders
{
    private const string Role = "role";
    private const string Area = "area";
    private const string Criteria = "criteria";
    private const string Name = "office";

    internal static void Write(Utf8JsonWriter json, EntryToAppend entry)
    {
        json.WriteStartObject();
        json.WriteString("client", entry.Act.Client);
        if (entry.Act.Office is { } office)
            WriteOffice(json, office);
        if (entry.Entry.Origin is { } origin)
        {
            json.WritePropertyName("origin");
            origin.WriteTo(json);
        }

        json.WriteEndObject();
    }

    /// <returns>Null where the headers tell of no office this program knows: another program may write what it likes there.</returns>
    internal static Office? ReadOffice(string headers)
    {
        using var document = JsonDocument.Parse(headers);
        if (document.RootElement.ValueKind != JsonValueKind.Object || Text(document.RootElement, Role) is not { } name || !Roles.Names.TryParse(name, out var role))
            return null;
        UnitId? area = Text(document.RootElement, Area) is { } unit && UnitId.TryParse(unit, out var id) ? id : null;
        return new Office(role, area, CriteriaOf(document.RootElement), Text(document.RootElement, Name));
    }

    private static void WriteOffice(Utf8JsonWriter json, Office office)
    {
        json.WriteString(Role, Roles.Names.NameOf(office.Role));
        if (office.Area is { } area)
            json.WriteString(Area, area.Value);
        if (office.Name is { } name)
            json.WriteString(Name, name);
        if (office.Criteria.Count == 0)
            return;
        json.WriteStartArray(Criteria);
        foreach (var criterion in office.Criteria)
            json.WriteNumberValue(criterion);
        json.WriteEndArray();
    }

    private static string? Text(JsonElement headers, string name) =>
        headers.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int[] CriteriaOf(JsonElement headers)
    {
        if (!headers.TryGetProperty(Criteria, out var criteria) || criteria.ValueKind != JsonValueKind.Array)
            return [];
        return [.. criteria.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out _)).Select(item => item.GetInt32())];
    }
}
