using System.Text.Json;
using Ntm.Domain.Plans.Content;

namespace Ntm.Domain.Tests.Plans;

public sealed class PlanContentReadingTests
{
    [Fact]
    public void A_statement_is_read_with_its_words_and_its_place()
    {
        var (content, refusals) = Read("""{"kind":"average","id":"average","text":"tăng bình quân 1,5 tiêu chí/xã","place":"II.1.1","increase":1.5,"reaches":9.5}""");

        Assert.Empty(refusals);
        var average = Assert.IsType<AverageStated>(Assert.Single(content!.Statements));
        Assert.Equal((1.5m, 9.5m, "II.1.1", "average"), (average.Increase, average.Reaches, average.Place, StatementKinds.NameOf(average)));
    }

    [Theory]
    [InlineData("""{"kind":"avarage","id":"a","text":"t","place":"I"}""", "statements[0].kind", "field.invalid")]
    [InlineData("""{"kind":"average","id":"a","text":"t","place":"I","reach":9.5}""", "statements[0].reach", "field.unknown")]
    [InlineData("""{"kind":"count","id":"a","text":"t","place":"I","criterion":2}""", "statements[0].counts", "field.missing")]
    [InlineData("""{"kind":"targets","id":"a","text":"t","place":"I","communes":[],"criteria":[1],"as":"attain"}""", "statements[0].communes", "field.invalid")]
    [InlineData("""{"kind":"minimum_increase","id":"a","text":"t","place":"I","cohort":"pilot","atLeast":3}""", "statements[0]", "field.invalid")]
    [InlineData("""{"kind":"objective","id":"a","text":"t","place":"I","measuredBy":["row-9"]}""", "statements[0].measuredBy", "field.invalid")]
    [InlineData("""{"kind":"remark","id":"a","text":"t","place":"I"},{"kind":"remark","id":"a","text":"t","place":"I"}""", "statements[1].id", "field.invalid")]
    [InlineData(
        """{"kind":"table","id":"a","text":"t","place":"I","parts":[{"unit":"cao-phong","text":"Huyện Cao Phong (12 xã)","communes":12}],"rows":[{"id":"r","text":"l","measures":"communes","values":[1,2]}]}""",
        "statements[0].rows[0].values", "field.invalid")]
    public void What_is_wrong_is_named_by_its_place(string statement, string field, string code)
    {
        var (content, refusals) = Read(statement);

        Assert.Null(content);
        Assert.Equal((field, code), (Assert.Single(refusals).Field, refusals[0].Code));
    }

    private static (PlanContent? Content, IReadOnlyList<Ntm.Domain.Refusals.Refusal> Refusals) Read(string statements)
    {
        using var json = JsonDocument.Parse($$"""{"format":"ntm-plan-1","set":"ntm-2016-2020","statements":[{{statements}}]}""");
        return PlanContent.Read(json.RootElement);
    }
}
