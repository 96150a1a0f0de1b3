using System.Globalization;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recognition;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;

namespace Ntm.Projections.Tests.PlanResults;

/// <summary>The numbers of the plan of <see cref="PlanNumbersTests"/> counted one finding at a time, as docs/reference/http.md says it. Shares no code with the product's reading.</summary>
internal sealed class PlainNumbers(IReadOnlyList<RecordedEntry> entries, DateOnly on, long knownAt)
{
    private static readonly DateOnly Ends = new(2018, 12, 31);
    private static readonly DateOnly Before = new(2017, 12, 31);

    private readonly IReadOnlyList<UnitId> _communes = PlanNumbersTests.Communes;
    private readonly DateOnly _at = on < Ends ? on : Ends;

    private readonly List<RecordedEntry> _standing = [.. entries.Where(entry => entry.Sequence <= knownAt
        && !entries.Any(other => other.Sequence <= knownAt && other.Entry is EntryRetracted retraction && retraction.Entry == entry.Id))];

    internal IReadOnlyList<string> All()
    {
        var unknown = _communes.Any(commune => Unassessed(commune, Before));
        var (now, then) = (Average(_at), Average(Before));
        return
        [
            Told("average", 9.5m, now),
            unknown ? "average_increase undecidable baseline_unassessed" : Told("average_increase", 1.5m, now - then),
            unknown ? "communes_additional undecidable baseline_unassessed"
                : Told("communes_additional", 2, _communes.Count(commune => Has(commune, 5, _at) && !Has(commune, 5, Before))),
            Told("communes", 3, _communes.Count(commune => Has(commune, 6, _at))),
            Told("communes_maintained", 1, _communes.Count(commune => commune == _communes[0] && Has(commune, 7, _at))),
            "communes undecidable count_undetermined",
            .. new[] { _communes[0], _communes[2] }.Select(commune => Unassessed(commune, Before)
                ? "increase undecidable baseline_unassessed"
                : Told("increase", 3, Fulfilled(commune, _at) - Fulfilled(commune, Before))),
            "increase undecidable cohort_unknown",
            Told("floor", 2, _communes.Min(commune => Fulfilled(commune, _at))),
            Told("recognised_additional", 1, _communes.Count(commune => _standing.Any(entry => entry.Entry is RecognitionGranted granted && granted.Unit == commune
                && granted.Title == TitleLevel.Ntm && granted.EffectiveOn > Before && granted.EffectiveOn <= _at))),
            Band(3, _communes.Count(commune => Fulfilled(commune, _at) is >= 2 and <= 4)),
        ];
    }

    private string Band(int planned, int actual) => string.Create(CultureInfo.InvariantCulture, $"band {(planned == actual ? "met" : on > Ends ? "missed" : "open")} {actual}");

    private string Told(string measure, decimal planned, decimal actual) =>
        string.Create(CultureInfo.InvariantCulture, $"{measure} {(actual >= planned ? "met" : on > Ends ? "missed" : "open")} {actual:0.##}");

    private decimal Average(DateOnly day) => Math.Round((decimal)_communes.Sum(commune => Fulfilled(commune, day)) / _communes.Count, 2, MidpointRounding.AwayFromZero);

    private int Fulfilled(UnitId unit, DateOnly day) => Enumerable.Range(1, 19).Count(criterion => StatusOn(unit, criterion, day) is FindingStatus.Attained or FindingStatus.NotApplicable);

    private bool Unassessed(UnitId unit, DateOnly day) => Enumerable.Range(1, 19).All(criterion => StatusOn(unit, criterion, day) == FindingStatus.Unassessed);

    private bool Has(UnitId unit, int criterion, DateOnly day) => StatusOn(unit, criterion, day) == FindingStatus.Attained;

    private FindingStatus StatusOn(UnitId unit, int criterion, DateOnly day) => _standing
        .Where(entry => entry.Entry is FindingEntry finding && finding.Unit == unit && finding.Criterion == criterion && finding.EffectiveOn <= day && finding.AssessedBy != Assessor.Commune)
        .OrderBy(entry => ((FindingEntry)entry.Entry).EffectiveOn).ThenBy(entry => entry.Sequence)
        .Select(entry => ((FindingEntry)entry.Entry).Status).LastOrDefault(FindingStatus.Unassessed);
}
