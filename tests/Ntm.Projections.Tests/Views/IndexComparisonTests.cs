using Ntm.Domain.Findings;
using Ntm.Projections.Index;
using Ntm.Projections.Views;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Views;

/// <summary>What a check finds in an index whose memory was damaged.</summary>
public sealed class IndexComparisonTests
{
    private static readonly PackedFinding Attained = new(Day(2018, 6, 30), 6, FindingStatus.Attained, Assessor.Province, isSynthetic: false);
    private static readonly PackedFinding Lost = new(Day(2019, 6, 30), 7, FindingStatus.Lost, Assessor.Province, isSynthetic: false);

    [Fact]
    public void An_index_as_it_was_folded_has_no_difference() => Assert.Null(Differences([Attained, Lost]));

    [Fact]
    public void A_status_that_was_changed_is_named_with_its_unit_set_criterion_and_entry()
    {
        var difference = Differences([new(Day(2018, 6, 30), 6, FindingStatus.Lost, Assessor.Province, isSynthetic: false), Lost])!;

        Assert.Equal($"unit van-quan.van-an, set ntm-2016-2020, criterion 5, entry {Id(10)}", difference.Row);
        Assert.Contains("status=lost", difference.Found, StringComparison.Ordinal);
        Assert.Contains("status=attained", difference.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_was_changed_is_named() =>
        Assert.Contains("effective_on=2018-07-01", Differences([new(Day(2018, 7, 1), 6, FindingStatus.Attained, Assessor.Province, isSynthetic: false), Lost])!.Found, StringComparison.Ordinal);

    [Fact]
    public void A_finding_that_is_gone_is_named_with_nothing_found()
    {
        var difference = Differences([Lost])!;

        Assert.Null(difference.Found);
        Assert.EndsWith($"entry {Id(10)}", difference.Row, StringComparison.Ordinal);
    }

    // Both findings are there, and a question on a day between them would find the wrong one.
    [Fact]
    public void A_segment_out_of_order_is_named() => Assert.Equal("unit van-quan.van-an, segment", Differences([Lost, Attained])!.Row);

    [Fact]
    public void A_quoted_entry_that_is_gone_or_was_struck_is_named()
    {
        var entries = Recorded.Entries([.. Country, Recognised(VanAn, Day(2018, 10, 31)).As(Id(20)), Renamed(VanAn, Day(2019, 1, 1), "Văn An")]);
        var (whole, without) = (Recorded.IndexOf(entries), new RecordIndex());
        without.Apply(entries.Take(5));
        without.Apply(entries.Skip(5).Select(entry => entry.Id == Id(20) ? entry with { Entry = entries[6].Entry } : entry));

        Assert.Null(IndexComparison.FirstDifference(whole, Recorded.IndexOf(entries), Recorded.Catalog.Sets, 7));
        whole.Quoted.Apply(entries[5] with { Sequence = 7, Entry = Retracted(VanAn, Id(20)).Entry });
        Assert.Contains("retracted_at=7", IndexComparison.FirstDifference(whole, Recorded.IndexOf(entries), Recorded.Catalog.Sets, 7)!.Found, StringComparison.Ordinal);
        Assert.Equal($"unit van-quan.van-an, entry {Id(20)}", IndexComparison.FirstDifference(whole, Recorded.IndexOf(entries), Recorded.Catalog.Sets, 7)!.Row);
        Assert.NotNull(IndexComparison.FirstDifference(without, Recorded.IndexOf(entries), Recorded.Catalog.Sets, 7));
    }

    private static ViewDifference? Differences(PackedFinding[] segment)
    {
        var damaged = Index();
        damaged.Findings.Put(VanAn, new FindingSegment(segment, [0, segment.Length], []));
        return IndexComparison.FirstDifference(damaged, Index(), Recorded.Catalog.Sets, 7);
    }

    private static RecordIndex Index() => Recorded.IndexOf(
        [.. Country, Recorded.Found<CriterionAttained>(VanAn, Day(2018, 6, 30), 5).As(Id(10)), Recorded.Found<CriterionLost>(VanAn, Day(2019, 6, 30), 5).As(Id(11))]);
}
