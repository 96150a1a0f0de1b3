using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Ntm.Domain.Entries;
using Ntm.Projections.Index;
using Ntm.Projections.Inspections;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Inspections;

/// <summary>Of any history, on any day and at any sequence, the projection tells what a plain walk through the entries tells.</summary>
public sealed class InspectionProperties
{
    private static readonly int Histories = Environment.GetEnvironmentVariable("NTM_TEST_FULL") == "1" ? 5_000 : 200;

    [Fact]
    public void Inspections_remedies_and_what_was_inspected_before_a_finding_are_as_a_plain_walk_tells() => Holds((record, on, knownAt) =>
    {
        var (plain, answer) = (new PlainInspections(record, on, knownAt), InspectionsReading.Answer(IndexOf(record), VanAn, on, knownAt, Catalog)!);
        Assert.Equal(
            plain.Inspections().Order(StringComparer.Ordinal),
            answer.Inspections.Select(row => $"{row.State} {row.Schedule} {Text(row.DueBy)} {row.Held} {row.OverdueDays}").Order(StringComparer.Ordinal));
        Assert.Equal(plain.Remedies(), answer.Remedies.Select(row => $"{row.State} {row.Inspection} {row.Criterion} {Text(row.DueBy)} {row.Report} {row.OverdueDays}"));
        Assert.Equal(plain.Findings(InspectionHistories.RecordedOn), answer.Findings.Select(row => $"{row.Entry} {row.Inspection?.Entry}"));
    });

    [Fact]
    public void A_list_tells_the_same_and_its_totals_count_it() => Holds((record, on, knownAt) =>
    {
        var index = IndexOf(record);
        var (plain, answer) = (new PlainInspections(record, on, knownAt), InspectionsReading.AnswerUnder(index, VanQuan, null, on, knownAt, Catalog)!);
        var of = InspectionsReading.Answer(index, VanAn, on, knownAt, Catalog)!;
        Assert.Equal(plain.Uninspected(InspectionHistories.RecordedOn).Count(), answer.Totals.Uninspected);
        Assert.Equal(
            (of.Inspections.Count(row => row.State == "overdue"), of.Remedies.Count(row => row.State == "done")), (answer.Totals.Overdue, answer.Totals.RemediesDone));
        foreach (var state in InspectionsReading.States)
        {
            var only = InspectionsReading.AnswerUnder(index, VanQuan, state, on, knownAt, Catalog)!;
            Assert.Equal(answer.Totals, only.Totals);
            Assert.All(only.Units.SelectMany(unit => unit.Inspections), row => Assert.StartsWith(state, row.State, StringComparison.Ordinal));
        }
    });

    [Fact]
    public void Whatever_is_recorded_later_an_answer_once_given_stays() => Holds((record, on, knownAt) =>
    {
        var (then, now) = (IndexOf(record.Take((int)knownAt)), IndexOf(record));
        Assert.Equal(Words(then, on, knownAt), Words(now, on, knownAt));
    });

    private static string Words(RecordIndex index, DateOnly on, long knownAt) =>
        System.Text.Json.JsonSerializer.Serialize(InspectionsReading.Answer(index, VanAn, on, knownAt, Catalog));

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static void Holds(Action<IReadOnlyList<RecordedEntry>, DateOnly, long> property)
    {
        var histories = from lines in InspectionHistories.All from days in Gen.Choose(-45, 60) from known in Gen.Choose(5, 33) select (lines, days, known);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Histories).WithQuietOnSuccess(true), Prop.ForAll(histories.ToArbitrary(), history =>
            property(Entries(history.lines), InspectionHistories.RecordedOn.AddDays(history.days), history.known)));
    }
}
