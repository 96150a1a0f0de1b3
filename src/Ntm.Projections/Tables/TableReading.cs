using Ntm.Domain.Findings;
using Ntm.Domain.Refusals;
using Ntm.Domain.Tables;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.Tables;

/// <summary>Reads the sheets of a workbook as communes × criteria of a unit on a day, with names and units as they were that day.</summary>
public static class TableReading
{
    /// <param name="idOf">The id of the finding a cell gives: the same for the same file and cell.</param>
    public static ReadTable Read(RecordIndex index, long knownAt, IReadOnlyList<Grid> grids, TableQuestion question, Func<string, Guid> idOf)
    {
        var territory = new TableTerritory(index.Map, question.Unit, question.On, knownAt);
        var doubts = new List<TableDoubt>();
        var sheets = new List<(Grid Grid, UnitId? Unit, ReadSheet Read)>();
        foreach (var grid in grids)
            sheets.Add(ReadSheetOf(grid, territory, question));

        var tables = sheets.Where(sheet => sheet.Read.HeadingRow is not null).ToList();
        doubts.AddRange(sheets.SelectMany(sheet => sheet.Read.Doubts));
        doubts.AddRange(UnusedAnswers(grids, tables.ConvertAll(table => table.Read), question.Answers, territory));
        if (tables.Count == 0 && doubts.Count == 0)
            doubts.Add(TableDoubt.Of(TableRefusals.NotFound()));

        var rows = WithoutRepeated(tables.SelectMany(table => table.Read.Rows), doubts);
        doubts.AddRange(Missing(tables.Select(table => table.Unit!.Value).Distinct(), rows, question.Answers, territory));

        var planned = new FindingPlanning(index, knownAt, question, idOf).Plan(rows);
        var findings = planned.SelectMany(row => row.Findings).ToList();
        var answer = new TableAnswer(
            question.File, question.Unit.Value, question.On, question.Set.Id.Value, Assessors.Names.NameOf(question.AssessedBy), question.Basis,
            KnownAt.Of(index, knownAt), [.. sheets.Select(Sheet)], Count(findings, rows), [.. planned.Select(row => row.Row)],
            [.. doubts.Select(Doubt)], null);
        return new ReadTable(answer, findings);
    }

    private static (Grid Grid, UnitId? Unit, ReadSheet Read) ReadSheetOf(Grid grid, TableTerritory territory, TableQuestion question)
    {
        if (question.Answers.Sheets.TryGetValue(grid.Name, out var stated) && stated is null)
            return (grid, null, new ReadSheet(grid.Name, null, [], [], 0, [], []));
        var unit = stated ?? territory.UnitOfSheet(grid.Name);
        var read = SheetReading.Read(grid, new SheetQuestion(question.Set, question.On, territory.NameOf(unit), territory.NamesUnder(unit), question.Answers));
        return (grid, unit, read);
    }

    // An answer that meets nothing was meant for something else.
    private static IEnumerable<TableDoubt> UnusedAnswers(
        IReadOnlyList<Grid> grids, List<ReadSheet> tables, TableAnswers answers, TableTerritory territory)
    {
        foreach (var (sheet, unit) in answers.Sheets)
        {
            if (unit is null ? grids.All(grid => grid.Name != sheet) : tables.TrueForAll(table => table.Sheet != sheet))
                yield return TableDoubt.Of(TableRefusals.SheetUnknown(sheet));
            else if (unit is { } stated && !territory.Reaches(stated))
                yield return TableDoubt.Of(TableRefusals.MatchUnknown(sheet, stated.Value));
        }

        foreach (var key in answers.Matches.Keys.Where(key => !tables.Exists(table => table.Answered.Contains(key))))
            yield return TableDoubt.Of(TableRefusals.MatchUnused(key));
        foreach (var unit in answers.Without.Where(unit => !territory.Reaches(unit) || tables.Exists(table => table.Rows.Any(row => row.Unit.Unit == unit))))
            yield return TableDoubt.Of(TableRefusals.MatchUnused(unit.Value));
    }

    private static List<ReadRow> WithoutRepeated(IEnumerable<ReadRow> rows, List<TableDoubt> doubts)
    {
        var first = new Dictionary<UnitId, ReadRow>();
        foreach (var row in rows)
        {
            if (!first.TryAdd(row.Unit.Unit, row))
                doubts.Add(TableDoubt.At(row.Cell, cell => TableRefusals.CommuneTwice(cell, row.Unit.Name, first[row.Unit.Unit].Cell), row.Label));
        }

        return [.. first.Values];
    }

    private static IEnumerable<TableDoubt> Missing(IEnumerable<UnitId> units, List<ReadRow> rows, TableAnswers answers, TableTerritory territory)
    {
        var found = rows.Select(row => row.Unit.Unit).ToHashSet();
        return units.SelectMany(unit => territory.NamesUnder(unit).Units)
            .Where(commune => commune.Level == UnitLevel.Commune && !found.Contains(commune.Unit) && !answers.Without.Contains(commune.Unit))
            .DistinctBy(commune => commune.Unit)
            .Select(commune => TableDoubt.Of(TableRefusals.CommuneMissing(commune.Name, commune.Unit.Value)));
    }

    private static TableSheet Sheet((Grid Grid, UnitId? Unit, ReadSheet Read) sheet) => new(
        sheet.Grid.Name, sheet.Unit?.Value, sheet.Read.HeadingRow, sheet.Read.Rows.Count, sheet.Read.Formulas,
        [.. sheet.Read.PassedOver.Select(row => new TableRemark(row.Cell, row.Text))]);

    private static TableCounts Count(List<PlannedFinding> findings, List<ReadRow> rows) => new(
        findings.Count,
        findings.Count(finding => finding.Before == FindingStatus.Unassessed),
        findings.Count(finding => finding.Before != FindingStatus.Unassessed && finding.Before != finding.Entry.Status),
        findings.Count(finding => finding.Before == finding.Entry.Status),
        findings.Count(finding => finding.Entry.Status == FindingStatus.Lost),
        findings.Count(finding => finding.IsRecorded),
        rows.Sum(row => row.Blanks.Count));

    internal static TableDoubtAnswer Doubt(TableDoubt doubt) => new(
        doubt.Refusal.Code, doubt.Refusal.Field, doubt.Cells, doubt.Text, doubt.Refusal.Vietnamese, doubt.Refusal.English,
        [.. doubt.Suggestions.Select(unit => new TableSuggestion(unit.Unit.Value, unit.Name, unit.Parent?.Value))]);
}
