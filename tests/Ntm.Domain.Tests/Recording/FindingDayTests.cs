using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Refusals;
using Ntm.Testing;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Recording;

/// <summary>On which days something can be found of a unit.</summary>
public sealed class FindingDayTests
{
    private static readonly DateOnly End = Day(2020, 1, 1);

    [Fact]
    public void A_finding_may_hold_from_the_first_day_of_its_unit() =>
        Spec.Given(Country).When(Attained(VanAn, First)).ThenRecorded("criterion_attained");

    [Fact]
    public void Not_from_the_day_before_it_was_established() =>
        Spec.Given(Country).When(Attained(VanAn, First.AddDays(-1))).ThenRefused(RefusalCodes.UnitNotYet, "effectiveOn");

    [Fact]
    public void From_its_last_day() =>
        Spec.Given(Country).And(Dissolved(VanAn, End)).When(Attained(VanAn, End.AddDays(-1))).ThenRecorded("criterion_attained");

    [Fact]
    public void Not_from_the_day_it_ends_or_later()
    {
        Spec.Given(Country).And(Dissolved(VanAn, End)).When(Attained(VanAn, End)).ThenRefused(RefusalCodes.UnitEnded, "effectiveOn");
        Spec.Given(Country).And(Merged(VanMong, End, VanAn)).When(Attained(VanAn, End.AddYears(1))).ThenRefused(RefusalCodes.UnitEnded, "effectiveOn");
    }

    [Fact]
    public void The_unit_that_took_in_others_goes_on() =>
        Spec.Given(Country).And(Merged(VanMong, End, VanAn)).When(Attained(VanMong, End)).ThenRecorded("criterion_attained");

    [Fact]
    public void From_today() => Spec.Given(Country).When(Attained(VanAn, Spec.Today)).ThenRecorded("criterion_attained");

    [Fact]
    public void Not_from_tomorrow() =>
        Spec.Given(Country).When(Attained(VanAn, Spec.Today.AddDays(1))).ThenRefused(RefusalCodes.FindingInFuture, "effectiveOn");

    [Fact]
    public void A_finding_ahead_on_a_unit_that_ends_before_is_refused_for_both() =>
        Spec.Given(Country).And(Dissolved(VanAn, Spec.Today.AddDays(1))).When(Attained(VanAn, Spec.Today.AddDays(1)))
            .ThenRefused((1, RefusalCodes.FindingInFuture, "effectiveOn"), (1, RefusalCodes.UnitEnded, "effectiveOn"));

    [Theory]
    [InlineData("criterion_attained")]
    [InlineData("criterion_not_attained")]
    [InlineData("criterion_lost")]
    [InlineData("criterion_basically_met")]
    [InlineData("criterion_not_applicable")]
    public void Every_kind_of_finding_is_held_to_the_same_days(string type)
    {
        Spec.Given(Country).When(Finding(type, Spec.Today.AddDays(1))).ThenRefused(RefusalCodes.FindingInFuture, "effectiveOn");
        Spec.Given(Country).When(Finding(type, First.AddDays(-1))).ThenRefused(RefusalCodes.UnitNotYet, "effectiveOn");
        Spec.Given(Country).And(Dissolved(VanAn, End)).When(Finding(type, End)).ThenRefused(RefusalCodes.UnitEnded, "effectiveOn");
        Spec.Given(Country).When(Finding(type, End)).ThenRecorded(type);
    }

    [Fact]
    public void A_measurement_or_a_target_is_no_finding_and_may_lie_ahead() =>
        Spec.Given(Country).And(PlanIssued(VanQuan, Day(2018, 1, 30)))
            .When(Measured(VanAn, Spec.Today.AddDays(1), "10.1"), Target(VanAn, Spec.Today.AddDays(1), due: Spec.Today.AddYears(1)))
            .ThenRecorded("indicator_measured", "target_assigned");

    private static SubmittedLine Finding(string type, DateOnly on) =>
        Line((FindingEntry)EntrySamples.Of(type).ReadMinimal().Entry with { Unit = VanAn, EffectiveOn = on });
}
