using Ntm.Domain.Entries;
using Ntm.Projections.Index;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests;

public sealed class RecordIndexTests
{
    private static readonly IReadOnlyList<RecordedEntry> Entries =
        Recorded.Entries([.. Country, Attained(VanAn, Day(2018, 6, 30)).As(Id(10)), Retracted(VanAn, Id(10))]);

    [Fact]
    public void An_empty_index_stands_before_the_first_entry()
    {
        var index = new RecordIndex();

        Assert.Equal(0, index.Position);
        Assert.Null(index.RecordedAt(0));
        Assert.Equal(0, index.Versions.Of("unit-van-quan"));
    }

    [Fact]
    public void It_stands_at_the_last_entry_it_took_in()
    {
        var index = Recorded.IndexOf(Entries);

        Assert.Equal(7, index.Position);
        Assert.Equal(7, index.Register.Sequence);
        Assert.Equal(Recorded.Start.AddMinutes(7), index.RecordedAt(7));
        Assert.Equal(3, index.Versions.Of("unit-van-quan.van-an"));
    }

    [Fact]
    public void What_it_has_already_is_passed_over()
    {
        var index = Recorded.IndexOf(Entries);
        var register = index.Register;
        index.Apply(Entries);
        index.Apply(Entries.Skip(3));

        Assert.Same(register, index.Register);
        Assert.Single(index.Findings.Of(VanAn, Set2016, 5));
    }

    [Fact]
    public void Two_feeders_may_overlap()
    {
        var index = Recorded.IndexOf(Entries.Take(4));
        index.Apply(Entries.Skip(2));

        Assert.Equal(7, index.Position);
        Assert.Equal(Recorded.IndexOf(Entries).Register.Units[VanAn].RestingEntries, index.Register.Units[VanAn].RestingEntries);
    }

    [Fact]
    public void Nothing_is_taken_in_after_a_gap()
    {
        var index = Recorded.IndexOf(Entries.Take(3));

        Assert.Throws<InvalidOperationException>(() => index.Apply(Entries.Skip(4)));
        Assert.Equal(3, index.Position);
        index.Apply(Entries.Skip(3));
        Assert.Equal(7, index.Position);
    }

    [Fact]
    public void What_stood_before_a_gap_is_kept()
    {
        var index = new RecordIndex();

        Assert.Throws<InvalidOperationException>(() => index.Apply([Entries[0], Entries[1], Entries[3]]));
        Assert.Equal(2, index.Position);
    }

    [Fact]
    public void A_tombstone_counts_and_says_nothing()
    {
        var index = Recorded.IndexOf(Country);
        index.Apply(
            [new RecordedEntry(6, Recorded.Start.AddMinutes(6), Id(99), new Tombstone { Unit = default }, "mt_tombstone", 1, null)]);

        Assert.Equal(6, index.Position);
        Assert.Equal(5, index.Register.Units.Count);
    }

    [Fact]
    public void Stamps_are_kept_for_as_many_entries_as_come()
    {
        var index = new RecordIndex();
        var said = Entries[0].Entry;
        index.Apply(Enumerable.Range(1, 3000).Select(sequence => new RecordedEntry(
            sequence, Recorded.Start.AddTicks(sequence * 10), Id(sequence), sequence == 1 ? said : new Tombstone { Unit = default }, "s",
            sequence, null)));

        Assert.All(new[] { 1, 1024, 1025, 2048, 2049, 3000 }, sequence => Assert.Equal(
            Recorded.Start.AddTicks(sequence * 10), index.RecordedAt(sequence)));
    }

    [Fact]
    public void The_latest_finding_of_a_unit_is_by_its_day_and_as_known_then()
    {
        var index = Recorded.IndexOf([
            .. Country, Attained(VanAn, Day(2018, 6, 30)), Attained(VanAn, Day(2023, 1, 1), set: Set2021).As(Id(10)),
            Attained(VanAn, Day(2017, 1, 1)),
            Retracted(VanAn, Id(10)),
        ]);

        Assert.Null(index.Findings.LatestOf(VanMong, 9));
        Assert.Null(index.Findings.LatestOf(VanAn, 5));
        Assert.Equal((Day(2018, 6, 30), Set2016), index.Findings.LatestOf(VanAn, 6));
        Assert.Equal((Day(2023, 1, 1), Set2021), index.Findings.LatestOf(VanAn, 8));
        Assert.Equal((Day(2018, 6, 30), Set2016), index.Findings.LatestOf(VanAn, 9));
    }
}
