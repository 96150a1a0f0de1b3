using Ntm.Domain.Dossiers;
using Ntm.Domain.Dossiers.Rules;

namespace Ntm.Architecture.Tests;

/// <summary>The pages about dossiers say what the program's data and rules say.</summary>
public sealed class DossierReferenceTests
{
    public static TheoryData<string> Rules => [.. DossierRules.All.Select(rule => rule.Code)];

    public static TheoryData<string> RegimeIds => [.. Regimes.All.Select(regime => regime.Id)];

    [Theory, MemberData(nameof(Rules))]
    public void Every_rule_is_explained_in_one_row_with_its_steps_its_document_and_an_example(string rule)
    {
        var rows = Lines("dossier-rules.md").Where(line => line.StartsWith($"| `{rule}` |", StringComparison.Ordinal)).ToList();

        var cells = Assert.Single(rows).Trim('|').Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(5, cells.Length);
        Assert.All(cells, Assert.NotEmpty);
        Assert.All(DossierRules.All.Single(known => known.Code == rule).Steps.Where(kind => cells[1] != "votes"),
            kind => Assert.Contains($"`{StepKinds.Names.NameOf(kind)}`", cells[1], StringComparison.Ordinal));
    }

    [Fact]
    public void And_the_page_explains_them_in_their_order_and_no_other() => Assert.Equal(
        DossierRules.All.Select(rule => rule.Code),
        Lines("dossier-rules.md").Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]));

    [Fact]
    public void A_code_stands_once_and_a_demand_has_both_languages()
    {
        Assert.Distinct(DossierRules.All.Select(rule => rule.Code));
        Assert.All(DossierRules.All, rule =>
        {
            Assert.Matches("^dossier\\.[a-z]+(_[a-z]+)*$", rule.Code);
            Assert.NotEqual(rule.Demand.Vietnamese, rule.Demand.English);
        });
    }

    [Theory, MemberData(nameof(RegimeIds))]
    public void The_steps_and_numbers_of_a_regime_stand_on_the_page(string id)
    {
        var regime = Regimes.All.Single(known => known.Id == id);
        var section = Product.Reference("dossiers.md").Split("\n### ").Single(part => part.StartsWith(regime.Document.Number + "\n", StringComparison.Ordinal));

        Assert.Equal(
            [.. regime.Steps.Select(step => $"`{StepKinds.Names.NameOf(step.Kind)}` | {Mark(step.IsSourced)}"), .. regime.Parameters.Select(parameter => $"`{parameter.Name}` | {Mark(parameter.IsSourced)}")],
            section.Split("\n## ")[0].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(cells => $"{cells[1]} | {cells[^2]}"));
        Assert.All(regime.Parameters.Where(parameter => parameter.Value is not null),
            parameter => Assert.Contains($"| `{parameter.Name}` | {parameter.Value} {parameter.UnitOfMeasure} |", section, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_stage_stands_on_the_page() => Assert.All(
        DossierStages.Names.Names, stage => Assert.Contains($"`{stage}`", Product.Reference("dossiers.md"), StringComparison.Ordinal));

    private static string[] Lines(string page) => Product.Reference(page).Split('\n');

    private static string Mark(bool isSourced) => isSourced ? "sourced" : "unverified";
}
