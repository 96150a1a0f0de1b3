using Ntm.Domain.Refusals;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Recording;

/// <summary>A batch is all or nothing.</summary>
public sealed class BatchTests
{
    private static readonly DateOnly Somewhen = Day(2018, 6, 30);

    [Fact]
    public void One_refused_line_keeps_the_whole_batch_out() =>
        Spec.Given(Country).When(Attained(VanAn, Somewhen), Attained(Nowhere, Somewhen), Attained(VanMong, Somewhen))
            .ThenRefused((2, RefusalCodes.UnitUnknown, "unit"));

    [Fact]
    public void Every_fault_is_told_with_its_line() =>
        Spec.Given(Country).When(
                Attained(Nowhere, Somewhen, criterion: 20), Attained(VanAn, Somewhen), Attained(VanAn, First.AddDays(-1)), Dissolved(VanQuan, Somewhen),
                Retracted(VanAn, Id(99)))
            .ThenRefused(
                (1, RefusalCodes.UnitUnknown, "unit"), (1, RefusalCodes.CriterionUnknown, "criterion"), (3, RefusalCodes.UnitNotYet, "effectiveOn"),
                (4, RefusalCodes.UnitHasChildren, "unit"), (5, RefusalCodes.EntryUnknown, "entry"));

    [Fact]
    public void A_refused_line_counts_as_not_said_for_the_lines_after_it() =>
        Spec.Given(Country).When(Dissolved(VanQuan, Somewhen), Attained(VanQuan, Somewhen)).ThenRefused((1, RefusalCodes.UnitHasChildren, "unit"));

    [Fact]
    public void A_later_line_rests_on_an_earlier_one() =>
        Spec.Given().When(
                Established(VanQuan), Established(VanAn, under: VanQuan).As(Id(1)), Attained(VanAn, Somewhen).As(Id(2)), Retracted(VanAn, Id(2)),
                Dissolved(VanAn, Somewhen), Dissolved(VanQuan, Somewhen))
            .ThenRecorded("unit_established", "unit_established", "criterion_attained", "entry_retracted", "unit_dissolved", "unit_dissolved");

    [Fact]
    public void An_empty_batch_says_nothing() => Spec.Given(Country).When().ThenRecorded();
}
