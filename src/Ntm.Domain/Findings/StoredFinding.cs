using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Ntm.Domain.Findings;

/// <summary>
/// What decides of a stored finding, read without making an entry of it: millions are read when a record is opened. What is not plain is
/// left to the reader that knows every field and says what is wrong.
/// </summary>
public readonly ref struct StoredFinding
{
    private const int DayLength = 10;

    // Longer names than these are not looked for on the stack.
    private const int LongestName = 200;

    /// <summary>In UTF-8; a slug.</summary>
    public ReadOnlySpan<byte> Unit { get; private init; }

    /// <summary>In UTF-8.</summary>
    public ReadOnlySpan<byte> Set { get; private init; }

    public int Criterion { get; private init; }

    public Assessor AssessedBy { get; private init; }

    public DateOnly EffectiveOn { get; private init; }

    /// <summary>In UTF-8; empty where there is none.</summary>
    public ReadOnlySpan<byte> Note { get; private init; }

    /// <summary>The JSON of the files it rests on; empty where there are none.</summary>
    public ReadOnlySpan<byte> Evidence { get; private init; }

    /// <param name="content">The stored JSON object.</param>
    /// <returns>False where it is to be read in full.</returns>
    public static bool TryRead(ReadOnlySpan<byte> content, out StoredFinding finding)
    {
        finding = default;
        ReadOnlySpan<byte> unit = default, set = default, note = default, evidence = default;
        int? criterion = null;
        Assessor? assessedBy = null;
        DateOnly? effectiveOn = null;
        var reader = new Utf8JsonReader(content);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("unit"u8))
                unit = PlainText(reader);
            else if (name.SequenceEqual("set"u8))
                set = PlainText(reader);
            else if (name.SequenceEqual("note"u8) && reader is { TokenType: JsonTokenType.String, ValueIsEscaped: false })
                note = reader.ValueSpan;
            else if (name.SequenceEqual("criterion"u8))
                criterion = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : null;
            else if (name.SequenceEqual("assessedBy"u8))
                assessedBy = AssessorOf(PlainText(reader));
            else if (name.SequenceEqual("effectiveOn"u8))
                effectiveOn = DayOf(PlainText(reader));
            else if (name.SequenceEqual("evidence"u8) && reader.TokenType == JsonTokenType.StartArray)
                evidence = Skipped(ref reader, content);
            else if (name.SequenceEqual("basis"u8) || name.SequenceEqual("evidence"u8))
                reader.Skip();
            else
                return false;
        }

        if (unit.Length is 0 or > LongestName || set.Length is 0 or > LongestName || criterion is null || assessedBy is null || effectiveOn is null)
            return false;
        finding = new StoredFinding
        {
            Unit = unit, Set = set, Criterion = criterion.Value, AssessedBy = assessedBy.Value, EffectiveOn = effectiveOn.Value, Note = note, Evidence = evidence,
        };
        return true;
    }

    private static ReadOnlySpan<byte> Skipped(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> content)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return content[start..(int)reader.BytesConsumed];
    }

    // With escapes, or no text at all: empty, and what must be there is then missing.
    private static ReadOnlySpan<byte> PlainText(Utf8JsonReader reader) =>
        reader is { TokenType: JsonTokenType.String, ValueIsEscaped: false } ? reader.ValueSpan : default;

    private static Assessor? AssessorOf(ReadOnlySpan<byte> name)
    {
        foreach (var assessor in Assessors.Names.Values)
        {
            if (Ascii.Equals(name, Assessors.Names.NameOf(assessor)))
                return assessor;
        }

        return null;
    }

    private static DateOnly? DayOf(ReadOnlySpan<byte> day) =>
        day.Length == DayLength && day[4] == '-' && day[7] == '-'
        && Utf8Parser.TryParse(day[..4], out int year, out var read) && read == 4
        && Utf8Parser.TryParse(day[5..7], out int month, out read) && read == 2
        && Utf8Parser.TryParse(day[8..], out int date, out read) && read == 2
        && year >= 1 && month is >= 1 and <= 12 && date >= 1 && date <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, date)
            : null;
}
