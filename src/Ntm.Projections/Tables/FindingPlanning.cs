using System.Diagnostics;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Tables;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.Tables;

/// <summary>Makes findings of cells, each beside what the record says of the day.</summary>
internal sealed class FindingPlanning(RecordIndex index, long knownAt, TableQuestion question, Func<string, Guid> idOf)
{
    private const char NothingRecorded = '·';

    // A commune's own word is held against its own word; an official one against what officials found.
    private readonly AssessorSet _counted = question.AssessedBy == Assessor.Commune ? AssessorSet.Of(Assessor.Commune) : AssessorSet.Official;

    internal IReadOnlyList<(TableRow Row, IReadOnlyList<PlannedFinding> Findings)> Plan(IEnumerable<ReadRow> rows) => [.. rows.Select(PlanRow)];

    private (TableRow Row, IReadOnlyList<PlannedFinding> Findings) PlanRow(ReadRow row)
    {
        var criteria = question.Set.Criteria.Count;
        var before = new FindingStatus[criteria];
        var findings = new List<PlannedFinding>();
        for (var criterion = 1; criterion <= criteria; criterion++)
        {
            var cell = row.Cells.FirstOrDefault(cell => cell.Criterion == criterion);
            before[criterion - 1] = StandingOf(row.Unit.Unit, criterion, cell is null ? null : idOf(cell.Cell));
            if (cell is not null)
                findings.Add(Finding(row.Unit.Unit, cell, before[criterion - 1]));
        }

        var letters = string.Concat(Enumerable.Range(1, criteria)
            .Select(criterion => findings.Find(finding => finding.Entry.Criterion == criterion)?.Entry.Status.Letter() ?? NothingRecorded));
        return (new TableRow(row.Cell, row.Label, row.Unit.Unit.Value, row.Unit.Name, string.Concat(before.Select(status => status.Letter())), letters, row.Blanks), findings);
    }

    // What the record said before this cell was recorded, should it have been: read again, a table gives the same lines.
    private FindingStatus StandingOf(UnitId unit, int criterion, Guid? own) => Fold.Winner(
        [.. index.Findings.Of(unit, question.Set.Id, criterion).Where(fact => fact.Entry != own)], question.On, knownAt,
        finding => _counted.Contains(finding.AssessedBy))?.Value.Status ?? FindingStatus.Unassessed;

    private PlannedFinding Finding(UnitId unit, ReadCell cell, FindingStatus before)
    {
        var id = idOf(cell.Cell);
        var status = cell.Status;
        var recorded = index.Findings.Of(unit, question.Set.Id, cell.Criterion).FirstOrDefault(fact => fact.Entry == id)?.Value.Status;
        if (status == FindingStatus.NotAttained)
        {
            // Recorders say lost where it was held before, and not attained otherwise. What was recorded of this cell stays said as it was.
            var held = recorded is { } said ? said == FindingStatus.Lost : before is FindingStatus.Attained or FindingStatus.Lost;
            status = held ? FindingStatus.Lost : FindingStatus.NotAttained;
        }

        return new PlannedFinding(cell.Cell, id, Entry(unit, cell, status), before, recorded is not null);
    }

    private FindingEntry Entry(UnitId unit, ReadCell cell, FindingStatus status)
    {
        var (on, set, by, basis) = (question.On, question.Set.Id, question.AssessedBy, question.Basis);
        var note = $"{cell.Cell} · sha256:{question.File}";
        return status switch
        {
            FindingStatus.Attained => new CriterionAttained { Unit = unit, EffectiveOn = on, Basis = basis, Note = note, Set = set, Criterion = cell.Criterion, AssessedBy = by },
            FindingStatus.NotAttained => new CriterionNotAttained { Unit = unit, EffectiveOn = on, Basis = basis, Note = note, Set = set, Criterion = cell.Criterion, AssessedBy = by },
            FindingStatus.Lost => new CriterionLost { Unit = unit, EffectiveOn = on, Basis = basis, Note = note, Set = set, Criterion = cell.Criterion, AssessedBy = by },
            FindingStatus.BasicallyMet => new CriterionBasicallyMet { Unit = unit, EffectiveOn = on, Basis = basis, Note = note, Set = set, Criterion = cell.Criterion, AssessedBy = by },
            FindingStatus.NotApplicable => new CriterionNotApplicable { Unit = unit, EffectiveOn = on, Basis = basis, Note = note, Set = set, Criterion = cell.Criterion, AssessedBy = by },
            _ => throw new UnreachableException($"{status} is no finding"),
        };
    }
}
