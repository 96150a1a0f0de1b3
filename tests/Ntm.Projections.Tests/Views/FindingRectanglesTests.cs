using System.Globalization;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Projections.Views;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Views;

/// <summary>Findings of one assessor as the record learnt them, and the rectangles they lead to: "who, from day to day, known from … to …".</summary>
public sealed class FindingRectanglesTests
{
    private static readonly TimelineKey Timeline = new(VanAn, Set2016, 5, Assessor.District);

    [Fact]
    public void A_lone_finding_holds_from_its_day_on_and_is_known_from_its_entry_on() => Assert.Equal(
        ["1: 2018– known 1–"], Of(Found(1, 2018)));

    [Fact]
    public void The_next_finding_ends_the_days_of_the_one_before_from_its_own_entry_on() => Assert.Equal(
        ["1: 2018– known 1–2", "1: 2018–2019 by 2 known 2–", "2: 2019– known 2–"], Of(Found(1, 2018), Found(2, 2019)));

    [Fact]
    public void A_late_finding_takes_its_days_out_of_what_was_known() => Assert.Equal(
        ["1: 2017– known 1–2", "1: 2017–2018 by 3 known 3–", "1: 2017–2020 by 2 known 2–3", "2: 2020– known 2–", "3: 2018–2020 by 2 known 3–"],
        Of(Found(1, 2017), Found(2, 2020), Found(3, 2018)));

    [Fact]
    public void Of_two_findings_of_one_day_the_later_word_counts() => Assert.Equal(
        ["1: 2018– known 1–2", "2: 2018– known 2–"], Of(Found(1, 2018), Found(2, 2018)));

    [Fact]
    public void What_a_retracted_finding_had_hidden_comes_back() => Assert.Equal(
        ["1: 2018– known 1–2", "1: 2018– known 3–", "2: 2018– known 2–3"], Of(Found(1, 2018), Found(2, 2018, retractedAt: 3)));

    [Fact]
    public void A_finding_retracted_while_hidden_changes_nothing() => Assert.Equal(
        ["1: 2018– known 1–2", "2: 2018– known 2–"], Of(Found(1, 2018, retractedAt: 3), Found(2, 2018)));

    [Fact]
    public void A_retraction_gives_its_days_back_to_the_finding_before() => Assert.Equal(
        ["1: 2018– known 1–2", "1: 2018– known 3–", "1: 2018–2019 by 2 known 2–3", "2: 2019– known 2–3"],
        Of(Found(1, 2018), Found(2, 2019, retractedAt: 3)));

    [Fact]
    public void A_correction_closes_and_opens_one_entry_after_the_other() => Assert.Equal(
        ["1: 2018– known 1–2", "3: 2017– known 3–"], Of(Found(1, 2018, retractedAt: 2), Found(3, 2017)));

    [Fact]
    public void The_finding_that_ends_a_period_is_the_one_that_counts_on_that_day() => Assert.Equal(
        ["1: 2018– known 1–2", "1: 2018–2019 by 2 known 2–3", "1: 2018–2019 by 3 known 3–", "2: 2019– known 2–3", "3: 2019– known 3–"],
        Of(Found(1, 2018), Found(2, 2019), Found(3, 2019)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void At_every_point_the_one_rectangle_that_covers_it_is_the_winner_of_the_fold(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var findings = AnyHistory(random);
            var last = findings.Max(finding => finding.RetractedAt ?? finding.Sequence) + 1;
            var rows = FindingRectangles.Of(Timeline, findings);
            System.Collections.Immutable.ImmutableArray<Fact<FindingStatus>> facts = [.. findings.Select(finding => finding.ToFact())];
            for (var knownAt = 0L; knownAt <= last; knownAt++)
            {
                for (var year = 2015; year <= 2022; year++)
                {
                    var covering = rows.Where(row => row.RecordFrom <= knownAt && !(row.RecordTo <= knownAt)
                        && row.Winner.EffectiveOn <= First(year) && !(row.Next?.EffectiveOn <= First(year))).ToList();
                    Assert.Equal(Fold.Winner(facts, First(year), knownAt), covering.SingleOrDefault()?.Winner);
                }
            }

            // What the view holds at a sequence is what it will have held.
            foreach (var upTo in Enumerable.Range(1, (int)last))
            {
                var then = findings.Where(finding => finding.Sequence <= upTo)
                    .Select(finding => finding.RetractedAt > upTo ? finding with { RetractedAt = null } : finding).ToList();
                Assert.Equal(
                    rows.Where(row => row.RecordFrom <= upTo).Select(row => Text(row.RecordTo > upTo ? row with { RecordTo = null } : row)).Order(),
                    FindingRectangles.Of(Timeline, then).Select(Text).Order());
            }
        }
    }

    private static List<FindingRow> AnyHistory(Random random)
    {
        var findings = new List<FindingRow>();
        var standing = new List<int>();
        for (var sequence = 1; sequence <= 12; sequence++)
        {
            if (standing.Count > 0 && random.Next(3) == 0)
            {
                var place = standing[random.Next(standing.Count)];
                standing.Remove(place);
                findings[place] = findings[place] with { RetractedAt = sequence };
            }
            else if (random.Next(5) > 0 || findings.Count == 0)
            {
                standing.Add(findings.Count);
                findings.Add(Found(sequence, 2016 + random.Next(5)));
            }
        }

        return findings;
    }

    private static FindingRow Found(int sequence, int year, long? retractedAt = null) =>
        new(sequence, Recorded.Start, Id(sequence), Timeline, FindingStatus.Attained, First(year), false, retractedAt);

    private static DateOnly First(int year) => new(year, 1, 1);

    private static IEnumerable<string> Of(params FindingRow[] findings) =>
        FindingRectangles.Of(Timeline, findings).Select(Text).Order(StringComparer.Ordinal);

    private static string Text(FindingPeriodRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Winner.Sequence}: {row.Winner.EffectiveOn.Year}–{row.Next?.EffectiveOn.Year}{(row.Next is null ? "" : $" by {row.Next.Sequence}")} known {row.RecordFrom}–{row.RecordTo}");
}
