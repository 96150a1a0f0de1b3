using System.Text.Json;

namespace Ntm.EventStore.Append;

/// <summary>What Marten's headers column holds of an entry: through what it came, and what an export claimed of it.</summary>
internal static class EntryHeaders
{
    internal static void Write(Utf8JsonWriter json, EntryToAppend entry)
    {
        json.WriteStartObject();
        json.WriteString("client", entry.Act.Client);
        if (entry.Act.Role is { } role)
            json.WriteString("role", role);
        if (entry.Entry.Origin is { } origin)
        {
            json.WritePropertyName("origin");
            origin.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
