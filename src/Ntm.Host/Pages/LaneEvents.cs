using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Inspections;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;
using Ntm.Host.Questions;
using Ntm.Projections.Index;
using Ntm.Projections.Titles;

namespace Ntm.Host.Pages;

/// <summary>What happened to a unit beside its findings: targets and inspections of its criteria, titles and dossiers, mergers.</summary>
internal sealed class LaneEvents(RecordIndex index, UnitId unit, Question asked, CriteriaCatalog catalog, Wording say)
{
    private readonly UnitHistory _unit = index.Register.Find(unit)!;
    private readonly IReadOnlyList<Fact<DossierStep>> _steps = [.. index.Register.DossiersOf(unit).Steps.Where(step => step.StandsAt(asked.Sequence))];

    /// <summary>Those of the set asked about that are not withdrawn.</summary>
    internal IEnumerable<Fact<DatedEntry>> Targets() => Standing().Where(fact => fact.Value is TargetAssigned target && target.Set == asked.Set.Id
        && !index.Quoted.WithdrawalsOf(fact.Entry).Any(withdrawal => withdrawal.StandsAt(asked.Sequence)));

    internal IEnumerable<Fact<DatedEntry>> Inspections() => Standing().Where(fact => fact.Value is InspectionHeld);

    /// <summary>Those that must be seen whatever else is.</summary>
    internal IEnumerable<DateOnly> Days() => _steps.Select(step => step.EffectiveOn).Concat(Joins().Select(join => join.On)).Concat(Ends().Select(end => end.On));

    /// <summary>The lines above the criteria; none of them where nothing lies on it.</summary>
    internal IEnumerable<Lane> Bands(LaneScale scale) => new[] { Titles(scale), Dossiers(scale), Life(scale) }.Where(lane => lane.Bars.Count + lane.Marks.Count > 0);

    private IEnumerable<Fact<DatedEntry>> Standing() => index.Quoted.Of(unit).Where(fact => fact.StandsAt(asked.Sequence));

    private Lane Titles(LaneScale scale)
    {
        var titles = TitlesReading.Answer(index, unit, scale.Last, asked.Sequence, catalog)?.Titles ?? [];
        var ended = _unit.EndAt(asked.Sequence)?.EffectiveOn;
        return new Lane(say["Danh hiệu", "Title"],
        [
            .. titles.Select(title =>
            {
                var (from, until) = (title.Decision.EffectiveOn, title.EndedBy?.EffectiveOn ?? ended);
                var to = until is { } day ? scale.Of(day) : 100;
                var words = $"{TitleWords.Title(title.Title, say)} {title.Year}: {say["từ", "from"]} {Words.Day(from)}{(until is { } last ? $" {say["đến trước", "until before"]} {Words.Day(last)}" : "")}";
                return new LaneBar(scale.Of(from), Math.Max(0, to - scale.Of(from)), 'T', words, title.Decision.Sequence);
            }),
        ], []);
    }

    private Lane Dossiers(LaneScale scale) => new(say["Các bước hồ sơ", "Dossier steps"], [],
    [
        .. _steps.Select(step => new LaneMark(
            scale.Of(step.EffectiveOn), EntryTypes.Of(step.Value).IsDecision ? "step decision" : "step",
            $"{EntryWords.Of(step.Value, say)}, {Words.Day(step.EffectiveOn)}", step.Sequence)),
    ]);

    private Lane Life(LaneScale scale) => new(say["Đơn vị", "The unit"], [],
    [
        .. Joins().Select(join => new LaneMark(
            scale.Of(join.On), "join", $"{say["sáp nhập từ", "merged from"]} {join.Parts}, {Words.Day(join.On)}", join.Sequence)),
        .. Ends().Select(end => new LaneMark(
            scale.Of(end.On), "end", $"{say["chấm dứt", "ended"]} {Words.Day(end.On)}{(end.Into.Length == 0 ? "" : $", {say["nhập vào", "merged into"]} {end.Into}")}", end.Sequence)),
        .. _unit.Names.Where(name => name.StandsAt(asked.Sequence) && _unit.Establishments.All(made => made.Entry != name.Entry)).Select(name => new LaneMark(
            scale.Of(name.EffectiveOn), "named", $"{say["đổi tên thành", "renamed"]} {say.Quote(name.Value)}, {Words.Day(name.EffectiveOn)}", name.Sequence)),
    ]);

    private IEnumerable<(DateOnly On, string Parts, long Sequence)> Joins() => _unit.Absorptions.Where(fact => fact.StandsAt(asked.Sequence))
        .Select(fact => (fact.EffectiveOn, Names(fact.Value), fact.Sequence));

    private IEnumerable<(DateOnly On, string Into, long Sequence)> Ends() => _unit.Ends.Where(fact => fact.StandsAt(asked.Sequence))
        .Select(fact => (fact.EffectiveOn, Names(fact.Value), fact.Sequence));

    private string Names(IEnumerable<UnitId> units) => string.Join(", ", units.Select(one => say.Quote(UnitNames.Of(index.Register, one, asked.Sequence))));
}
