using Ntm.Domain.Plans.Reconciliation;

namespace Ntm.Architecture.Tests;

public sealed class PlanRuleReferenceTests
{
    public static TheoryData<string> Rules => [.. ReconciliationRules.All.Select(rule => rule.Code)];

    [Theory, MemberData(nameof(Rules))]
    public void Every_rule_is_explained_in_one_row_with_its_severity_and_an_example(string rule)
    {
        var rows = Product.Reference("plan-rules.md").Split('\n').Where(line => line.StartsWith($"| `{rule}` |", StringComparison.Ordinal)).ToList();

        var cells = Assert.Single(rows).Trim('|').Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(4, cells.Length);
        Assert.All(cells, Assert.NotEmpty);
        Assert.Contains(PlanSeverities.Names.Names, severity => cells[2].Contains(severity, StringComparison.Ordinal));
    }

    [Fact]
    public void And_the_page_explains_no_rule_there_is_not() => Assert.Equal(
        ReconciliationRules.All.Select(rule => rule.Code).Order(StringComparer.Ordinal),
        Product.Reference("plan-rules.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Count(letter => letter == '|') == 5)
            .Select(line => line.Split('`')[1]).Order(StringComparer.Ordinal));

    [Fact]
    public void A_code_is_a_word_that_stands_once_and_a_title_has_both_languages()
    {
        Assert.Distinct(ReconciliationRules.All.Select(rule => rule.Code));
        Assert.All(ReconciliationRules.All, rule =>
        {
            Assert.Matches("^[a-z]+(_[a-z]+)*$", rule.Code);
            Assert.NotEqual(rule.Title.Vietnamese, rule.Title.English);
        });
    }
}
