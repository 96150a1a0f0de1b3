using Ntm.Domain.Entries;
using Ntm.Domain.Inspections;
using Ntm.Domain.Retraction;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;
using Ntm.Projections.EntryHistory;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests;

public sealed class HistoryReadingTests
{
    private static readonly HistoryFilter All = new(null, null);
    private static readonly DateOnly Spring = Day(2018, 3, 1);

    [Fact]
    public void Its_entries_are_told_in_record_order_with_their_lag_and_what_took_them_back()
    {
        var entries = Entries([.. Country, Attained(VanAn, Day(2024, 1, 3)).As(Id(10)), Retracted(VanAn, Id(10)).As(Id(11)), Attained(VanMong, Spring)]);

        Assert.Equal([(4L, 5113, null), (6L, -2, null)], Ask(entries, VanAn, 6).Entries.Select(Known));
        Assert.Equal([(4L, (int?)5113, null), (6L, -2, (Guid?)Id(11)), (7L, null, null)], Ask(entries, VanAn, 8).Entries.Select(Known));
    }

    // Stamped 17:00 in London is the next day in Hanoi.
    [Fact]
    public void The_day_of_record_is_the_Vietnamese_one()
    {
        var entries = Entries([.. Country, Attained(VanAn, Day(2024, 1, 1))]);
        var late = entries.Select(entry => entry.Sequence == 6 ? entry with { RecordedAt = new(2024, 1, 1, 17, 0, 0, TimeSpan.Zero) } : entry);

        Assert.Equal(1, Ask([.. late], VanAn, 6).Entries[^1].LagDays);
    }

    [Fact]
    public void A_unit_merged_away_is_told_when_into_what_and_by_which_entry_of_another_stream()
    {
        var entries = Entries([.. Country, Merged(VanMong, Day(2020, 1, 1), VanAn).As(Id(10)), Retracted(VanMong, Id(10)).As(Id(11))]);
        var merged = Ask(entries, VanAn, 6);
        var undone = Ask(entries, VanAn, 7);

        Assert.Equal((Day(2020, 1, 1), (Guid?)Id(10)), (merged.EndedOn, merged.EndedBy));
        Assert.Equal(["van-quan.van-mong"], merged.Successors!);
        Assert.Equal([(6L, (int?)1461, null)], merged.Elsewhere.Select(Known));
        Assert.Equal([4L], merged.Entries.Select(entry => entry.Recorded.Sequence));
        Assert.Null(undone.EndedOn);
        Assert.Null(undone.Successors);
        Assert.Equal([(6L, (int?)1461, (Guid?)Id(11)), (7L, null, null)], undone.Elsewhere.Select(Known));
        Assert.Empty(Ask(entries, VanMong, 7).Elsewhere);
    }

    [Fact]
    public void What_replaced_an_entry_in_the_stream_of_another_unit_is_found_there()
    {
        var entries = Entries([.. Country, Attained(VanAn, Spring).As(Id(10)), Corrected(VanAn, Id(10), Attained(VanMong, Spring).As(Id(12))).As(Id(11))]);

        Assert.Equal([4L, 6L, 7L], Ask(entries, VanAn, 8).Entries.Select(entry => entry.Recorded.Sequence));
        Assert.Equal([8L], Ask(entries, VanAn, 8).Elsewhere.Select(entry => entry.Recorded.Sequence));
        Assert.Equal([8L], Ask(entries, VanAn, 8, new(Set2016, 5)).Elsewhere.Select(entry => entry.Recorded.Sequence));
        Assert.Empty(Ask(entries, VanAn, 8, new(null, 6)).Elsewhere);
        Assert.Empty(Ask(entries, VanAn, 7).Elsewhere);
    }

    [Fact]
    public void The_history_of_a_criterion_holds_all_that_speaks_of_it_and_nothing_else()
    {
        var inspection = Line(new InspectionHeld
        {
            Unit = VanAn, EffectiveOn = Spring, Team = "Đoàn kiểm tra", Findings = [new(Set2016, 5, "chưa đạt", null, null), new(Set2016, 6, "đạt", null, null)],
        });
        var entries = Entries([
            .. Country, PlanIssued(VanQuan, Spring), Attained(VanAn, Spring).As(Id(10)), Attained(VanAn, Spring, criterion: 6).As(Id(11)),
            Measured(VanAn, Spring, "5.1"), Measured(VanAn, Spring, "15.1"), Target(VanAn, Spring, Spring, criterion: 5).As(Id(12)),
            Line(new TargetWithdrawn { Unit = VanAn, EffectiveOn = Spring, Target = Id(12) }), inspection.As(Id(13)),
            Line(new RemedyDone { Unit = VanAn, EffectiveOn = Spring, Inspection = Id(13), Criterion = 5 }),
            Line(new RemedyDone { Unit = VanAn, EffectiveOn = Spring, Inspection = Id(13), Criterion = 6 }),
            Retracted(VanAn, Id(10)), Retracted(VanAn, Id(11)), Attained(VanAn, Day(2023, 1, 1), set: Set2021), Renamed(VanAn, Spring, "Văn An"),
        ]);

        Assert.Equal([7L, 9, 11, 12, 13, 14, 16], Sequences(new(Set2016, 5)));
        Assert.Equal([7L, 9, 11, 12, 13, 14, 16, 18], Sequences(new(null, 5)));
        Assert.Equal([18L], Sequences(new(Set2021, null)));
        Assert.Equal(14, Sequences(new(null, null)).Count());

        IEnumerable<long> Sequences(HistoryFilter filter) => Ask(entries, VanAn, 19, filter).Entries.Select(entry => entry.Recorded.Sequence);
    }

    [Fact]
    public void A_plan_made_for_a_unit_belongs_to_its_history()
    {
        var entries = Entries([.. Country, PlanIssued(VanQuan, Spring)]);

        Assert.Equal([2L, 6L], Ask(entries, VanQuan, 6).Entries.Select(entry => entry.Recorded.Sequence));
        Assert.Equal(["unit-van-quan", "plan-van-quan.15-kh-ubnd-2018"], IndexOf(entries).Register.StreamsOf(VanQuan));
    }

    // A withdrawal may name anything, itself included: the rules do not look.
    [Fact]
    public void A_withdrawal_that_names_itself_speaks_of_nothing() => Assert.Empty(Ask(
        Entries([.. Country, Line(new TargetWithdrawn { Unit = VanAn, EffectiveOn = Spring, Target = Id(10) }).As(Id(10))]), VanAn, 6, new(null, 5)).Entries);

    [Fact]
    public void A_unit_not_known_then_has_no_history() =>
        Assert.Null(HistoryReading.Answer(IndexOf(Country), VanMong, 4, [], [], All));

    private static (long, int?, Guid?) Known(HistoryEntry entry) => (entry.Recorded.Sequence, entry.LagDays, entry.RetractedBy);

    // As the host reads them: the unit's own entries, and of the other streams what bears on it.
    private static HistoryAnswer Ask(IReadOnlyList<RecordedEntry> entries, UnitId unit, long knownAt, HistoryFilter? filter = null)
    {
        var index = IndexOf(entries);
        var known = entries.Where(entry => entry.Sequence <= knownAt).ToList();
        var own = known.Where(entry => entry.Entry.Unit == unit).ToList();
        var named = HistoryReading.Elsewhere(index, unit, knownAt, own, filter ?? All);
        var elsewhere = known.Where(entry => named.Contains(entry.Id) || (entry.Entry is EntryRetracted retraction && named.Contains(retraction.Entry)));
        return HistoryReading.Answer(index, unit, knownAt, own, [.. elsewhere], filter ?? All)!;
    }
}
