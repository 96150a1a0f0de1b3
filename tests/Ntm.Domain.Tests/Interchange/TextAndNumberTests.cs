using System.Text;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Interchange;
using Ntm.Domain.Plans;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.Testing;

namespace Ntm.Domain.Tests.Interchange;

public sealed class TextAndNumberTests
{
    private const string Composed = "Văn Mộng";
    private static readonly string Decomposed = Composed.Normalize(NormalizationForm.FormD);

    [Fact]
    public void A_name_typed_with_separate_tone_marks_is_the_same_name()
    {
        Assert.NotEqual(Composed, Decomposed);
        var renamed = (UnitRenamed)Accepted(Renamed(Decomposed));

        Assert.Equal(Composed, renamed.Name);
        Assert.True(LineWriter.SayTheSame(renamed, Accepted(Renamed(Composed))));
    }

    // What is taken for composed at sight must be what the runtime would make of it.
    [Fact]
    public void Every_letter_and_every_two_letters_come_out_as_the_runtime_composes_them()
    {
        var latin = Enumerable.Range(' ', 0x0300 - ' ').Concat(Enumerable.Range(0x1E00, 0x100)).Select(letter => ((char)letter).ToString()).ToList();

        Assert.All(latin, letter => Assert.Equal(letter, letter.Normalize(NormalizationForm.FormC)));
        Assert.All(latin, letter => Assert.Equal(string.Concat(latin.Select(other => letter + other)), string.Concat(latin.Select(other => letter + other)).Normalize(NormalizationForm.FormC)));
        foreach (var text in new[] { "a\u0301", "\u1EA1\u0302", "\u2126", "\u0344", "가\u11A8", "\u1100\u1161" })
            Assert.Equal(text.Normalize(NormalizationForm.FormC), ((UnitRenamed)Accepted(Renamed(text))).Name);
    }

    [Fact]
    public void So_are_the_keys_and_texts_inside_a_plan()
    {
        var said = (PlanIssued)Accepted(Plan($$"""{"{{Decomposed}}":["{{Decomposed}}"]}"""));

        Assert.Equal($$"""{"{{Composed}}":["{{Composed}}"]}""", said.Content.GetRawText());
        Lines.IsRefused(Plan($$"""{"{{Decomposed}}":1,"{{Composed}}":2}"""), RefusalCodes.FieldRepeated, $"content.{Composed}");
    }

    [Fact]
    public void So_are_documents_notes_and_reasons()
    {
        const string Line = """
            {"type":"entry_retracted","unit":"van-an","entry":"00000000-0000-4000-8000-000000000001","reason":"@","note":"@",
            "basis":{"number":"@","date":"2018-01-30","issuer":"@"}}
            """;

        var stored = Encoding.UTF8.GetString(LineWriter.WriteStored(Accepted(Line.Replace("@", Decomposed, StringComparison.Ordinal))));
        Assert.Equal(4, stored.Split(Composed).Length - 1);
    }

    [Fact]
    public void The_keys_of_a_plan_stand_in_one_order()
    {
        Assert.True(LineWriter.SayTheSame(Accepted(Plan("""{"b":{"d":1,"c":2},"a":1}""")), Accepted(Plan("""{"a":1,"b":{"c":2,"d":1}}"""))));
        Assert.False(LineWriter.SayTheSame(Accepted(Plan("""{"a":[1,2]}""")), Accepted(Plan("""{"a":[2,1]}"""))));
        Assert.False(LineWriter.SayTheSame(Accepted(Plan("""{"a":null}""")), Accepted(Plan("{}"))));
    }

    [Theory]
    [InlineData("\"name\":\"V\\u0000n\"", "unit_renamed", "name")]
    [InlineData("\"note\":\"\\u0000\"", "unit_renamed", "note")]
    public void The_character_NUL_has_no_place_in_a_text(string field, string type, string named) =>
        Lines.IsRefused(Replaced(type, named, field), RefusalCodes.TextHasNul, named);

    [Theory]
    [InlineData("""{"a":"\u0000"}""", "content.a")]
    [InlineData("""{"\u0000":1}""", "content")]
    public void Nor_inside_a_plan(string content, string named) => Lines.IsRefused(Plan(content), RefusalCodes.TextHasNul, named);

    [Theory]
    [InlineData("unit_renamed", "name")]
    [InlineData("unit_renamed", "note")]
    [InlineData("unit_renamed", "unit")]
    [InlineData("unit_renamed", "id")]
    [InlineData("unit_renamed", "effectiveOn")]
    [InlineData("unit_renamed", "type")]
    [InlineData("unit_level_changed", "level")]
    [InlineData("plan_issued", "plan")]
    [InlineData("plan_issued", "scope")]
    public void Half_a_surrogate_pair_is_no_text(string type, string field) =>
        Lines.IsRefused(Replaced(type, field, $"\"{field}\":\"\\ud800\""), RefusalCodes.FieldInvalid, field);

    [Theory]
    [InlineData("""{"a":["\udc00"]}""", "content.a[0]")]
    [InlineData("""{"\ud800":1}""", "content")]
    public void Nor_is_it_inside_a_plan(string content, string named) => Lines.IsRefused(Plan(content), RefusalCodes.FieldInvalid, named);

    [Fact]
    public void A_field_named_by_half_a_surrogate_pair_is_unknown() =>
        Lines.IsRefused(Lines.Beginning("unit_renamed", "\"\\ud800\":1"), RefusalCodes.FieldUnknown, "\uFFFD");

    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("15e-1", "1.5")]
    [InlineData("1.5", "1.5")]
    [InlineData("100", "100")]
    [InlineData("1E2", "100")]
    [InlineData("100.000", "100")]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.00", "0")]
    [InlineData("0e5", "0")]
    [InlineData("-2.50", "-2.5")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    public void One_number_has_one_spelling(string written, string stored)
    {
        Assert.Contains(
            $"\"value\":{stored},", Encoding.UTF8.GetString(LineWriter.WriteStored(Accepted(Measured(written)))), StringComparison.Ordinal);
        Assert.Equal($$"""{"a":{{stored}}}""", ((PlanIssued)Accepted(Plan($$"""{"a":{{written}}}"""))).Content.GetRawText());
        Assert.True(LineWriter.SayTheSame(Accepted(Measured(written)), Accepted(Measured(stored))));
    }

    [Theory]
    [InlineData("1234567890123456789012345678901234567890")]
    [InlineData("0.12345678901234567890123456789012345678901")]
    [InlineData("1e400")]
    [InlineData("1e-400")]
    [InlineData("1.00000000000000000000000000000000000000001")]
    public void A_number_that_would_lose_digits_is_refused(string number)
    {
        Lines.IsRefused(Measured(number), RefusalCodes.FieldInvalid, "value");
        Lines.IsRefused(Plan($$"""{"a":[{{number}}]}"""), RefusalCodes.FieldInvalid, "content.a[0]");
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void A_measured_value_may_be_a_yes_or_no(string written, bool yes) =>
        Assert.Equal(new MeasuredValue(null, yes), ((IndicatorMeasured)Accepted(Measured(written))).Value);

    private static Entry Accepted(string line)
    {
        var read = Lines.Read(line);
        Assert.Empty(read.Refusals.Select(refusal => refusal.English));
        return read.Submitted!.Entry;
    }

    private static string Renamed(string name) => $$"""{"type":"unit_renamed","unit":"van-mong","effectiveOn":"2020-01-01","name":"{{name}}"}""";

    private static string Plan(string content) =>
        EntrySamples.Of("plan_issued").Minimal.Replace("\"content\":{}", "\"content\":" + content, StringComparison.Ordinal);

    private static string Measured(string value) =>
        $$"""{"type":"indicator_measured","unit":"van-mong","effectiveOn":"2020-01-01","set":"ntm-2016-2020","indicator":"10.1","value":{{value}},"assessedBy":"district"}""";

    private static string Replaced(string type, string field, string raw)
    {
        var rest = Lines.Without(type, field);
        return "{" + raw + "," + rest[1..];
    }
}
