using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.CommuneMatrix;

/// <summary>Reads the rows of one matrix, one after the other.</summary>
internal sealed class RowReading(
    SetFindings findings, CriteriaSet set, DateOnly on, long knownAt, AssessorSet assessors, DateOnly boundary, Lazy<Lineage> lineage)
{
    private readonly StandingFinding?[] _winners = new StandingFinding?[set.Criteria.Count];

    /// <summary>The findings behind the letters of the row read last; of a commune not yet born, of the last of its parts.</summary>
    internal ReadOnlySpan<StandingFinding?> Winners => _winners;

    internal CommuneRow Read(UnitHistory commune)
    {
        if (commune.EndBy(on, knownAt) is { } end)
        {
            var successors = end.Value.Select(successor => successor.Value).ToList();
            return RowOf(commune, commune.NameOn(on, knownAt)) with { Ended = end.EffectiveOn, Successors = successors };
        }

        if (commune.LivesOn(on, knownAt))
            return RowOf(commune, commune.NameOn(on, knownAt));

        List<PartOfCommune> parts = [.. lineage.Value.Parts(commune.Unit, on).Select(part => new PartOfCommune(part.Unit.Value, LettersOf(part)))];
        var unassessed = new string(FindingStatus.Unassessed.Letter(), set.Criteria.Count);
        return new CommuneRow(commune.Unit.Value, commune.NameOn(boundary, knownAt), 0, 0, unassessed, null, null, parts);
    }

    private CommuneRow RowOf(UnitHistory commune, string? name)
    {
        var letters = LettersOf(commune);
        var (attained, fulfilled) = (0, 0);
        foreach (var winner in _winners)
        {
            attained += winner?.Status == FindingStatus.Attained ? 1 : 0;
            fulfilled += winner?.Status.IsFulfilled() == true ? 1 : 0;
        }

        return new CommuneRow(commune.Unit.Value, name, attained, fulfilled, letters, null, null, null);
    }

    // An ended unit shows its last day's letters: what was found outside its life goes to the audit list, not into a matrix.
    private string LettersOf(UnitHistory unit)
    {
        var day = unit.EndBy(on, knownAt) is { } end ? VietnamCalendar.DayBefore(end.EffectiveOn) : on;
        var found = findings.Of(unit.Unit);
        for (var place = 0; place < _winners.Length; place++)
            _winners[place] = found.Winner(place, day, knownAt, assessors);
        return string.Create(_winners.Length, _winners, (letters, winners) =>
        {
            for (var criterion = 0; criterion < letters.Length; criterion++)
                letters[criterion] = (winners[criterion]?.Status ?? FindingStatus.Unassessed).Letter();
        });
    }
}
