using FsCheck;
using FsCheck.Fluent;
using Ntm.Domain.Entries;
using Ntm.Domain.Recording;
using Ntm.Domain.Units;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Folding;

/// <summary>What holds of units through every history a rule-abiding record can have.</summary>
public sealed class RegisterProperties
{
    private static readonly UnitId[] Named = [LangSon, VanQuan, CaoLoc, VanAn, VanMong];

    private sealed record Attempt(int Kind, int Unit, int Other, int Day, int Back)
    {
        public SubmittedLine Line(List<SubmittedLine> before) => Kind switch
        {
            0 => Renamed(Named[Unit], DayAt(Day), $"tên {before.Count}"),
            1 => Reparented(Named[Unit], DayAt(Day), under: Named[Other]),
            2 => Dissolved(Named[Unit], DayAt(Day), Named[Other]),
            3 => Merged(Named[Unit], DayAt(Day), Named[Other]),
            4 => Established(Named[Unit], DayAt(Day), under: Named[Other]),
            _ when before.Count >= Back => Retracted(before[^Back].Entry.Unit, before[^Back].Id!.Value),
            _ => Established(Named[Unit], DayAt(Day)),
        };
    }

    private static readonly Gen<Attempt> Attempts =
        from kind in Gen.Frequency([.. new[] { 2, 3, 1, 1, 3, 4 }.Select((often, kind) => (often, Gen.Constant(kind)))])
        from unit in Gen.Choose(0, Named.Length - 1)
        from other in Gen.Choose(0, Named.Length - 1)
        from day in Gen.Choose(0, 40)
        from back in Gen.Choose(1, 8)
        select new Attempt(kind, unit, other, day, back);

    [Fact]
    public void What_comes_in_later_never_changes_what_is_known_of_the_units_before() => Holds((registers, _) =>
    {
        var now = registers[^1];
        return registers.All(then => Named.All(unit => DaysToAsk.All(on => Known(now, unit, on, then.Sequence) == Known(then, unit, on, then.Sequence))));
    });

    [Fact]
    public void On_no_day_does_a_unit_stand_above_itself() => Holds((registers, _) =>
        registers.All(register => Named.All(unit => DaysToAsk.All(on => !StandsAboveItself(register, unit, on)))));

    [Fact]
    public void Whoever_has_an_end_or_a_name_standing_is_known() => Holds((registers, _) =>
        registers.All(register => register.Units.Values.All(unit =>
            register.Knows(unit.Unit) || (unit.EndAt(register.Sequence) is null && unit.NameOn(DateOnly.MaxValue, register.Sequence) is null))));

    [Fact]
    public void Nobody_ends_twice_or_is_established_twice() => Holds((registers, _) =>
        registers[^1].Units.Values.All(unit =>
            unit.Ends.Count(end => end.StandsAt(registers[^1].Sequence)) <= 1 && unit.Establishments.Count(said => said.StandsAt(registers[^1].Sequence)) <= 1));

    [Fact]
    public void Handing_the_same_history_in_again_changes_nothing() => Holds((registers, lines) =>
    {
        var entries = lines.ToDictionary(line => line.Id!.Value, line => line.Entry);
        var again = new BatchJudge(registers[^1], Criteria, Recording.Spec.Today, entries.GetValueOrDefault, () => Guid.Empty).Judge(lines);
        return again.Refusals.Count == 0 && again.New.Count == 0 && again.Outcomes.All(outcome => outcome.Repeated);
    });

    private static readonly Domain.Criteria.CriteriaCatalog Criteria = Domain.Criteria.CriteriaCatalog.Shipped();

    private static IEnumerable<DateOnly> DaysToAsk => Enumerable.Range(-1, 43).Select(DayAt);

    private static DateOnly DayAt(int day) => First.AddDays(day * 10);

    // Everything is tried; what a rule refuses is left out.
    private static void Holds(Func<IReadOnlyList<Register>, IReadOnlyList<SubmittedLine>, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true),
        Prop.ForAll(Gen.Resize(Attempts.ArrayOf(), 80).ToArbitrary(), attempts =>
        {
            var entries = new Dictionary<Guid, Entry>();
            var (registers, lines) = (new List<Register> { Register.Empty }, new List<SubmittedLine>());
            foreach (var attempt in attempts)
            {
                var line = attempt.Line(lines).As(Id(lines.Count + 1));
                var judged = new BatchJudge(registers[^1], Criteria, Recording.Spec.Today, entries.GetValueOrDefault, () => Guid.Empty).Judge([line]);
                if (judged.Refusals.Count > 0)
                    continue;
                entries[line.Id!.Value] = line.Entry;
                lines.Add(line);
                registers.Add(judged.After);
            }

            return property(registers, lines);
        }));

    private static (bool, bool, string?, UnitId?, DateOnly?) Known(Register register, UnitId unit, DateOnly on, long knownAt) =>
        register.Find(unit) is not { } history
            ? default
            : (history.IsKnownAt(knownAt), history.LivesOn(on, knownAt), history.NameOn(on, knownAt), history.ParentOn(on, knownAt), history.EndAt(knownAt)?.EffectiveOn);

    private static bool StandsAboveItself(Register register, UnitId unit, DateOnly on)
    {
        var above = register.Find(unit)?.ParentOn(on, register.Sequence);
        for (var steps = 0; above is { } parent && steps <= Named.Length; steps++)
        {
            if (parent == unit)
                return true;
            above = register.Find(parent)?.ParentOn(on, register.Sequence);
        }

        return false;
    }
}
