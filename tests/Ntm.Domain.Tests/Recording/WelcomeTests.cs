using Ntm.Domain.Units;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Recording;

/// <summary>What looks wrong and is recorded all the same, because it happens.</summary>
public sealed class WelcomeTests
{
    [Fact]
    public void A_finding_dated_before_its_units_end_and_recorded_after_it() =>
        Spec.Given(Country).And(Merged(VanMong, Day(2020, 1, 1), VanAn)).When(Attained(VanAn, Day(2019, 12, 31))).ThenRecorded("criterion_attained");

    [Fact]
    public void Any_status_after_any_other() =>
        Spec.Given(Country).When(
                Lost(VanAn, Day(2018, 1, 1)), NotAttained(VanAn, Day(2018, 2, 1)), Attained(VanAn, Day(2018, 2, 1)), Attained(VanAn, Day(2018, 1, 15)),
                Lost(VanAn, Day(2018, 2, 1)))
            .ThenRecorded("criterion_lost", "criterion_not_attained", "criterion_attained", "criterion_attained", "criterion_lost");

    [Fact]
    public void A_set_on_a_day_when_it_is_not_in_force() =>
        Spec.Given(Country).When(Attained(VanAn, Day(2015, 1, 1), set: Set2021), Attained(VanAn, Day(2024, 1, 1), set: Set2016))
            .ThenRecorded("criterion_attained", "criterion_attained");

    [Fact]
    public void A_finding_on_a_unit_of_any_level() =>
        Spec.Given(Country).When(Attained(VanQuan, Day(2018, 1, 1)), Attained(LangSon, Day(2018, 1, 1))).ThenRecorded("criterion_attained", "criterion_attained");

    [Fact]
    public void A_name_code_or_level_from_before_or_after_the_units_life() =>
        Spec.Given(Country).And(Dissolved(VanAn, Day(2020, 1, 1))).When(
                Renamed(VanAn, Day(1999, 1, 1), "Văn An"),
                Line(new UnitRecoded { Unit = VanAn, EffectiveOn = Day(2021, 1, 1), Code = "06298" }),
                Line(new UnitLevelChanged { Unit = VanAn, EffectiveOn = Day(2021, 1, 1), Level = UnitLevel.Ward }))
            .ThenRecorded("unit_renamed", "unit_recoded", "unit_level_changed");

    [Fact]
    public void The_official_code_and_the_name_of_another_unit() =>
        Spec.Given(Country).When(
                Line(new UnitRecoded { Unit = VanAn, EffectiveOn = Day(2018, 1, 1), Code = "06298" }),
                Line(new UnitRecoded { Unit = VanMong, EffectiveOn = Day(2018, 1, 1), Code = "06298" }),
                Renamed(VanAn, Day(2018, 1, 1), "Yên Phúc"), Renamed(VanMong, Day(2018, 1, 1), "Yên Phúc"))
            .ThenRecorded("unit_recoded", "unit_recoded", "unit_renamed", "unit_renamed");

    [Fact]
    public void A_unit_placed_under_one_of_a_lower_level() =>
        Spec.Given(Established(VanAn)).When(Established(LangSon, level: UnitLevel.Province, under: VanAn)).ThenRecorded("unit_established");

    [Fact]
    public void The_same_finding_said_again_under_another_id() =>
        Spec.Given(Country).And(Attained(VanAn, Day(2018, 1, 1))).When(Attained(VanAn, Day(2018, 1, 1))).ThenRecorded("criterion_attained");
}
