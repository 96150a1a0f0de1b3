using Ntm.Domain.Criteria;
using Ntm.Domain.Plans.Reconciliation;
using Ntm.Domain.Refusals;

namespace Ntm.Host.Plans;

/// <summary>What people read over what was found in a plan.</summary>
internal static class PlanCheckWords
{
    internal static string Of(PlanSeverity severity, Language language = Language.Vietnamese) => (severity, language) switch
    {
        (PlanSeverity.Contradiction, Language.English) => "Contradictions",
        (PlanSeverity.Contradiction, _) => "Mâu thuẫn",
        (PlanSeverity.Doubt, Language.English) => "Doubts",
        (PlanSeverity.Doubt, _) => "Nghi vấn",
        (_, Language.English) => "Notices",
        _ => "Lưu ý về hình thức",
    };

    internal static string Agreeing(Language language = Language.Vietnamese) => language == Language.English ? "What agrees" : "Khớp nhau";

    internal static string In(this BilingualText text, Language language) => language == Language.English ? text.English : text.Vietnamese;
}
