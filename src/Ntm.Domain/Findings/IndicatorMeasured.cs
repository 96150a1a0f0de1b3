using System.Text.Json;
using System.Text.Json.Serialization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Findings;

/// <summary>The value of one indicator (chỉ tiêu của tiêu chí) on a day. A measurement decides no criterion by itself.</summary>
public sealed record IndicatorMeasured : DatedEntry
{
    public required SetId Set { get; init; }

    /// <summary>Number of the indicator, such as <c>10.1</c>: the criterion, a dot, its place.</summary>
    public required string Indicator { get; init; }

    public required MeasuredValue Value { get; init; }
    public string? UnitOfMeasure { get; init; }
    public required Assessor AssessedBy { get; init; }

    internal int Criterion => int.Parse(Indicator.AsSpan(0, Indicator.IndexOf('.', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture);

    internal static IndicatorMeasured Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Set = line.Set("set"),
        Indicator = line.Required("indicator", out var value) && line.Parsed<string>("indicator", value, Expected.IndicatorId, IsIndicator, out var id) ? id : "0.0",
        Value = MeasuredValue.Read(line, "value"),
        UnitOfMeasure = line.OptionalText("unitOfMeasure"),
        AssessedBy = line.OneOf("assessedBy", Assessors.Names),
    };

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Text("set", Set.Value);
        fields.Text("indicator", Indicator);
        fields.Json("value", Value.ToJson());
        fields.Text("unitOfMeasure", UnitOfMeasure);
        fields.Text("assessedBy", Assessors.Names.NameOf(AssessedBy));
    }

    private static bool IsIndicator(string? text, out string indicator)
    {
        indicator = text ?? "";
        var parts = indicator.Split('.');
        return parts.Length == 2 && parts.All(part => part.Length is 1 or 2 && part.All(char.IsAsciiDigit) && part[0] != '0');
    }
}

/// <summary>A number or a yes or no.</summary>
[JsonConverter(typeof(MeasuredValueJsonConverter))]
public readonly record struct MeasuredValue(decimal? Number, bool? YesNo)
{
    internal static MeasuredValue Read(FieldReader line, string name)
    {
        if (!line.Required(name, out var value))
            return default;
        if (TryRead(value, out var measured))
            return measured;
        line.Invalid(name, Expected.NumberOrBoolean);
        return default;
    }

    internal static bool TryRead(JsonElement value, out MeasuredValue measured)
    {
        measured = value.ValueKind switch
        {
            JsonValueKind.True => new MeasuredValue(null, true),
            JsonValueKind.False => new MeasuredValue(null, false),
            _ => JsonText.TryReadNumber(value, out var number) ? new MeasuredValue(number, null) : default,
        };
        return measured != default;
    }

    internal JsonElement ToJson() =>
        Number is { } number ? JsonSerializer.SerializeToElement(number) : JsonSerializer.SerializeToElement(YesNo == true);
}

internal sealed class MeasuredValueJsonConverter : JsonConverter<MeasuredValue>
{
    public override MeasuredValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return MeasuredValue.TryRead(document.RootElement, out var value) ? value : throw new JsonException("not a number or a boolean");
    }

    public override void Write(Utf8JsonWriter writer, MeasuredValue value, JsonSerializerOptions options) => value.ToJson().WriteTo(writer);
}
