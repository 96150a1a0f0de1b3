using System.Globalization;
using System.Text;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Tests.Interchange;

/// <summary>Lines read one after the other with the texts of those before them.</summary>
public sealed class RecurringTextsTests
{
    private readonly RecurringTexts _texts = new();

    [Fact]
    public void A_text_that_comes_again_is_the_same_one()
    {
        var first = (CriterionAttained)Accepted(Finding("xa-1", "UBND huyện"));
        var second = (CriterionAttained)Accepted(Finding("xa-1", "UBND huyện"));

        Assert.Same(first.Unit.Value, second.Unit.Value);
        Assert.Same(first.Set.Value, second.Set.Value);
        Assert.Same(first.Basis!.Issuer, second.Basis!.Issuer);
    }

    [Fact]
    public void However_many_different_texts_come_a_fixed_number_is_held_and_each_is_read_as_it_is()
    {
        for (var number = 0; number < 30_000; number++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"xã {number}");
            Assert.Equal(text, _texts.Of(text));
        }

        Assert.InRange(_texts.Count, 1_000, 8 * 1024);
    }

    [Fact]
    public void Long_texts_are_not_held()
    {
        Assert.Equal(65, _texts.Of(new string('a', 65)).Length);
        Assert.Equal(new string('a', 200), ((CriterionAttained)Accepted(Finding("xa-1", new string('a', 200)))).Basis!.Issuer);
        Assert.DoesNotContain('a', _texts.Of(new string('b', 64)));
    }

    [Fact]
    public void Escaped_and_plain_names_are_one_field()
    {
        var plain = Accepted(Finding("xa-1", "UBND"));

        Assert.Equal(plain, Accepted(Finding("xa-1", "UBND").Replace("\"unit\"", "\"\\u0075nit\"", StringComparison.Ordinal)));
        Assert.Equal(plain, Accepted(Finding("xa-1", "UBND").Replace("\"xa-1\"", "\"x\\u0061-1\"", StringComparison.Ordinal)));
        Assert.Equal(
            [(RefusalCodes.FieldRepeated, "unit")],
            Refused(Finding("xa-1", "UBND").Replace("\"unit\"", "\"unit\":\"xa-2\",\"\\u0075nit\"", StringComparison.Ordinal)));
        Assert.Equal(
            [(RefusalCodes.FieldRepeated, "basis.issuer")],
            Refused(Finding("xa-1", "UBND").Replace("\"issuer\"", "\"issuer\":\"UBND\",\"issuer\"", StringComparison.Ordinal)));
    }

    // A field's name is what it is byte for byte; only texts are composed.
    [Fact]
    public void Names_that_differ_in_composition_are_two_fields_and_texts_that_do_are_one_text()
    {
        var decomposed = "é".Normalize(NormalizationForm.FormD);

        Assert.Equal(
            [(RefusalCodes.FieldUnknown, "é"), (RefusalCodes.FieldUnknown, decomposed)],
            Refused(Finding("xa-1", "UBND").Insert(1, $"\"é\":1,\"{decomposed}\":1,")));
        Assert.Equal(Accepted(Finding("xa-1", "é")), Accepted(Finding("xa-1", decomposed)));
        Assert.Equal(Accepted(Finding("xa-1", decomposed)), Accepted(Finding("xa-1", "é")));
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\u0000")]
    public void What_is_no_text_is_refused_again_and_again(string issuer)
    {
        var refused = Refused(Finding("xa-1", issuer));

        Assert.Equal("basis.issuer", Assert.Single(refused).Field);
        Assert.Equal(refused, Refused(Finding("xa-1", issuer)));
    }

    [Fact]
    public void Threads_may_share_them() => Parallel.For(0, 20_000, number =>
    {
        var unit = string.Create(CultureInfo.InvariantCulture, $"xa-{number % 12_000}");
        Assert.Equal(unit, Accepted(Finding(unit, "UBND")).Unit.Value);
    });

    private static string Finding(string unit, string issuer) =>
        $$$"""{"type":"criterion_attained","unit":"{{{unit}}}","effectiveOn":"2018-06-30","set":"ntm-2016-2020","criterion":3,"assessedBy":"district","basis":{"number":"1/BC","date":"2018-06-30","issuer":"{{{issuer}}}"}}""";

    private Entry Accepted(string line)
    {
        var read = LineReader.Read(1, Encoding.UTF8.GetBytes(line), _texts);
        Assert.Empty(read.Refusals);
        return read.Submitted!.Entry;
    }

    private (string Code, string? Field)[] Refused(string line) =>
        [.. LineReader.Read(1, Encoding.UTF8.GetBytes(line), _texts).Refusals.Select(refusal => (refusal.Code, refusal.Field))];
}
