using System.Globalization;
using System.Text.Json;
using Ntm.Projections;

namespace Ntm.Host.Questions;

/// <summary>Fields several answers have, spelt once, and how their values are written: absent ones null, never left out.</summary>
internal static class AnswerFields
{
    private const int DayBytes = 10;

    internal static readonly JsonEncodedText Unit = JsonEncodedText.Encode("unit");
    internal static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    internal static readonly JsonEncodedText On = JsonEncodedText.Encode("on");
    internal static readonly JsonEncodedText Set = JsonEncodedText.Encode("set");
    internal static readonly JsonEncodedText SetVersion = JsonEncodedText.Encode("setVersion");
    internal static readonly JsonEncodedText AssessedBy = JsonEncodedText.Encode("assessedBy");
    internal static readonly JsonEncodedText Attained = JsonEncodedText.Encode("attained");
    internal static readonly JsonEncodedText Fulfilled = JsonEncodedText.Encode("fulfilled");
    internal static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
    internal static readonly JsonEncodedText Criterion = JsonEncodedText.Encode("criterion");
    internal static readonly JsonEncodedText Successors = JsonEncodedText.Encode("successors");
    internal static readonly JsonEncodedText RecordedAt = JsonEncodedText.Encode("recordedAt");

    private static readonly JsonEncodedText KnownAt = JsonEncodedText.Encode("knownAt");
    private static readonly JsonEncodedText Sequence = JsonEncodedText.Encode("sequence");

    internal static void WriteText(this Utf8JsonWriter json, JsonEncodedText name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }

    internal static void WriteTexts(this Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    internal static void WriteDay(this Utf8JsonWriter json, JsonEncodedText name, DateOnly? day)
    {
        if (day is not { } date)
        {
            json.WriteNull(name);
            return;
        }

        Span<byte> text = stackalloc byte[DayBytes];
        date.TryFormat(text, out var written, "O", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..written]);
    }

    internal static void WriteKnownAt(this Utf8JsonWriter json, KnownAt knownAt)
    {
        json.WriteStartObject(KnownAt);
        json.WriteNumber(Sequence, knownAt.Sequence);
        json.WriteText(RecordedAt, knownAt.RecordedAt);
        json.WriteEndObject();
    }
}
