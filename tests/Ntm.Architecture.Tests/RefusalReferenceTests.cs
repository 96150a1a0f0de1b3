using Ntm.Domain.Refusals;
using Ntm.Projections.OfficialLists;

namespace Ntm.Architecture.Tests;

public sealed class RefusalReferenceTests
{
    public static TheoryData<string> Codes =>
        [.. RefusalCodes.Form.Concat(RefusalCodes.Rules).Concat(ListRefusals.Codes).Concat(TableRefusalCodes.All).Concat(PlanRefusalCodes.All).Concat(ReportRefusalCodes.All)
            .Concat(EvidenceRefusalCodes.All).Concat(AccessRefusalCodes.All).Concat(AccountRefusalCodes.All)];

    [Theory, MemberData(nameof(Codes))]
    public void Every_code_is_explained_in_the_reference(string code) =>
        Assert.Contains($"`{code}`", Product.Reference("refusals.md"), StringComparison.Ordinal);
}
