using Ntm.Domain.Refusals;

namespace Ntm.Domain.Plans.Content;

internal static class PlanExpectations
{
    internal static Expected OnceInThePlan { get; } = new("một mã chưa dùng trong kế hoạch này", "an id not yet used in this plan");

    internal static Expected IdsInThePlan { get; } = new("mã của phát biểu hoặc dòng bảng trong kế hoạch này", "ids of statements or table rows of this plan");

    internal static Expected CohortsInThePlan { get; } = new("nhóm xã được nêu trong kế hoạch này (kind \"cohort\")", "a cohort mentioned in this plan (kind \"cohort\")");

    internal static Expected AsManyAsParts(int parts) => new($"{parts} số, mỗi cột một số", $"{parts} numbers, one for each part");
}
