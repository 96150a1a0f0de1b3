using System.Globalization;
using System.Text;
using Ntm.Domain.Plans.Reconciliation;

namespace Ntm.Domain.Tests.Plans.Reconciliation;

/// <summary>What is found in the two plans, and what agrees, stands in docs/plans; these tests write those pages and hold them to the engine.</summary>
public sealed class ReconciledPlanTests
{
    private static readonly Dictionary<PlanSeverity, string> Headings = new()
    {
        [PlanSeverity.Contradiction] = "Contradictions", [PlanSeverity.Doubt] = "Doubts", [PlanSeverity.Notice] = "Notices",
    };

    [Fact]
    public void The_page_of_the_plan_of_Van_Quan_says_what_is_found() => Verify("van-quan-2018.md", ReconciledPlan.VanQuan);

    [Fact]
    public void The_page_of_the_plan_of_Hoa_Binh_says_what_is_found() => Verify("hoa-binh-2018.md", ReconciledPlan.HoaBinh);

    [Theory, InlineData("van-quan"), InlineData("hoa-binh")]
    public void Every_quote_stands_in_the_document(string which)
    {
        var plan = which == "van-quan" ? ReconciledPlan.VanQuan : ReconciledPlan.HoaBinh;
        var (findings, agreements) = ReconciliationRules.Check(plan.Reading);

        Assert.All(findings.SelectMany(finding => finding.Quotes).Concat(agreements.SelectMany(agreement => agreement.Quotes)).Distinct(), quote =>
            Assert.Contains(quote, plan.Document, StringComparison.Ordinal));
    }

    private static void Verify(string page, ReconciledPlan plan)
    {
        var (written, expected) = (Path.Combine(ReconciledPlan.Root, "docs", "plans", page), Page(plan));
        var received = Path.ChangeExtension(written, ".received.md");
        File.Delete(received);
        if (File.Exists(written) && File.ReadAllText(written) == expected)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, expected);
        Assert.Fail($"docs/plans/{page} does not say what the rules find. Look at {received}; rename it if it is right.");
    }

    private static string Page(ReconciledPlan plan)
    {
        var (findings, agreements) = ReconciliationRules.Check(plan.Reading);
        var page = new StringBuilder().Append(CultureInfo.InvariantCulture, $"""
            # Plan {plan.Number} of {plan.Issuer}, {plan.Date:yyyy-MM-dd}, held against itself

            _{plan.Title}_

            This page is written by the rules of [plan-rules.md](../reference/plan-rules.md) from `{plan.Source}`; a test holds it to them.
            It says what a careful reader finds in the plan's own words, and what agrees.

            """);
        foreach (var severity in PlanSeverities.Names.Values)
        {
            var found = findings.Where(finding => finding.Severity == severity).ToList();
            page.Append(CultureInfo.InvariantCulture, $"\n## {Headings[severity]}: {found.Count}\n");
            foreach (var rule in found.GroupBy(finding => finding.Rule))
            {
                page.Append(CultureInfo.InvariantCulture, $"\n### {TitleOf(rule.Key)} (`{rule.Key}`)\n");
                foreach (var finding in rule)
                {
                    page.Append(CultureInfo.InvariantCulture, $"\n{finding.Message.Vietnamese}\n\n{finding.Message.English}\n\n");
                    page.AppendJoin("", finding.Quotes.Select(quote => $"> {quote}\n>\n"));
                    page.Length -= ">\n".Length;
                }
            }
        }

        page.Append(CultureInfo.InvariantCulture, $"\n## What agrees: {agreements.Count}\n");
        foreach (var rule in agreements.GroupBy(agreement => agreement.Rule))
        {
            page.Append(CultureInfo.InvariantCulture, $"\nBy `{rule.Key}`:\n\n");
            foreach (var agreement in rule)
                page.Append(CultureInfo.InvariantCulture, $"- {agreement.Message.Vietnamese} · {agreement.Message.English}\n");
        }

        return page.ToString();
    }

    private static string TitleOf(string rule) => ReconciliationRules.All.Single(one => one.Code == rule).Title.English;
}
