using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ntm.Domain.Plans.Content;

namespace Ntm.Domain.Tests.Plans;

/// <summary>The schema, the examples of plans.md and the reader agree, kind by kind and field by field.</summary>
public sealed partial class PlanSchemaTests
{
    private static readonly PlanSchema Schema = new();

    public static TheoryData<string> Kinds => [.. StatementKinds.Names];

    public static TheoryData<string> Directories => PrintedPlan.Directories;

    [Fact]
    public void It_has_the_kinds_of_the_reader_and_the_page_has_an_example_of_each()
    {
        Assert.Equal(StatementKinds.Names, Schema.Kinds);
        Assert.Equal(StatementKinds.Names, Examples().Select(example => (string)example["kind"]!));
    }

    [Theory, MemberData(nameof(Directories))]
    public void The_real_plans_are_valid(string directory) => Assert.Empty(Schema.FaultsOfFile(new PrintedPlan(directory).Json));

    [Fact]
    public void The_examples_together_are_a_plan() => Assert.Empty(Read(Examples()).Refusals);

    [Theory, MemberData(nameof(Kinds))]
    public void An_example_has_every_field_of_its_kind_and_the_reader_takes_them(string kind)
    {
        Assert.Equal(Schema.Fields(kind).Order(StringComparer.Ordinal), Example(kind).Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Empty(Schema.FaultsOfStatement(JsonSerializer.SerializeToElement(Example(kind))));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_field_is_required_by_the_reader_where_the_schema_says_so(string kind)
    {
        foreach (var field in Schema.Fields(kind))
        {
            var without = Example(kind);
            without.Remove(field);
            var refusals = Read(Examples().Select(example => (string?)example["kind"] == kind ? without : example)).Refusals;
            var isMissing = refusals.Any(refusal => refusal.Code == "field.missing" && refusal.Field!.EndsWith("." + field, StringComparison.Ordinal));
            Assert.True(isMissing == Schema.Required(kind).Contains(field), $"{kind}.{field}");
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_field_that_is_not_there_is_refused_by_both(string kind)
    {
        var stranger = Example(kind);
        stranger["stranger"] = 1;
        Assert.Contains(Read([stranger]).Refusals, refusal => refusal.Code == "field.unknown");
        Assert.NotEmpty(Schema.FaultsOfStatement(JsonSerializer.SerializeToElement(stranger)));
    }

    private static JsonObject Example(string kind) => Examples().Single(example => (string?)example["kind"] == kind);

    private static IEnumerable<JsonObject> Examples() =>
        [.. Block().Matches(PlanSchema.Reference("plans.md")).Select(block => JsonNode.Parse(block.Groups["json"].Value)!.AsObject())];

    private static (PlanContent? Content, IReadOnlyList<Ntm.Domain.Refusals.Refusal> Refusals) Read(IEnumerable<JsonObject> statements) =>
        PlanContent.Read(JsonSerializer.SerializeToElement(new JsonObject
        {
            ["format"] = PlanContent.Format, ["set"] = "ntm-2016-2020", ["statements"] = new JsonArray([.. statements.Select(statement => statement.DeepClone())]),
        }));

    [GeneratedRegex("```json\n(?<json>.*?)\n```", RegexOptions.Singleline, 1_000)]
    private static partial Regex Block();
}
