using Ntm.Domain.Refusals;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Recording;

/// <summary>The id of a line is its idempotency key. Ids are compared before any rule.</summary>
public sealed class IdTests
{
    private static readonly DateOnly Somewhen = Day(2018, 6, 30);

    private static Spec Found => Spec.Given(Country).And(Attained(VanAn, Somewhen).As(Id(10)));

    private static Spec Amended => Found.And(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen).As(Id(12))).As(Id(11)));

    [Fact]
    public void Repeating_an_entry_changes_nothing() => Found.When(Attained(VanAn, Somewhen).As(Id(10))).ThenRepeated();

    [Fact]
    public void Even_an_entry_that_no_rule_would_let_pass_today()
    {
        Found.When(Established(VanAn, under: VanQuan).As(Id(4))).ThenRepeated();
        Found.And(Retracted(VanAn, Id(10)).As(Id(11))).When(Retracted(VanAn, Id(10)).As(Id(11))).ThenRepeated();
        Found.And(Retracted(VanAn, Id(10)).As(Id(11))).When(Attained(VanAn, Somewhen).As(Id(10))).ThenRepeated();
    }

    [Fact]
    public void An_id_is_not_used_for_something_else()
    {
        Found.When(Attained(VanAn, Somewhen, criterion: 6).As(Id(10))).ThenRefused(RefusalCodes.EntryIdReused, "id");
        Found.When(Lost(VanAn, Somewhen).As(Id(10))).ThenRefused(RefusalCodes.EntryIdReused, "id");
        Found.When(Retracted(VanAn, Id(10)).As(Id(10))).ThenRefused(RefusalCodes.EntryIdReused, "id");
        Found.When(Attained(VanAn, Spec.Today.AddDays(1)).As(Id(10))).ThenRefused(RefusalCodes.EntryIdReused, "id");
    }

    [Fact]
    public void An_entry_may_be_repeated_within_its_batch()
    {
        var twice = Spec.Given(Country).When(Attained(VanAn, Somewhen).As(Id(10)), Attained(VanAn, Somewhen).As(Id(10)));

        twice.ThenRecorded("criterion_attained");
        Assert.Equal(Id(10), Assert.Single(twice.New).Id);
    }

    [Fact]
    public void An_id_is_not_used_twice_within_a_batch() =>
        Spec.Given(Country).When(Attained(VanAn, Somewhen).As(Id(10)), Lost(VanAn, Somewhen).As(Id(10))).ThenRefused((2, RefusalCodes.EntryIdReused, "id"));

    [Fact]
    public void A_line_without_id_is_new_every_time() => Found.When(Attained(VanAn, Somewhen), Attained(VanAn, Somewhen))
        .ThenRecorded("criterion_attained", "criterion_attained");

    [Fact]
    public void A_batch_may_hold_old_and_new() =>
        Found.When(Attained(VanAn, Somewhen).As(Id(10)), Lost(VanAn, Somewhen.AddDays(1)).As(Id(11))).ThenRecorded("criterion_lost");

    [Fact]
    public void A_correction_handed_in_as_one_line_may_be_repeated_as_one_line() =>
        Amended.When(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen).As(Id(12))).As(Id(11))).ThenRepeated();

    [Fact]
    public void Or_as_the_two_lines_of_an_export() =>
        Amended.When(Retracted(VanAn, Id(10), replacedBy: Id(12)).As(Id(11)), Lost(VanAn, Somewhen).As(Id(12))).ThenRepeated();

    [Fact]
    public void One_handed_in_as_two_lines_may_be_repeated_as_one() =>
        Found.When(Retracted(VanAn, Id(10), replacedBy: Id(12)).As(Id(11)), Lost(VanAn, Somewhen).As(Id(12))).ThenItStands()
            .When(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen).As(Id(12))).As(Id(11))).ThenRepeated();

    [Fact]
    public void A_replacement_without_id_matches_the_one_that_was_given()
    {
        Amended.When(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen)).As(Id(11))).ThenRepeated();
        Found.And(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen)).As(Id(11)))
            .When(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen)).As(Id(11))).ThenRepeated();
    }

    [Fact]
    public void Each_half_of_a_correction_may_be_repeated_alone()
    {
        Amended.When(Lost(VanAn, Somewhen).As(Id(12))).ThenRepeated();
        Amended.When(Retracted(VanAn, Id(10), replacedBy: Id(12)).As(Id(11))).ThenRepeated();
    }

    [Fact]
    public void A_correction_does_not_come_back_as_another()
    {
        Amended.When(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen, criterion: 6).As(Id(12))).As(Id(11))).ThenRefused(RefusalCodes.EntryIdReused, "id");
        Amended.When(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen).As(Id(13))).As(Id(11))).ThenRefused(RefusalCodes.EntryIdReused, "id");
        Amended.When(Retracted(VanAn, Id(10)).As(Id(11))).ThenRefused(RefusalCodes.EntryIdReused, "id");
        Found.And(Retracted(VanAn, Id(10)).As(Id(11))).When(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen)).As(Id(11)))
            .ThenRefused(RefusalCodes.EntryIdReused, "id");
    }

    [Fact]
    public void A_replacement_takes_no_id_that_is_taken()
    {
        Found.When(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen).As(Id(4)))).ThenRefused(RefusalCodes.EntryIdReused, "replacement.id");
        Found.When(Corrected(VanAn, Id(10), Lost(VanAn, Somewhen).As(Id(11))).As(Id(11))).ThenRefused(RefusalCodes.EntryIdReused, "replacement.id");
        Found.When(Retracted(VanAn, Id(10), replacedBy: Id(4)).As(Id(11)), Lost(VanAn, Somewhen).As(Id(4)))
            .ThenRefused((2, RefusalCodes.EntryIdReused, "id"));
    }
}
