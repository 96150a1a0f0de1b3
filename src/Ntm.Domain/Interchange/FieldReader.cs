using System.Buffers;
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
    private readonly RecurringTexts? _texts;
    private readonly FieldReader? _outer;
    private readonly string _place;
    private Field[] _fields;
    private int _count;
    private HashSet<string>? _names;

    /// <param name="texts">Where many lines are read that say the same.</param>
    internal FieldReader(JsonElement element, List<Refusal> refusals, RecurringTexts? texts = null)
        : this(element, refusals, texts, null, "")
    {
    }

    private FieldReader(JsonElement element, List<Refusal> refusals, RecurringTexts? texts, FieldReader? outer, string place)
    {
        (Refusals, _texts, _outer, _place) = (refusals, texts, outer, place);
        _fields = ArrayPool<Field>.Shared.Rent(element.GetPropertyCount());
        foreach (var member in element.EnumerateObject())
        {
            var name = NameOf(member);
            if (IsRepeated(name))
                refusals.Add(FormRefusals.FieldRepeated(Path(name)));
            else
                _fields[_count++] = new Field { Name = name, Value = member.Value };
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
        for (var index = 0; index < _count; index++)
        {
            ref var field = ref _fields[index];
            if (field.Name != name)
                continue;
            field.Asked = true;
            value = field.Value;
            return value.ValueKind != JsonValueKind.Null;
        }

        value = default;
        return false;
    }

    /// <summary>Leaves what is there unread, where it cannot be said what it should be.</summary>
    internal void TakeAll()
    {
        foreach (ref var field in _fields.AsSpan(0, _count))
            field.Asked = true;
    }

    internal string Text(string name) => Required(name, out var value) && TryText(name, value, out var text) ? text : "";

    internal string NonEmptyText(string name)
    {
        var before = Refusals.Count;
        var text = Text(name);
        if (Refusals.Count == before && string.IsNullOrWhiteSpace(text))
            Invalid(name, Expected.NonEmptyText);
        return text;
    }

    internal string? OptionalText(string name) =>
        TryTake(name, out var value) && TryText(name, value, out var text) ? text : null;

    internal bool TryText(string name, JsonElement value, out string text)
    {
        if (JsonText.FaultOf(value, _texts, out text) is not { } fault)
            return true;
        Refusals.Add(fault(Path(name)));
        return false;
    }

    internal string? OptionalNonEmptyText(string name) => Has(name) ? NonEmptyText(name) : null;

    internal DateOnly Day(string name)
    {
        if (!Required(name, out var value))
            return default;
        if (value.ValueKind == JsonValueKind.String && JsonString.TryRead(value, stackalloc char[JsonString.Room], out var text) && VietnamCalendar.TryParseDay(text, out var day))
            return day;
        Invalid(name, Expected.Day);
        return default;
    }

    internal DateOnly? OptionalDay(string name) => Has(name) ? Day(name) : null;

    internal Guid Uuid(string name)
    {
        if (!Required(name, out var value))
            return default;
        if (value.ValueKind == JsonValueKind.String && JsonString.TryRead(value, stackalloc char[JsonString.Room], out var text) && Guid.TryParseExact(text, "D", out var uuid) && uuid != Guid.Empty)
            return uuid;
        Invalid(name, Expected.Uuid);
        return default;
    }

    internal Guid? OptionalUuid(string name) => Has(name) ? Uuid(name) : null;

    internal int Integer(string name) => Number(name, Expected.WholeNumber, (JsonElement value, out int number) => value.TryGetInt32(out number));

    internal int? OptionalInteger(string name) => Has(name) ? Integer(name) : null;

    internal decimal Decimal(string name) => Number(name, Expected.Number, (JsonElement value, out decimal number) => JsonText.TryReadNumber(value, out number));

    internal decimal? OptionalDecimal(string name) => Has(name) ? Decimal(name) : null;

    /// <summary>Absent is false.</summary>
    internal bool Flag(string name)
    {
        if (!TryTake(name, out var value))
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Invalid(name, Expected.TrueOrFalse);
        return value.ValueKind == JsonValueKind.True;
    }

    internal long Count(string name) =>
        Number(name, Expected.Count, (JsonElement value, out long number) => value.TryGetInt64(out number) && number >= 0);

    internal long? OptionalCount(string name) => Has(name) ? Count(name) : null;

    internal UnitId UnitOf(string name) => Identity<UnitId>(name, UnitId.TryParse);

    internal UnitId? OptionalUnit(string name) => Has(name) ? UnitOf(name) : null;

    internal PlanId Plan(string name) => Identity<PlanId>(name, PlanId.TryParse);

    internal PlanId? OptionalPlan(string name) => Has(name) ? Plan(name) : null;

    internal SetId Set(string name) => new(NonEmptyText(name));

    internal string SlugText(string name) => Identity(name, (string? text, out string slug) => Slug.IsWellFormed(slug = text ?? ""));

    internal string? OptionalSlug(string name) => Has(name) ? SlugText(name) : null;

    internal T OneOf<T>(string name, WireNames<T> names) where T : struct, Enum
    {
        if (!Required(name, out var value))
            return default;
        if (value.ValueKind == JsonValueKind.String && JsonString.TryRead(value, stackalloc char[JsonString.Room], out var text) && names.TryParse(text, out var one))
            return one;
        Invalid(name, Expected.OneOf(names.Names));
        return default;
    }

    internal T? OptionalOneOf<T>(string name, WireNames<T> names) where T : struct, Enum => Has(name) ? OneOf(name, names) : null;

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

    internal List<string>? Slugs(string name) => List(name, (fields, element, place) =>
        fields.Parsed<string>(place, element, Expected.Slug, (string? text, out string slug) => Slug.IsWellFormed(slug = text ?? ""), out var read) ? read : "");

    internal List<UnitId> RequiredUnits(string name) => Demanded(name, Units(name));

    internal List<int> RequiredIntegers(string name) => Demanded(name, List(name, (fields, element, place) =>
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number))
            return number;
        fields.Invalid(place, Expected.WholeNumber);
        return 0;
    }));

    internal List<decimal> RequiredDecimals(string name) => Demanded(name, List(name, (fields, element, place) =>
    {
        if (element.ValueKind == JsonValueKind.Number && JsonText.TryReadNumber(element, out var number))
            return number;
        fields.Invalid(place, Expected.Number);
        return 0m;
    }));

    /// <summary>Texts of which none is empty, and at least one.</summary>
    internal List<string> RequiredTexts(string name) => Demanded(name, List(name, (fields, element, place) =>
    {
        if (fields.TryText(place, element, out var text) && string.IsNullOrWhiteSpace(text))
            fields.Invalid(place, Expected.NonEmptyText);
        return text;
    }));

    internal List<T> RequiredObjects<T>(string name, Func<FieldReader, T> item) where T : class => Demanded(name, Objects(name, item));

    /// <summary>Each object of an array; absent gives null.</summary>
    internal List<T>? Objects<T>(string name, Func<FieldReader, T> item) where T : class => List(name, (fields, element, place) =>
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            var nested = new FieldReader(element, Refusals, fields._texts, fields, place);
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
            return new FieldReader(value, Refusals, _texts, this, name);
        Invalid(name, Expected.JsonObject);
        return null;
    }

    internal void NotAllowed(string name, string type)
    {
        if (TryTake(name, out _))
            Refusals.Add(FormRefusals.FieldNotAllowed(Path(name), type));
    }

    /// <summary>Says of every field nobody asked for that it is unknown. Nothing can be read afterwards.</summary>
    internal void End()
    {
        var fields = _fields.AsSpan(0, _count);
        foreach (ref var field in fields)
        {
            if (!field.Asked)
                Refusals.Add(FormRefusals.FieldUnknown(Path(field.Name)));
        }

        fields.Clear();
        ArrayPool<Field>.Shared.Return(_fields);
        (_fields, _count) = ([], 0);
    }

    internal void Invalid(string name, Expected expected) => Refusals.Add(FormRefusals.FieldInvalid(Path(name), expected));

    internal void Missing(string name) => Refusals.Add(FormRefusals.FieldMissing(Path(name)));

    internal string Path(string name) => _outer is null ? name : $"{_outer.Path(_place)}.{name}";

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
        if (_count < Few)
        {
            for (var index = 0; index < _count; index++)
            {
                if (_fields[index].Name == name)
                    return true;
            }

            return false;
        }

        _names ??= [.. _fields.Take(_count).Select(field => field.Name)];
        return !_names.Add(name);
    }

    /// <summary>The list, which must be there and hold something.</summary>
    private List<T> Demanded<T>(string name, List<T>? list)
    {
        if (list is { Count: 0 })
            Invalid(name, Expected.NonEmptyJsonArray);
        else if (list is null && !TryTake(name, out _))
            Missing(name);
        return list ?? [];
    }

    internal static T Ended<T>(FieldReader nested, T read)
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

    private bool TryString(JsonElement value, out string text)
    {
        try
        {
            text = JsonString.Of(value, _texts);
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            text = "";
            return false;
        }
    }

    private string NameOf(JsonProperty member)
    {
        try
        {
            return JsonString.NameOf(member, _texts);
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private struct Field
    {
        internal string Name;
        internal JsonElement Value;
        internal bool Asked;
    }
}
