using System.Globalization;
using System.Text;
using System.Text.Json;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Interchange;

/// <summary>Reads the two JSON kinds that have more than one spelling: text (composed or decomposed) and numbers (1, 1.0, 10e-1).</summary>
internal static class JsonText
{
    // U+FFFE is lawful text that composes with nothing, and the one character the runtime will not normalise.
    private const char ByteOrderReversed = '\uFFFE';

    /// <summary>Text in normalisation form C, so that one word typed on two keyboards is one word.</summary>
    internal static bool TryRead(JsonElement element, string field, List<Refusal> refusals, out string text)
    {
        var fault = FaultOf(element, null, out text);
        if (fault is not null)
            refusals.Add(fault(field));
        return fault is null;
    }

    /// <summary>The same where few fields have a fault and the name of a field has to be put together.</summary>
    /// <returns>What is to be said of the field; null where there is nothing.</returns>
    internal static Func<string, Refusal>? FaultOf(JsonElement element, RecurringTexts? texts, out string text)
    {
        text = "";
        if (element.ValueKind != JsonValueKind.String)
            return NoText;

        try
        {
            text = Normalize(JsonString.Of(element, texts));
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // Half a surrogate pair (\ud800): JSON by its grammar, text in no encoding.
            return NoText;
        }

        // PostgreSQL's jsonb cannot hold U+0000.
        return text.Contains('\0', StringComparison.Ordinal) ? FormRefusals.TextHasNul : null;
    }

    private static Refusal NoText(string field) => FormRefusals.FieldInvalid(field, Expected.Text);

    internal static string Normalize(string text) => IsComposedAtSight(text) ? text : string.Join(ByteOrderReversed, text.Split(ByteOrderReversed).Select(part => part.Normalize(NormalizationForm.FormC)));

    // Latin letters, composed Vietnamese ones among them: each stands in form C by itself and composes with none of the others. The
    // runtime needs a microsecond to find that out, on every text of every line.
    private static bool IsComposedAtSight(string text)
    {
        foreach (var letter in text)
        {
            if (letter is not (< '\u0300' or (>= '\u1E00' and <= '\u1EFF')))
                return false;
        }

        return true;
    }

    /// <summary>A number without the zeros that say nothing; false where 28 digits cannot hold it exactly.</summary>
    internal static bool TryReadNumber(JsonElement element, out decimal number)
    {
        number = 0;
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDecimal(out var read))
            return false;

        // Dividing by one with all its decimals strips trailing zeros: 1.50 and 1.5 are one number and must be stored as one.
        number = read / 1.0000000000000000000000000000m;
        return SignificantDigits(element.GetRawText()).SequenceEqual(SignificantDigits(number.ToString(CultureInfo.InvariantCulture)));
    }

    private static ReadOnlySpan<char> SignificantDigits(string number)
    {
        var exponent = number.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponent < 0 ? number : number[..exponent];
        return string.Concat(mantissa.Where(char.IsAsciiDigit)).AsSpan().Trim('0');
    }
}
