using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.CommuneMatrix;

/// <summary>Answers what stood of every commune of a unit.</summary>
public static class MatrixReading
{
    /// <returns>Null where the unit is not known at that sequence.</returns>
    public static MatrixAnswer? Answer(
        RecordIndex index, UnitId unit, DateOnly on, long knownAt, CriteriaSet set, AssessorSet assessors, DateOnly boundary)
    {
        var register = index.Register;
        if (register.Find(unit)?.IsKnownAt(knownAt) != true)
            return null;

        var question = new Question(index, on, knownAt, boundary, set, finding => assessors.Contains(finding.AssessedBy));
        var rows = Territory.Communes(register, unit, boundary, knownAt).Select(commune => Row(question, commune)).ToList();
        var counted = rows.Where(row => row.Parts is null).ToList();
        return new MatrixAnswer(
            unit.Value, on, KnownAt.Of(index, knownAt), set.Id.Value, set.Version, assessors.ToNames(), boundary, rows,
            counted.Count == 0 ? null : Math.Round((decimal)counted.Sum(row => row.Fulfilled) / counted.Count, 2, MidpointRounding.AwayFromZero),
            Bands(set.Criteria.Count, counted),
            [.. Enumerable.Range(1, set.Criteria.Count).Select(criterion => Tally(criterion, counted))]);
    }

    private sealed record Question(
        RecordIndex Index, DateOnly On, long KnownAt, DateOnly Boundary, CriteriaSet Set, Predicate<Finding> Counts);

    private static CommuneRow Row(Question question, UnitHistory commune)
    {
        var (on, knownAt) = (question.On, question.KnownAt);
        if (commune.EndBy(on, knownAt) is { } end)
        {
            var lastDay = end.EffectiveOn.AddDays(-1);
            var successors = end.Value.Select(successor => successor.Value).ToList();
            return Row(commune, Statuses(question, commune.Unit, lastDay), commune.NameOn(lastDay, knownAt)) with { Ended = end.EffectiveOn, Successors = successors };
        }

        if (commune.LivesOn(on, knownAt))
            return Row(commune, Statuses(question, commune.Unit, on), commune.NameOn(on, knownAt));

        var parts = Territory.Parts(question.Index.Register, commune.Unit, on, knownAt)
            .Select(part => new PartOfCommune(part.Unit.Value, Letters(Statuses(question, part.Unit, on))));
        var unborn = Enumerable.Repeat(FindingStatus.Unassessed, question.Set.Criteria.Count).ToList();
        return Row(commune, unborn, commune.NameOn(question.Boundary, knownAt)) with { Parts = [.. parts] };
    }

    private static CommuneRow Row(UnitHistory commune, List<FindingStatus> statuses, string? name) => new(
        commune.Unit.Value, name,
        statuses.Count(status => status == FindingStatus.Attained), statuses.Count(status => status.IsFulfilled()),
        Letters(statuses), null, null, null);

    private static List<FindingStatus> Statuses(Question question, UnitId unit, DateOnly on) =>
    [
        .. question.Set.Criteria.Select(criterion =>
            Fold.Winner(question.Index.Findings.Of(unit, question.Set.Id, criterion.Number), on, question.KnownAt, question.Counts)?.Value.Status
            ?? FindingStatus.Unassessed),
    ];

    private static string Letters(List<FindingStatus> statuses) => string.Concat(statuses.Select(status => status.Letter()));

    // n, 15-(n-1), 10-14, 5-9, 0-4: the groups both plans and the monitoring reports use.
    private static IReadOnlyList<AttainmentBand> Bands(int criteria, List<CommuneRow> counted) =>
        [.. new[] { (criteria, criteria), (15, criteria - 1), (10, 14), (5, 9), (0, 4) }.Select(band =>
            new AttainmentBand(band.Item1, band.Item2, counted.Count(row => row.Fulfilled >= band.Item1 && row.Fulfilled <= band.Item2)))];

    private static CriterionTally Tally(int criterion, List<CommuneRow> counted)
    {
        int Of(FindingStatus status) => counted.Count(row => row.Status[criterion - 1] == status.Letter());
        return new CriterionTally(
            criterion, Of(FindingStatus.Attained), Of(FindingStatus.NotAttained), Of(FindingStatus.Lost), Of(FindingStatus.BasicallyMet),
            Of(FindingStatus.NotApplicable), Of(FindingStatus.Unassessed));
    }
}
