using System.Text.Json;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Plans;
using Ntm.Domain.Refusals;
using Ntm.Domain.Time;
using Ntm.Domain.Units;

namespace Ntm.Domain.Interchange;

/// <summary>
/// Reads the fields of one JSON object and gathers everything that is wrong with it, so that an officer mends a line once.
/// A field that could not be read gives a default value; what was read counts only while <see cref="Refusals"/> is empty.
/// Null is absent. A field nobody asked for is unknown.
/// </summary>
internal sealed class FieldReader
{
    private readonly List<(string Name, JsonElement Value)> _fields = [];
    private readonly List<bool> _asked = [];
    private readonly string _prefix;
    private HashSet<string>? _names;

    internal FieldReader(JsonElement element, List<Refusal> refusals, string prefix = "")
    {
        Refusals = refusals;
        _prefix = prefix;
        foreach (var member in element.EnumerateObject())
        {
            var name = NameOf(member);
            if (IsRepeated(name))
            {
                refusals.Add(FormRefusals.FieldRepeated(prefix + name));
                continue;
            }

            _fields.Add((name, member.Value));
            _asked.Add(false);
        }
    }

    internal List<Refusal> Refusals { get; }

    internal UnitId Unit => UnitOf("unit");

    internal DateOnly EffectiveOn => Day("effectiveOn");

    internal DocumentReference? Basis => Nested("basis") is not { } basis
        ? null
        : Ended(basis, new DocumentReference(basis.NonEmptyText("number"), basis.Day("date"), basis.NonEmptyText("issuer")));

    internal string? Note => OptionalText("note");

    internal bool TryTake(string name, out JsonElement value)
    {
        for (var index = 0; index < _fields.Count; index++)
        {
            if (_fields[index].Name != name)
                continue;
            _asked[index] = true;
            value = _fields[index].Value;
            return value.ValueKind != JsonValueKind.Null;
        }

        value = default;
        return false;
    }

    internal string Text(string name) => Required(name, out var value) && JsonText.TryRead(value, Path(name), Refusals, out var text) ? text : "";

    internal string NonEmptyText(string name)
    {
        var before = Refusals.Count;
        var text = Text(name);
        if (Refusals.Count == before && string.IsNullOrWhiteSpace(text))
            Invalid(name, Expected.NonEmptyText);
        return text;
    }

    internal string? OptionalText(string name) =>
        TryTake(name, out var value) && JsonText.TryRead(value, Path(name), Refusals, out var text) ? text : null;

    internal string? OptionalNonEmptyText(string name) => Has(name) ? NonEmptyText(name) : null;

    internal DateOnly Day(string name)
    {
        if (!Required(name, out var value))
            return default;
        if (value.ValueKind == JsonValueKind.String && TryString(value, out var text) && VietnamCalendar.TryParseDay(text, out var day))
            return day;
        Invalid(name, Expected.Day);
        return default;
    }

    internal DateOnly? OptionalDay(string name) => Has(name) ? Day(name) : null;

    internal Guid Uuid(string name)
    {
        if (!Required(name, out var value))
            return default;
        if (value.ValueKind == JsonValueKind.String && TryString(value, out var text) && Guid.TryParseExact(text, "D", out var uuid) && uuid != Guid.Empty)
            return uuid;
        Invalid(name, Expected.Uuid);
        return default;
    }

    internal Guid? OptionalUuid(string name) => Has(name) ? Uuid(name) : null;

    internal int Integer(string name) => Number(name, Expected.WholeNumber, (JsonElement value, out int number) => value.TryGetInt32(out number));

    internal long Count(string name) =>
        Number(name, Expected.Count, (JsonElement value, out long number) => value.TryGetInt64(out number) && number >= 0);

    internal UnitId UnitOf(string name) => Identity<UnitId>(name, UnitId.TryParse);

    internal UnitId? OptionalUnit(string name) => Has(name) ? UnitOf(name) : null;

    internal PlanId Plan(string name) => Identity<PlanId>(name, PlanId.TryParse);

    internal PlanId? OptionalPlan(string name) => Has(name) ? Plan(name) : null;

    internal SetId Set(string name) => new(NonEmptyText(name));

    internal string SlugText(string name) => Identity(name, (string? text, out string slug) => Slug.IsWellFormed(slug = text ?? ""));

    internal T OneOf<T>(string name, WireNames<T> names) where T : struct, Enum
    {
        if (!Required(name, out var value))
            return default;
        if (value.ValueKind == JsonValueKind.String && TryString(value, out var text) && names.TryParse(text, out var one))
            return one;
        Invalid(name, Expected.OneOf(names.Names));
        return default;
    }

    internal T Identity<T>(string name, TryParse<T> parse) =>
        Required(name, out var value) && Parsed(name, value, Expected.Slug, parse, out var found) ? found : default!;

    internal bool Parsed<T>(string name, JsonElement value, Expected expected, TryParse<T> parse, out T found)
    {
        found = default!;
        if (value.ValueKind == JsonValueKind.String && TryString(value, out var text) && parse(text, out found))
            return true;
        Invalid(name, expected);
        return false;
    }

    /// <summary>Each item of an array read by <paramref name="item"/>; absent gives null.</summary>
    internal List<T>? List<T>(string name, Func<FieldReader, JsonElement, string, T> item)
    {
        if (!TryTake(name, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.Array)
        {
            Invalid(name, Expected.JsonArray);
            return null;
        }

        var items = new List<T>(value.GetArrayLength());
        foreach (var element in value.EnumerateArray())
            items.Add(item(this, element, $"{name}[{items.Count}]"));
        return items;
    }

    internal List<UnitId>? Units(string name) => List(name, (fields, element, place) =>
        fields.Parsed<UnitId>(place, element, Expected.Slug, UnitId.TryParse, out var unit) ? unit : default);

    /// <summary>Each object of an array; absent gives null.</summary>
    internal List<T>? Objects<T>(string name, Func<FieldReader, T> item) where T : class => List(name, (fields, element, place) =>
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            var nested = new FieldReader(element, Refusals, Path(place) + ".");
            return Ended(nested, item(nested));
        }

        fields.Invalid(place, Expected.JsonObject);
        return null!;
    });

    internal FieldReader? Nested(string name)
    {
        if (!TryTake(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return new FieldReader(value, Refusals, Path(name) + ".");
        Invalid(name, Expected.JsonObject);
        return null;
    }

    internal void NotAllowed(string name, string type)
    {
        if (TryTake(name, out _))
            Refusals.Add(FormRefusals.FieldNotAllowed(Path(name), type));
    }

    /// <summary>Says of every field nobody asked for that it is unknown.</summary>
    internal void End()
    {
        for (var index = 0; index < _fields.Count; index++)
        {
            if (!_asked[index])
                Refusals.Add(FormRefusals.FieldUnknown(_prefix + _fields[index].Name));
        }
    }

    internal void Invalid(string name, Expected expected) => Refusals.Add(FormRefusals.FieldInvalid(Path(name), expected));

    internal void Missing(string name) => Refusals.Add(FormRefusals.FieldMissing(Path(name)));

    internal string Path(string name) => _prefix + name;

    internal bool Required(string name, out JsonElement value)
    {
        if (TryTake(name, out value))
            return true;
        Missing(name);
        return false;
    }

    internal delegate bool TryParse<T>(string? text, out T value);

    private delegate bool TryGet<T>(JsonElement value, out T number);

    private bool Has(string name) => TryTake(name, out _);

    // A line has a dozen fields and looking through them is quickest; one of a hundred thousand must not take minutes.
    private bool IsRepeated(string name)
    {
        const int Few = 32;
        if (_fields.Count < Few)
        {
            foreach (var field in _fields)
            {
                if (field.Name == name)
                    return true;
            }

            return false;
        }

        _names ??= [.. _fields.Select(field => field.Name)];
        return !_names.Add(name);
    }

    private static T Ended<T>(FieldReader nested, T read)
    {
        nested.End();
        return read;
    }

    private T Number<T>(string name, Expected expected, TryGet<T> get) where T : struct
    {
        if (!Required(name, out var value))
            return default;
        if (value.ValueKind == JsonValueKind.Number && get(value, out var number))
            return number;
        Invalid(name, expected);
        return default;
    }

    private static bool TryString(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            text = "";
            return false;
        }
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
