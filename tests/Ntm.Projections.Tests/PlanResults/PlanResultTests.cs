using System.Globalization;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;
using Ntm.Projections.PlanResults;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.PlanResults;

public sealed class PlanResultTests
{
    private static readonly DateOnly Issued = Day(2018, 1, 30);
    private static readonly DateOnly Due = Day(2018, 11, 30);

    [Theory]
    [InlineData("2018-05-01", "open")]
    [InlineData("2018-11-01", "at_risk")]
    [InlineData("2018-11-30", "at_risk")]
    [InlineData("2018-12-01", "missed")]
    public void A_target_nothing_was_found_for_is_open_at_risk_and_missed_as_time_goes_by(string on, string state) =>
        Assert.Equal(state, StateOn(on, TargetKind.Attain));

    [Theory]
    [InlineData("2018-05-31", "open")]
    [InlineData("2018-06-30", "met")]
    [InlineData("2018-12-31", "met")]
    public void A_target_attained_before_its_deadline_is_met_from_that_day_on(string on, string state) =>
        Assert.Equal(state, StateOn(on, TargetKind.Attain, Attained(VanAn, Day(2018, 6, 30))));

    [Theory]
    [InlineData("2018-12-15", "missed")]
    [InlineData("2018-12-31", "late")]
    public void A_target_attained_after_its_deadline_is_late(string on, string state) =>
        Assert.Equal(state, StateOn(on, TargetKind.Attain, Attained(VanAn, Day(2018, 12, 20))));

    [Fact]
    public void What_was_attained_and_lost_again_is_undone_and_tells_both_days()
    {
        var target = Ask(Day(2018, 12, 31), TargetKind.Attain, Attained(VanAn, Day(2018, 6, 30)).As(Id(20)), Lost(VanAn, Day(2018, 9, 1)).As(Id(21)));

        Assert.Equal(("undone", Day(2018, 9, 1), Id(21), Day(2018, 6, 30), Id(20)), (target.State, target.Since, target.By, target.ReachedOn, target.ReachedBy));
    }

    [Fact]
    public void What_was_attained_and_lost_before_the_plan_is_promised_anew() =>
        Assert.Equal("open", StateOn("2018-05-01", TargetKind.Attain, Attained(VanAn, Day(2017, 1, 1)), Lost(VanAn, Day(2017, 6, 1))));

    [Theory]
    [InlineData("2018-05-01", "maintained")]
    [InlineData("2018-09-01", "broken")]
    public void What_is_to_be_kept_is_broken_from_the_day_it_is_lost(string on, string state) =>
        Assert.Equal(state, StateOn(on, TargetKind.Maintain, Attained(VanAn, Day(2017, 1, 1)), Lost(VanAn, Day(2018, 9, 1))));

    [Fact]
    public void What_is_lost_after_the_deadline_was_kept() =>
        Assert.Equal("maintained", StateOn("2018-12-31", TargetKind.Maintain, Attained(VanAn, Day(2017, 1, 1)), Lost(VanAn, Day(2018, 12, 1))));

    [Fact]
    public void What_nobody_ever_found_is_neither_kept_nor_broken() => Assert.Equal("unassessed", StateOn("2018-12-31", TargetKind.Maintain));

    [Fact]
    public void A_withdrawn_target_is_told_as_withdrawn_by_its_withdrawal()
    {
        var target = Ask(Day(2018, 12, 31), TargetKind.Attain, Line(new TargetWithdrawn { Unit = VanAn, EffectiveOn = Day(2018, 7, 1), Target = Id(10) }).As(Id(22)));

        Assert.Equal(("withdrawn", Id(22)), (target.State, target.By));
    }

    [Fact]
    public void A_targets_outcome_is_the_one_told_day_by_day_on_any_day_as_known_at_any_sequence()
    {
        const int Seed = 20180130;
        var dice = new Random(Seed);
        for (var history = 0; history < 12; history++)
        {
            var entries = Entries([.. Country, PlanIssued(VanQuan, Issued).As(Id(6)), .. RandomLines(dice)]);
            var index = IndexOf(entries);
            for (var question = 0; question < 20; question++)
            {
                var (on, knownAt) = (Issued.AddDays(dice.Next(-10, 400)), dice.Next(6, entries.Count + 1));

                var told = PlanResultReading.Targets(index, Plan2018, on, knownAt, AssessorSet.Official);

                Assert.True(
                    new PlainTargets(entries, on, knownAt).Of(Plan2018).SequenceEqual(told.Select(target => $"{target.Target} {target.State}").Order(StringComparer.Ordinal)),
                    string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, history {history}, on {on:yyyy-MM-dd}, known at {knownAt}"));
            }
        }
    }

    private static IEnumerable<SubmittedLine> RandomLines(Random dice)
    {
        var (targets, findings, retracted) = (new List<Guid>(), new List<(UnitId Unit, Guid Id)>(), new HashSet<Guid>());
        for (var number = 100; number < 220; number++)
        {
            var id = Id(number);
            var unit = dice.Next(2) == 0 ? VanAn : VanMong;
            var criterion = 1 + dice.Next(3);
            switch (dice.Next(12))
            {
                case 0 or 1:
                    targets.Add(id);
                    yield return Line(Target(unit, criterion, dice.Next(2) == 0 ? TargetKind.Attain : TargetKind.Maintain, Issued.AddDays(dice.Next(0, 40)), Issued.AddDays(dice.Next(0, 330)))).As(id);
                    break;
                case 2 when targets.Count > 0:
                    yield return Line(new TargetWithdrawn { Unit = unit, EffectiveOn = Issued.AddDays(dice.Next(300)), Target = targets[dice.Next(targets.Count)] }).As(id);
                    break;
                case 3 when findings.Count > 0 && findings[dice.Next(findings.Count)] is var struck && retracted.Add(struck.Id):
                    yield return Retracted(struck.Unit, struck.Id).As(id);
                    break;
                default:
                    findings.Add((unit, id));
                    yield return RandomFinding(dice, unit, Issued.AddDays(dice.Next(-60, 380)), criterion).As(id);
                    break;
            }
        }
    }

    private static SubmittedLine RandomFinding(Random dice, UnitId unit, DateOnly on, int criterion)
    {
        var by = Assessors.Names.Values[dice.Next(Assessors.Names.Values.Count)];
        return dice.Next(6) switch
        {
            0 => Found<CriterionLost>(unit, on, criterion, by),
            1 => Found<CriterionNotAttained>(unit, on, criterion, by),
            2 => Found<CriterionBasicallyMet>(unit, on, criterion, by),
            3 => Found<CriterionNotApplicable>(unit, on, criterion, by),
            _ => Found<CriterionAttained>(unit, on, criterion, by),
        };
    }

    private static string StateOn(string on, TargetKind kind, params SubmittedLine[] found) => Ask(DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture), kind, found).State;

    private static TargetResult Ask(DateOnly on, TargetKind kind, params SubmittedLine[] found)
    {
        var index = IndexOf([.. Country, PlanIssued(VanQuan, Issued).As(Id(6)), Line(Target(VanAn, 5, kind, Issued, Due)).As(Id(10)), .. found]);
        return Assert.Single(PlanResultReading.Targets(index, Plan2018, on, index.Position, AssessorSet.Official));
    }

    private static TargetAssigned Target(UnitId unit, int criterion, TargetKind kind, DateOnly on, DateOnly due) =>
        new() { Unit = unit, EffectiveOn = on, Plan = Plan2018, Set = Set2016, Criterion = criterion, Kind = kind, Due = due };
}
