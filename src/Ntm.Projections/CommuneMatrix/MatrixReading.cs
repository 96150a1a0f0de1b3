using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.CommuneMatrix;

/// <summary>Answers what stood of every commune of a unit.</summary>
public static class MatrixReading
{
    /// <returns>Null where the unit is not known at that sequence.</returns>
    public static MatrixAnswer? Answer(
        RecordIndex index, UnitId unit, DateOnly on, long knownAt, CriteriaSet set, AssessorSet assessors, DateOnly boundary) =>
        AnswerWithFindings(index, unit, on, knownAt, set, assessors, boundary)?.Answer;

    /// <summary>The answer, and behind each of its letters the finding that gives it, in the order of the rows and criteria.</summary>
    /// <returns>Null where the unit is not known at that sequence.</returns>
    public static (MatrixAnswer Answer, IReadOnlyList<IReadOnlyList<Fact<Finding>?>> Findings)? AnswerWithFindings(
        RecordIndex index, UnitId unit, DateOnly on, long knownAt, CriteriaSet set, AssessorSet assessors, DateOnly boundary)
    {
        var register = index.Register;
        if (register.Find(unit)?.IsKnownAt(knownAt) != true)
            return null;

        var question = new Question(
            index, on, knownAt, boundary, set, finding => assessors.Contains(finding.AssessedBy), new(() => new Lineage(register, boundary, knownAt)));
        var read = Territory.Communes(register, unit, boundary, knownAt).Select(commune => Read(question, commune)).ToList();
        var rows = read.Select(commune => commune.Row).ToList();
        var counted = rows.Where(row => row.Parts is null).ToList();
        var answer = new MatrixAnswer(
            unit.Value, on, KnownAt.Of(index, knownAt), set.Id.Value, set.Version, assessors.ToNames(), boundary, rows,
            counted.Count == 0 ? null : Math.Round((decimal)counted.Sum(row => row.Fulfilled) / counted.Count, 2, MidpointRounding.AwayFromZero),
            Bands(set.Criteria.Count, counted),
            [.. Enumerable.Range(1, set.Criteria.Count).Select(criterion => Tally(criterion, counted))]);
        return (answer, [.. read.Select(commune => commune.Findings)]);
    }

    private sealed record Question(
        RecordIndex Index, DateOnly On, long KnownAt, DateOnly Boundary, CriteriaSet Set, Predicate<Finding> Counts, Lazy<Lineage> Lineage);

    private static (CommuneRow Row, IReadOnlyList<Fact<Finding>?> Findings) Read(Question question, UnitHistory commune)
    {
        var (on, knownAt) = (question.On, question.KnownAt);
        var findings = Winners(question, commune);
        if (commune.EndBy(on, knownAt) is { } end)
        {
            var successors = end.Value.Select(successor => successor.Value).ToList();
            return (Row(commune, findings, commune.NameOn(on, knownAt)) with { Ended = end.EffectiveOn, Successors = successors }, findings);
        }

        if (commune.LivesOn(on, knownAt))
            return (Row(commune, findings, commune.NameOn(on, knownAt)), findings);

        var parts = question.Lineage.Value.Parts(commune.Unit, on)
            .Select(part => new PartOfCommune(part.Unit.Value, Letters(Winners(question, part))));
        findings = [.. question.Set.Criteria.Select(_ => (Fact<Finding>?)null)];
        return (Row(commune, findings, commune.NameOn(question.Boundary, knownAt)) with { Parts = [.. parts] }, findings);
    }

    private static CommuneRow Row(UnitHistory commune, IReadOnlyList<Fact<Finding>?> findings, string? name) => new(
        commune.Unit.Value, name,
        findings.Count(finding => StatusOf(finding) == FindingStatus.Attained), findings.Count(finding => StatusOf(finding).IsFulfilled()),
        Letters(findings), null, null, null);

    // An ended unit shows its last day's letters: what was found outside its life goes to the audit list, not into a matrix.
    private static IReadOnlyList<Fact<Finding>?> Winners(Question question, UnitHistory unit)
    {
        var on = unit.EndBy(question.On, question.KnownAt) is { } end ? VietnamCalendar.DayBefore(end.EffectiveOn) : question.On;
        return
        [
            .. question.Set.Criteria.Select(criterion =>
                Fold.Winner(question.Index.Findings.Of(unit.Unit, question.Set.Id, criterion.Number), on, question.KnownAt, question.Counts)),
        ];
    }

    private static FindingStatus StatusOf(Fact<Finding>? finding) => finding?.Value.Status ?? FindingStatus.Unassessed;

    private static string Letters(IReadOnlyList<Fact<Finding>?> findings) => string.Concat(findings.Select(finding => StatusOf(finding).Letter()));

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
