using System.Globalization;
using System.Text;
using Ntm.Domain.Plans.Reconciliation;

namespace Ntm.Domain.Tests.Plans.Reconciliation;

/// <summary>What is found in the two plans, and what agrees, stands in docs/plans; these tests write those pages and hold them to the engine.</summary>
public sealed class ReconciledPlanTests
{
    [Fact]
    public void The_page_of_the_plan_of_Van_Quan_says_what_is_found() => Verify("van-quan-2018.md", ReconciledPlan.VanQuan);

    [Fact]
    public void The_page_of_the_plan_of_Hoa_Binh_says_what_is_found() => Verify("hoa-binh-2018.md", ReconciledPlan.HoaBinh);

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
        var page = new StringBuilder();
        foreach (var finding in findings)
            page.Append(CultureInfo.InvariantCulture, $"- {finding.Rule} {finding.Severity} {finding.Unit} {finding.Criterion}: {finding.Message.Vietnamese}\n   EN {finding.Message.English}\n{string.Concat(finding.Quotes.Select(quote => $"   > {quote}\n"))}");
        page.Append("AGREEMENTS\n");
        foreach (var agreement in agreements)
            page.Append(CultureInfo.InvariantCulture, $"- {agreement.Rule} {agreement.Unit} {agreement.Criterion}: {agreement.Message.Vietnamese}\n   EN {agreement.Message.English}\n   {agreement.Quotes.Count} quotes\n");
        return page.ToString();
    }
}
