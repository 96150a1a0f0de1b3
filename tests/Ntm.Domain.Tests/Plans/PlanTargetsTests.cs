using System.Text.Json;
using Ntm.Domain.Plans;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;

namespace Ntm.Domain.Tests.Plans;

public sealed class PlanTargetsTests
{
    private static readonly UnitId[] Communes = [.. new[] { "a", "b", "c" }.Select(UnitId.Parse)];

    [Theory]
    [InlineData("""{"kind":"targets","id":"s","text":"t","place":"I","communes":["b"],"criteria":[2,3],"as":"maintain"}""", "b 2 maintain 2018-12-31, b 3 maintain 2018-12-31")]
    [InlineData("""{"kind":"targets","id":"s","text":"t","place":"I","communes":["b"],"criteria":[2],"as":"attain","deadline":{"due":"2018-11-30","text":"t"}}""", "b 2 attain 2018-11-30")]
    [InlineData("""{"kind":"count","id":"s","text":"t","place":"I","criterion":4,"number":2,"counts":"undetermined","communes":["c","a"]}""", "c 4 attain 2018-12-31, a 4 attain 2018-12-31")]
    [InlineData("""{"kind":"count","id":"s","text":"t","place":"I","criterion":4,"number":3,"counts":"maintained","all":true}""", "a 4 maintain 2018-12-31, b 4 maintain 2018-12-31, c 4 maintain 2018-12-31")]
    [InlineData("""{"kind":"count","id":"s","text":"t","place":"I","criterion":4,"number":20,"counts":"cumulative"}""", "")]
    [InlineData("""{"kind":"recognition","id":"s","text":"t","place":"I","number":1,"counts":"additional","communes":["a"]}""", "")]
    public void Whom_a_statement_gives_which_target(string statement, string targets)
    {
        using var json = JsonDocument.Parse($$"""{"format":"ntm-plan-1","set":"ntm-2016-2020","statements":[{{statement}}]}""");
        var plan = new PlanDocument(
            PlanId.Parse("p"), null, "Kế hoạch", UnitId.Parse("d"), new(2018, 1, 1), new(2018, 12, 31), json.RootElement, PlanContent.Read(json.RootElement).Content);

        var given = PlanTargets.Of(plan, Communes).Select(target => $"{target.Unit} {target.Criterion} {TargetKinds.Names.NameOf(target.Kind)} {target.Due:yyyy-MM-dd}");

        Assert.Equal(targets, string.Join(", ", given));
    }
}
