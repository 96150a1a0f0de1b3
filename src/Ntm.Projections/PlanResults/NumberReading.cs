using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Plans;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Plans.Reconciliation;
using Ntm.Domain.Recognition;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.Index;

namespace Ntm.Projections.PlanResults;

/// <summary>
/// The numbers a plan states against what they are: averages, bands, communes per criterion, increases of cohorts, titles. On the map of
/// the plan's own day, since it speaks of the communes there were then.
/// </summary>
internal sealed class NumberReading(RecordIndex index, PlanDocument plan, DateOnly on, long knownAt, CriteriaSet? set, AssessorSet assessors)
{
    private readonly PlanOnMap _onMap = new(index, plan, knownAt);
    private readonly DateOnly _baseline = VietnamCalendar.DayBefore(plan.From);
    private readonly Dictionary<DateOnly, Dictionary<UnitId, CommuneRow>> _days = [];

    internal IReadOnlyList<NumberResult> Read()
    {
        return _onMap.Stated is { } stated && set?.Id == stated.Content.Set
            ? [.. stated.Content.Statements.SelectMany(statement => Read(statement, set, stated))]
            : [];
    }

    private IEnumerable<NumberResult> Read(PlanStatement statement, CriteriaSet set, StatedPlan stated) => statement switch
    {
        AverageStated average => Averages(average, set),
        CommunesCounted { Number: { } number } counted => [Counted(counted, number, set)],
        MinimumIncrease increase => Increases(increase, set, stated),
        FloorStated floor => [Floor(floor, set)],
        RecognitionsCounted counted => [Recognised(counted)],
        NumbersTabled table => table.Rows.Where(row => row is { Band.Of: "criteria", Measures: "communes" }).SelectMany(row => Band(table, row, set)),
        _ => [],
    };

    private IEnumerable<NumberResult> Averages(AverageStated average, CriteriaSet set)
    {
        var at = Until(null);
        var rows = Rows(at, set, _onMap.Communes);
        if (average.Reaches is { } reaches)
            yield return rows.Count == 0 ? Untold(average, "average", reaches, at, "no_communes") : Told(average, "average", reaches, Average(rows), at);
        if (average.Increase is not { } increase)
            yield break;
        var before = Rows(_baseline, set, _onMap.Communes);
        yield return rows.Count == 0 ? Untold(average, "average_increase", increase, at, "no_communes")
            : before.Exists(IsUnassessed) ? Untold(average, "average_increase", increase, at, "baseline_unassessed")
            : Told(average, "average_increase", increase, Average(rows) - Average(before), at);
    }

    private NumberResult Counted(CommunesCounted counted, int number, CriteriaSet set)
    {
        var at = Until(counted.Deadline);
        var (rows, before) = (Rows(at, set, _onMap.Communes), Rows(_baseline, set, _onMap.Communes));
        bool Has(CommuneRow row) => counted.Criterion >= 1 && counted.Criterion <= row.Status.Length && row.Status[counted.Criterion - 1] == FindingStatus.Attained.Letter();
        bool IsNamed(CommuneRow row) => counted.Communes?.Any(commune => commune.Value == row.Unit) != false;
        bool Had(CommuneRow row) => before.Exists(was => was.Unit == row.Unit && Has(was));
        var result = counted.Counts switch
        {
            CountKind.Cumulative => Told(counted, "communes", number, rows.Count(Has), at),
            // Of those it names, where it names them: one that has it besides keeps nothing.
            CountKind.Maintained => Told(counted, "communes_maintained", number, rows.Count(row => Has(row) && IsNamed(row)), at),
            CountKind.Additional when before.Exists(IsUnassessed) =>
                Untold(counted, "communes_additional", number, at, "baseline_unassessed"),
            CountKind.Additional => Told(counted, "communes_additional", number, rows.Count(row => Has(row) && !Had(row)), at),
            CountKind.Undetermined => Untold(counted, "communes", number, at, "count_undetermined"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return result with { Criterion = counted.Criterion };
    }

    private IEnumerable<NumberResult> Increases(MinimumIncrease increase, CriteriaSet set, StatedPlan stated)
    {
        var at = Until(null);
        if (stated.MembersOf(increase.Cohort, increase.Place) is not { Count: > 0 } members)
            return [Untold(increase, "increase", increase.AtLeast, at, "cohort_unknown")];
        var before = Rows(_baseline, set, members).ToDictionary(row => row.Unit);
        return Rows(at, set, members).Select(row =>
        {
            var known = before.TryGetValue(row.Unit, out var was) && !IsUnassessed(was);
            var result = known
                ? Told(increase, "increase", increase.AtLeast, row.Fulfilled - was!.Fulfilled, at)
                : Untold(increase, "increase", increase.AtLeast, at, "baseline_unassessed");
            return result with { Unit = row.Unit, Name = row.Name };
        });
    }

    private NumberResult Floor(FloorStated floor, CriteriaSet set)
    {
        var at = Until(null);
        var rows = Rows(at, set, _onMap.Communes);
        return rows.Count == 0 ? Untold(floor, "floor", floor.AtLeast, at, "no_communes") : Told(floor, "floor", floor.AtLeast, rows.Min(row => row.Fulfilled), at);
    }

    private NumberResult Recognised(RecognitionsCounted counted)
    {
        var at = Until(counted.Deadline);
        if (counted.Counts is CountKind.Undetermined)
            return Untold(counted, "recognised", counted.Number, at, "count_undetermined");
        var isAdditional = counted.Counts == CountKind.Additional;
        var granted = _onMap.Communes.Count(commune => index.Quoted.Of(commune).Any(entry => IsGranted(entry, isAdditional ? plan.From : DateOnly.MinValue, at)));
        return _onMap.Communes.Count == 0
            ? Untold(counted, isAdditional ? "recognised_additional" : "recognised", counted.Number, at, "no_communes")
            : Told(counted, isAdditional ? "recognised_additional" : "recognised", counted.Number, granted, at);
    }

    private bool IsGranted(Fact<DatedEntry> entry, DateOnly from, DateOnly at) =>
        entry.Value is RecognitionGranted { Title: TitleLevel.Ntm } && entry.StandsAt(knownAt) && entry.EffectiveOn >= from && entry.EffectiveOn <= at;

    private IEnumerable<NumberResult> Band(NumbersTabled table, TableRow row, CriteriaSet set)
    {
        var at = Until(null);
        for (var part = 0; part < table.Parts.Count; part++)
        {
            var communes = Rows(at, set, [.. index.Map.Communes(table.Parts[part].Unit, _onMap.Day, knownAt).Select(unit => unit.Unit)]);
            var inBand = communes.Count(commune => commune.Fulfilled >= row.Band!.From && (row.Band.To is not { } to || commune.Fulfilled <= to));
            var result = communes.Count == 0
                ? Untold(table, "band", row.Values[part], at, "no_communes")
                : new NumberResult(row.Id, table.Place, row.Text, "band", null, null, null, row.Values[part], inBand, at, inBand == row.Values[part] ? "met" : NotYet(at), null);
            yield return result with
            {
                Statement = row.Id, Text = row.Text, Unit = table.Parts[part].Unit.Value,
                Name = index.Map.Find(table.Parts[part].Unit)?.NameOn(_onMap.Day, knownAt),
            };
        }
    }

    private List<CommuneRow> Rows(DateOnly day, CriteriaSet set, IReadOnlyList<UnitId> communes)
    {
        if (!_days.TryGetValue(day, out var all))
        {
            var matrix = MatrixReading.Answer(index, plan.Scope, day, knownAt, set, assessors, _onMap.Day);
            _days[day] = all = matrix?.Communes.Where(row => row.Parts is null).ToDictionary(row => UnitId.Parse(row.Unit)) ?? [];
        }

        return [.. communes.Where(all.ContainsKey).Select(commune => all[commune])];
    }

    // What the plan asks for by a day is not asked again after it.
    private DateOnly Until(Deadline? deadline) => on < (deadline?.Due ?? plan.To) ? on : deadline?.Due ?? plan.To;

    private static bool IsUnassessed(CommuneRow row) => row.Status.All(letter => letter == FindingStatus.Unassessed.Letter());

    private static decimal Average(List<CommuneRow> rows) => Math.Round((decimal)rows.Sum(row => row.Fulfilled) / rows.Count, 2, MidpointRounding.AwayFromZero);

    private NumberResult Told(PlanStatement statement, string measure, decimal planned, decimal actual, DateOnly at) => new(
        statement.Id, statement.Place, statement.Text, measure, null, null, null, planned, actual, at, actual >= planned ? "met" : NotYet(at), null);

    private static NumberResult Untold(PlanStatement statement, string measure, decimal planned, DateOnly at, string reason) =>
        new(statement.Id, statement.Place, statement.Text, measure, null, null, null, planned, null, at, "undecidable", reason);

    // Asked before its deadline it may still come.
    private string NotYet(DateOnly at) => at == on ? "open" : "missed";
}
