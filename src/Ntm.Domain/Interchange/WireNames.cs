using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ntm.Domain.Interchange;

/// <summary>The names a closed list of values has in lines, answers and the database; frozen once released.</summary>
public sealed class WireNames<T>(params (string Name, T Value)[] names) where T : struct, Enum
{
    /// <summary>In the order of the contract.</summary>
    public IReadOnlyList<T> Values { get; } = [.. names.Select(pair => pair.Value)];

    public IEnumerable<string> Names => names.Select(pair => pair.Name);

    public bool TryParse(ReadOnlySpan<char> name, out T value)
    {
        foreach (var pair in names)
        {
            if (!name.SequenceEqual(pair.Name))
                continue;
            value = pair.Value;
            return true;
        }

        value = default;
        return false;
    }

    public string NameOf(T value)
    {
        foreach (var pair in names)
        {
            if (EqualityComparer<T>.Default.Equals(pair.Value, value))
                return pair.Name;
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "has no name in the interchange");
    }
}

/// <summary>Lets any System.Text.Json reader, Marten's included, read and write the same names.</summary>
public abstract class WireNameJsonConverter<T>(WireNames<T> names) : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        names.TryParse(reader.GetString(), out var value) ? value : throw new JsonException($"not one of {string.Join(", ", names.Names)}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(names.NameOf(value));
}
