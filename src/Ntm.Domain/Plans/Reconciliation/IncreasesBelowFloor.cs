using Ntm.Domain.Plans.Content;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>Those below a level gain too little to be sure to reach the floor every commune is to reach.</summary>
internal static class IncreasesBelowFloor
{
    internal static ReconciliationRule Rule { get; } = new(
        "increase_below_floor", new("Mức tăng chưa chắc đưa xã lên mức sàn", "Increase that may not reach the floor"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan) =>
        plan.All<IncreaseFromBelow>().SelectMany(increase => plan.All<FloorStated>().Select(floor => Of(plan, increase, floor)));

    private static PlanObservation Of(StatedPlan plan, IncreaseFromBelow increase, FloorStated floor)
    {
        var quotes = plan.Quotes(increase, floor);
        var (said, english) = (
            $"xã dưới {increase.Below} tiêu chí tăng từ {increase.AtLeast} ({increase.Place}), không xã nào được dưới {floor.AtLeast} ({floor.Place})",
            $"communes with fewer than {increase.Below} gain at least {increase.AtLeast} ({increase.Place}), and none is to have fewer than {floor.AtLeast} ({floor.Place})");
        var needed = floor.AtLeast - increase.AtLeast;
        if (needed <= 0)
            return Rule.Agreement(new($"Khớp: {said}.", $"Agrees: {english}."), quotes);
        return increase.Below - 1 < needed
            ? Rule.Contradiction(
                new($"Không thể cùng đúng: {said}; tăng như vậy không xã nào trong số đó đạt sàn.", $"Both cannot hold: {english}; none of them reaches the floor by that."), quotes)
            : Rule.Doubt(
                new($"Chưa chắc cùng đúng: {said}; xã đang có dưới {needed} tiêu chí tăng {increase.AtLeast} vẫn chưa đạt sàn.",
                    $"Both may not hold: {english}; a commune with fewer than {needed} gains {increase.AtLeast} and is still below."), quotes);
    }
}
