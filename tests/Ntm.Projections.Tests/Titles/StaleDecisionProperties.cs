using FsCheck;
using FsCheck.Fluent;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Projections.Index;
using Ntm.Projections.Titles;
using Ntm.Testing;
using static Ntm.Projections.Tests.Recorded;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests.Titles;

/// <summary>
/// Of any history: a loss that falls between the deciding finding and a recognition raises the recognition, and its retraction gives back
/// what was; nothing that lies outside what it rested on ever raises it.
/// </summary>
public sealed class StaleDecisionProperties
{
    private static readonly int Histories = Environment.GetEnvironmentVariable("NTM_TEST_FULL") == "1" ? 10_000 : 150;
    private static readonly DateOnly Decided = Day(2018, 10, 31);
    private static readonly Guid Decision = Id(50);

    private sealed record History(int[] Findings, int[] Outside, int Lost, int Days);

    private static readonly Gen<History> All =
        from findings in Gen.Choose(0, 1 << 20).ArrayOf(25)
        from outside in Gen.Choose(0, 1 << 20).ArrayOf(6)
        from lost in Gen.Choose(1, 19)
        from days in Gen.Choose(0, 40)
        select new History(findings, outside, lost, days);

    [Fact]
    public void A_loss_of_before_raises_and_its_retraction_clears() => Holds(history =>
    {
        var known = Before(history);
        var loss = Recorded.Found<CriterionLost>(VanAn, Decided.AddDays(-history.Days), history.Lost, Assessor.Audit).As(Id(60));
        // On the day it falls on it is the last word; later words of the province, inspections and audits would outweigh it.
        var index = IndexOf([.. known, .. Confirmed(history), Granted, loss, Retracted(VanAn, Id(60)).As(Id(61))]);
        var raised = StaleDecisions.Of(index, VanAn, Decided, index.Position - 1, Catalog);

        return raised is [{ Changes: [var change] } decision] && decision.Entry == Decision && change.Criterion == history.Lost && decision.Entries.SequenceEqual([Id(60)])
            && StaleDecisions.Of(index, VanAn, Decided, index.Position - 2, Catalog).Count == 0
            && StaleDecisions.Of(index, VanAn, Decided, index.Position, Catalog).Count == 0;
    });

    [Fact]
    public void What_lies_outside_what_it_rested_on_never_raises() => Holds(history =>
    {
        var index = IndexOf([.. Before(history), Granted, .. history.Outside.Select(Outside)]);
        return StaleDecisions.Of(index, VanAn, Decided.AddYears(3), index.Position, Catalog).Count == 0;
    });

    [Fact]
    public void Whatever_is_recorded_later_an_answer_once_given_stays() => Holds(history =>
    {
        SubmittedLine[] lines = [.. Before(history), Granted, .. history.Outside.Select(Within)];
        var (half, whole) = (IndexOf(lines[..^3]), IndexOf(lines));
        return Words(half, half.Position) == Words(whole, half.Position);
    });

    private static SubmittedLine Granted => Line(DossierSteps.Step(StepKind.Granted, Decided).Issued()).As(Decision);

    // Findings of every kind of days up to the decision, by anyone.
    private static SubmittedLine[] Before(History history) =>
        [.. Country, .. history.Findings.Select((dice, number) => FindingOf(dice, VanAn, Decided.AddDays(-1 - (dice / 500 % 300))).As(Id(200 + number)))];

    // The province's last word before the loss.
    private static IEnumerable<SubmittedLine> Confirmed(History history) =>
        [Recorded.Found<CriterionAttained>(VanAn, Decided.AddDays(-history.Days), history.Lost).As(Id(59)), .. Cleared(history)];

    // Nothing else of the criterion may lie between the loss and the decision.
    private static IEnumerable<SubmittedLine> Cleared(History history) => history.Findings
        .Select((dice, number) => (Line: FindingOf(dice, VanAn, Decided.AddDays(-1 - (dice / 500 % 300))), Id: Id(200 + number)))
        .Where(said => said.Line.Entry is FindingEntry finding && finding.Criterion == history.Lost && finding.EffectiveOn >= Decided.AddDays(-history.Days))
        .Select((said, number) => Retracted(VanAn, said.Id).As(Id(300 + number)));

    private static SubmittedLine FindingOf(int dice, UnitId unit, DateOnly on)
    {
        var (criterion, by) = ((dice % 19) + 1, Assessors.Names.Values[dice / 19 % 5]);
        return (dice / 95 % 5) switch
        {
            0 => Recorded.Found<CriterionLost>(unit, on, criterion, by),
            1 => Recorded.Found<CriterionBasicallyMet>(unit, on, criterion, by),
            2 => Recorded.Found<CriterionNotApplicable>(unit, on, criterion, by),
            _ => Recorded.Found<CriterionAttained>(unit, on, criterion, by),
        };
    }

    private static SubmittedLine Outside(int dice) => (dice % 4) switch
    {
        0 => FindingOf(dice, VanMong, Decided.AddDays(-20)),
        1 => FindingOf(dice, VanAn, Decided.AddDays(1 + (dice % 300))),
        2 => Line((FindingEntry)FindingOf(dice, VanAn, Decided.AddDays(-20)).Entry with { Set = Set2021 }),
        _ => Line((FindingEntry)FindingOf(dice, VanAn, Decided.AddDays(-20)).Entry with { AssessedBy = dice % 8 == 3 ? Assessor.Commune : Assessor.District }),
    };

    private static SubmittedLine Within(int dice) => FindingOf(dice, VanAn, Decided.AddDays(-(dice % 50)));

    private static string Words(RecordIndex index, long knownAt) =>
        System.Text.Json.JsonSerializer.Serialize(StaleDecisions.Of(index, VanAn, Decided, knownAt, Catalog));

    private static void Holds(Func<History, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Histories).WithQuietOnSuccess(true), Prop.ForAll(All.ToArbitrary(), property));
}
