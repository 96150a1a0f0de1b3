using System.Globalization;
using System.Text.Json;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Plans;
using Ntm.Domain.Recognition;
using Ntm.Domain.Units;
using Ntm.Projections.PlanResults;
using Ntm.Projections.Plans;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.PlanResults;

public sealed class PlanNumbersTests
{
    private const string Statements = """
        {"kind":"average","id":"average","text":"t","place":"I","increase":1.5,"reaches":9.5},
        {"kind":"count","id":"c5","text":"t","place":"II","criterion":5,"number":2,"counts":"additional"},
        {"kind":"count","id":"c6","text":"t","place":"II","criterion":6,"number":3,"counts":"cumulative"},
        {"kind":"count","id":"c7","text":"t","place":"II","criterion":7,"number":1,"counts":"maintained","communes":["van-quan.van-an"]},
        {"kind":"count","id":"c8","text":"t","place":"II","criterion":8,"number":1,"counts":"undetermined"},
        {"kind":"cohort","id":"pilots","text":"t","place":"I","cohort":"pilot","name":"xã điểm","members":["van-quan.van-an","van-quan.yen-phuc"]},
        {"kind":"minimum_increase","id":"pilot-increase","text":"t","place":"I","cohort":"pilot","atLeast":3},
        {"kind":"cohort","id":"others","text":"t","place":"I","cohort":"others","name":"các xã khác"},
        {"kind":"minimum_increase","id":"other-increase","text":"t","place":"I","cohort":"others","atLeast":1},
        {"kind":"floor","id":"floor","text":"t","place":"I","atLeast":2},
        {"kind":"recognition","id":"titles","text":"t","place":"I","number":1,"counts":"additional"},
        {"kind":"table","id":"bands","text":"t","place":"III","parts":[{"unit":"van-quan","text":"Huyện"}],
         "rows":[{"id":"band","text":"t","measures":"communes","band":{"of":"criteria","from":2,"to":4},"values":[3]}]}
        """;

    private static readonly UnitId YenPhuc = UnitId.Parse("van-quan.yen-phuc");

    /// <summary>Ordinal.</summary>
    internal static IReadOnlyList<UnitId> Communes { get; } = [VanAn, VanMong, YenPhuc];

    [Fact]
    public void The_numbers_of_a_plan_are_those_counted_one_by_one_on_any_day_as_known_at_any_sequence()
    {
        const int Seed = 20181231;
        var dice = new Random(Seed);
        var reasons = new HashSet<string>();
        for (var history = 0; history < 10; history++)
        {
            var entries = Entries([.. Country, Established(YenPhuc, under: VanQuan).As(Id(6)), Issued().As(Id(7)), .. RandomLines(dice, history % 2 == 0)]);
            var index = IndexOf(entries);
            for (var question = 0; question < 15; question++)
            {
                var (on, knownAt) = (Day(2018, 1, 30).AddDays(dice.Next(0, 400)), dice.Next(7, entries.Count + 1));

                var plan = PlanReading.Find(index.Register, Plan2018, knownAt)!;
                var told = PlanResultReading.Answer(index, plan, on, knownAt, Criteria2016, AssessorSet.Official).Numbers.Select(OutcomeOf).ToList();

                reasons.UnionWith(told.Select(outcome => outcome.Split(' ')[1]));
                Assert.True(
                    new PlainNumbers(entries, on, knownAt).All().SequenceEqual(told),
                    string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, history {history}, on {on:yyyy-MM-dd}, known at {knownAt}: {string.Join("; ", told)} against {string.Join("; ", new PlainNumbers(entries, on, knownAt).All())}"));
            }
        }

        Assert.Equal(["met", "missed", "open", "undecidable"], reasons.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(99)]
    public void A_plan_of_all_time_that_counts_a_criterion_there_is_not_is_answered(int criterion)
    {
        using var content = JsonDocument.Parse($$"""
            {"format":"ntm-plan-1","set":"ntm-2016-2020","statements":[{"kind":"count","id":"c","text":"t","place":"II","criterion":{{criterion}},"number":2,"counts":"cumulative"},
             {"kind":"count","id":"d","text":"t","place":"II","criterion":{{criterion}},"number":2,"counts":"additional"}]}
            """);
        var issued = Line(new PlanIssued
        {
            Unit = VanQuan, EffectiveOn = Day(2018, 1, 30), Plan = Plan2018, Title = "Kế hoạch", Scope = VanQuan, From = DateOnly.MinValue, To = DateOnly.MaxValue,
            Content = content.RootElement.Clone(),
        });
        var index = IndexOf([.. Country, issued]);

        var numbers = PlanResultReading.Answer(index, PlanReading.Find(index.Register, Plan2018, index.Position)!, Day(2018, 6, 1), index.Position, Criteria2016, AssessorSet.Official).Numbers;

        Assert.Equal(["communes open 0", "communes_additional open 0"], numbers.Select(OutcomeOf));
    }

    private static string OutcomeOf(NumberResult number) => number.Actual is { } actual
        ? string.Create(CultureInfo.InvariantCulture, $"{number.Measure} {number.State} {actual:0.##}")
        : $"{number.Measure} {number.State} {number.Reason}";

    private static IEnumerable<SubmittedLine> RandomLines(Random dice, bool hasBaseline)
    {
        if (hasBaseline)
        {
            foreach (var commune in Communes)
                yield return Found<CriterionAttained>(commune, Day(2017, 6, 1), 1);
        }

        var (said, retracted) = (new List<(UnitId Unit, Guid Id)>(), new HashSet<Guid>());
        for (var number = 100; number < 260; number++)
        {
            var unit = Communes[dice.Next(Communes.Count)];
            var on = Day(2017, 10, 1).AddDays(dice.Next(0, 460));
            switch (dice.Next(12))
            {
                case 0:
                    yield return Line(new RecognitionGranted { Unit = unit, EffectiveOn = on, Basis = new("1/QĐ-UBND", on, "UBND tỉnh Lạng Sơn"), Dossier = $"d-{number}", Title = dice.Next(3) == 0 ? TitleLevel.Advanced : TitleLevel.Ntm, Year = 2018 });
                    break;
                case 1 when said.Count > 0 && said[dice.Next(said.Count)] is var struck && retracted.Add(struck.Id):
                    yield return Retracted(struck.Unit, struck.Id);
                    break;
                default:
                    said.Add((unit, Id(number)));
                    yield return RandomFinding(dice, unit, on).As(Id(number));
                    break;
            }
        }
    }

    private static SubmittedLine RandomFinding(Random dice, UnitId unit, DateOnly on)
    {
        var (criterion, by) = (1 + dice.Next(9), Assessors.Names.Values[dice.Next(Assessors.Names.Values.Count)]);
        return dice.Next(6) switch
        {
            0 => Found<CriterionLost>(unit, on, criterion, by),
            1 => Found<CriterionNotAttained>(unit, on, criterion, by),
            2 => Found<CriterionBasicallyMet>(unit, on, criterion, by),
            3 => Found<CriterionNotApplicable>(unit, on, criterion, by),
            _ => Found<CriterionAttained>(unit, on, criterion, by),
        };
    }

    private static SubmittedLine Issued()
    {
        using var content = JsonDocument.Parse($$"""{"format":"ntm-plan-1","set":"ntm-2016-2020","statements":[{{Statements}}]}""");
        return Line(new PlanIssued
        {
            Unit = VanQuan, EffectiveOn = Day(2018, 1, 30), Plan = Plan2018, Title = "Kế hoạch năm 2018", Scope = VanQuan, From = Day(2018, 1, 1), To = Day(2018, 12, 31),
            Content = content.RootElement.Clone(),
        });
    }
}
