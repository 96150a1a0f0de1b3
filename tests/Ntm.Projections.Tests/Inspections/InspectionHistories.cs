using FsCheck;
using FsCheck.Fluent;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Inspections;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Inspections;

/// <summary>Random lawful histories of one commune's inspections, around the day everything is recorded on.</summary>
internal static class InspectionHistories
{
    /// <summary>The day of every test record (<see cref="Recorded.Start"/>).</summary>
    public static readonly DateOnly RecordedOn = Day(2024, 1, 1);

    private static readonly string?[] Teams = [null, "Đoàn kiểm tra huyện", "Đoàn kiểm tra tỉnh"];

    /// <summary>Lines to record one after the other.</summary>
    public static Gen<SubmittedLine[]> All { get; } = Gen.Choose(0, 1 << 28).ArrayOf(28).Select(Lines);

    private static SubmittedLine[] Lines(int[] throws)
    {
        var (said, lines) = (new List<(Guid Id, DatedEntry Entry)>(), new List<SubmittedLine>(Country));
        foreach (var (thrown, place) in throws.Select((thrown, place) => (thrown, place)))
        {
            var (dice, id) = (new Dice(thrown), Id(100 + place));
            if (dice.Below(8) == 0 && said.Count > 0)
            {
                var struck = said[dice.Below(said.Count)];
                said.Remove(struck);
                lines.Add(Retracted(VanAn, struck.Id).As(id));
                continue;
            }

            var entry = Entry(dice, said);
            said.Add((id, entry));
            lines.Add(Line(entry).As(id));
        }

        return [.. lines];
    }

    private static DatedEntry Entry(Dice dice, List<(Guid Id, DatedEntry Entry)> said)
    {
        var (kind, on) = (dice.Below(9), RecordedOn.AddDays(dice.Below(60) - 40));
        var schedules = said.Where(entry => entry.Entry is InspectionScheduled).Select(entry => entry.Id).ToList();
        var held = said.Where(entry => entry.Entry is InspectionHeld { Findings.Count: > 0 }).ToList();
        return kind switch
        {
            0 or 1 => new InspectionScheduled { Unit = VanAn, EffectiveOn = on, DueBy = on.AddDays(dice.Below(30) - 3), Team = Teams[dice.Below(3)] },
            2 when schedules.Count > 0 => new InspectionPostponed { Unit = VanAn, EffectiveOn = on, Schedule = schedules[dice.Below(schedules.Count)], DueBy = on.AddDays(dice.Below(30)) },
            3 when schedules.Count > 0 => new InspectionCancelled { Unit = VanAn, EffectiveOn = on, Schedule = schedules[dice.Below(schedules.Count)] },
            4 when held.Count > 0 => Remedy(dice, on, held[dice.Below(held.Count)]),
            5 when held.Count > 0 => FollowUp(dice, on, held[dice.Below(held.Count)]),
            6 => Found(dice, on),
            _ => Held(dice, on, schedules),
        };
    }

    private static InspectionHeld Held(Dice dice, DateOnly on, List<Guid> schedules) => new()
    {
        Unit = VanAn, EffectiveOn = on, Team = Teams[1 + dice.Below(2)]!,
        Schedule = dice.Below(3) == 0 && schedules.Count > 0 ? schedules[dice.Below(schedules.Count)] : null,
        Findings = [.. Enumerable.Range(0, dice.Below(3)).Select(_ => new InspectionRemark(Set2016, 1 + dice.Below(3), "chưa đạt", null, dice.Below(4) == 0 ? null : on.AddDays(dice.Below(25))))],
        Inspected = dice.Below(2) == 0 ? null : [new(dice.Below(5) == 0 ? Set2021 : Set2016, 1 + dice.Below(4))],
    };

    private static RemedyDone Remedy(Dice dice, DateOnly on, (Guid Id, DatedEntry Entry) held) =>
        new() { Unit = VanAn, EffectiveOn = on, Inspection = held.Id, Criterion = Criterion(dice, held.Entry) };

    private static FollowUpHeld FollowUp(Dice dice, DateOnly on, (Guid Id, DatedEntry Entry) held) => new()
    {
        Unit = VanAn, EffectiveOn = on, Inspection = held.Id, Team = Teams[1]!,
        Outcomes = [new(Criterion(dice, held.Entry), dice.Below(2) == 0 ? RemedyVerdict.Closed : RemedyVerdict.Reopened, null, dice.Below(2) == 0 ? null : on.AddDays(dice.Below(20)))],
    };

    private static int Criterion(Dice dice, DatedEntry held) => ((InspectionHeld)held).Findings is var findings ? findings[dice.Below(findings.Count)].Criterion : 0;

    private static FindingEntry Found(Dice dice, DateOnly on)
    {
        var (criterion, by) = (1 + dice.Below(4), Assessors.Names.Values[dice.Below(5)]);
        return dice.Below(3) == 0
            ? new CriterionLost { Unit = VanAn, EffectiveOn = on, Set = Set2016, Criterion = criterion, AssessedBy = by }
            : new CriterionAttained { Unit = VanAn, EffectiveOn = on, Set = Set2016, Criterion = criterion, AssessedBy = by };
    }

    /// <summary>One throw, read out piece by piece; where it is used up it goes on from what it was.</summary>
    private sealed class Dice(int thrown)
    {
        private ulong _left = (ulong)thrown + 1;

        // Lehmer's generator: the same throw is the same entry, so that a failing history can be made smaller.
        public int Below(int bound)
        {
            _left = _left * 48_271 % 2_147_483_647;
            return (int)(_left / 7 % (ulong)bound);
        }
    }
}
