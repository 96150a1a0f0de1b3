using FsCheck;
using FsCheck.Fluent;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Plans.Reconciliation;

namespace Ntm.Domain.Tests.Plans.Reconciliation;

/// <summary>A plan that agrees with itself gives no finding, and each contradiction gives its own and no other. A failure prints the seed that repeats it.</summary>
public sealed class ReconciliationProperties
{
    private static readonly Arbitrary<PlanDraft> Plans = ConsistentPlans.All.ToArbitrary();

    public static TheoryData<string> Rules => [.. ReconciliationRules.All.Select(rule => rule.Code)];

    [Fact]
    public void A_consistent_plan_gives_no_finding() => Holds(200, plan => Sees(plan.Check().Findings, []));

    [Theory, MemberData(nameof(Rules))]
    public void A_planted_contradiction_gives_that_finding_and_no_other(string rule) =>
        Holds(40, plan => Sees(Contradictions.ByRule[rule](plan).Check().Findings, rule));

    [Theory, MemberData(nameof(Rules))]
    public void Quotes_are_the_plans_own_words_each_once(string rule) => Holds(10, plan =>
    {
        var contradicted = Contradictions.ByRule[rule](plan);
        var (words, (findings, agreements)) = (WordsOf(contradicted).ToHashSet(), contradicted.Check());
        return findings.Cast<PlanObservation>().Concat(agreements).All(seen => seen.Quotes.All(words.Contains) && seen.Quotes.Distinct().Count() == seen.Quotes.Count)
            && findings.All(finding => finding.Quotes.Count > 0);
    });

    // Cohorts stay: a plan that names one nobody mentions is not read at all.
    [Fact]
    public void Whatever_a_plan_leaves_out_no_rule_fails() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true),
        Prop.ForAll(Plans, Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), (plan, seed) =>
        {
            var random = new Random(seed);
            var (findings, agreements) = (plan with { Statements = [.. plan.Statements.Where(statement => statement is CohortMentioned || random.Next(2) == 0)] }).Check();
            return findings.All(finding => finding.Quotes.Count > 0) && agreements.All(agreed => agreed.Message.Vietnamese.Length > 0);
        }));

    [Fact]
    public void The_codes_are_the_rules_and_none_is_planted_for_nothing() =>
        Assert.Equal(ReconciliationRules.All.Select(rule => rule.Code).Order(StringComparer.Ordinal), Contradictions.ByRule.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_same_plan_gives_the_same_observations() => Holds(20, plan =>
        plan.Check().Findings.Select(finding => finding.Message).SequenceEqual(plan.Check().Findings.Select(finding => finding.Message)));

    private static IEnumerable<string> WordsOf(PlanDraft plan) => plan.Statements.Select(statement => statement.Text).Concat(
        plan.All<NumbersTabled>().SelectMany(table => table.Rows.Select(row => row.Text).Concat(table.Parts.Select(part => part.Text))));

    private static bool Sees(IReadOnlyList<PlanFinding> findings, params string[] rules) => findings.Select(finding => finding.Rule).SequenceEqual(rules)
        ? true
        : throw new Xunit.Sdk.XunitException(string.Join('\n', findings.Select(finding => $"{finding.Rule}: {finding.Message.English}").DefaultIfEmpty("nothing is found")));

    private static void Holds(int times, Func<PlanDraft, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true), Prop.ForAll(Plans, property));
}
