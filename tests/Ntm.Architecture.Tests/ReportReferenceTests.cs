using Ntm.Projections.Reports;

namespace Ntm.Architecture.Tests;

public sealed class ReportReferenceTests
{
    public static TheoryData<string> Kinds => [.. ReportKinds.All.Select(kind => kind.Slug)];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_report_has_a_section_in_the_reference(string kind) =>
        Assert.Contains($"\n### {kind}\n", Product.Reference("reports.md"), StringComparison.Ordinal);

    [Fact]
    public void No_two_reports_have_one_name() => Assert.Equal(ReportKinds.All.Count, ReportKinds.All.DistinctBy(kind => kind.Slug).Count());
}
