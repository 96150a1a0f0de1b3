using System.Text;
using System.Text.Json.Nodes;
using Ntm.Domain.Access;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Interchange;
using Ntm.Domain.Names;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.EventStore;
using Ntm.EventStore.Append;
using Ntm.Host.Questions;
using Ntm.Host.Recording;

namespace Ntm.Host.Minutes;

/// <summary>
/// Takes one minutes sheet: many communes × criteria on one document. It is judged whole, and recorded whole or not at all. Recorders say
/// lost where a criterion was held and not attained otherwise, so the sheet is asked only whether it is attained.
/// </summary>
public sealed class MinutesDesk(Record record, LiveRecord live, Recorder recorder, CriteriaCatalog catalog, QuestionResolver resolver)
{
    /// <summary>A sheet of paper has not more rows, nor has a form.</summary>
    public const int MostRows = 50;

    private static readonly Dictionary<string, long> NoExpectations = [];

    /// <returns>Null where no unit is chosen yet.</returns>
    public async Task<Resolved<MinutesSheet>?> LayOutAsync(MinutesForm form, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(form.Unit))
            return null;
        var resolved = await resolver.ResolveAsync(new QuestionText(form.On, Set: form.Set), cancellation);
        if (resolved.Value is not { } asked)
            return (Resolved<MinutesSheet>)resolved.Refusal!;
        var map = live.Index.Map;
        if (!UnitId.TryParse(form.Unit.Trim(), out var id) || map.Find(id)?.IsKnownAt(asked.Sequence) != true)
            return (Resolved<MinutesSheet>)QuestionRefusals.UnitUnknown(form.Unit, asked.Sequence);
        var assessor = Assessors.Names.TryParse(form.AssessedBy, out var by) ? by : Assessor.District;
        var counted = assessor == Assessor.Commune ? AssessorSet.Of(Assessor.Commune) : AssessorSet.Official;
        var communes = UnitMap.IsCommune(map.Find(id)!, asked.On, asked.Sequence) ? [map.Find(id)!] : map.Communes(id, asked.On, asked.Sequence);
        return (Resolved<MinutesSheet>)new MinutesSheet(id, asked.On, asked.Set, assessor, asked.Sequence,
        [
            .. communes.Select(commune => new MinutesRow(
                    commune.Unit, commune.NameOn(asked.On, asked.Sequence) ?? commune.Unit.Value,
                    [.. asked.Set.Criteria.Select(criterion => StandingOf(commune.Unit, asked, criterion.Number, counted, IdOf(form, commune.Unit, criterion.Number)))]))
                .OrderBy(row => row.Name, VietnameseNames.Order),
        ]);
    }

    /// <param name="said">What a cell says, by commune and criterion: attained, unmet, basically_met, not_applicable; null where it says nothing.</param>
    public async Task<MinutesOutcome> TakeAsync(MinutesSheet sheet, MinutesForm form, Func<UnitId, int, string?> said, Act act, CancellationToken cancellation)
    {
        var cells = sheet.Rows.SelectMany(row => sheet.Set.Criteria.Select(criterion => Cell(sheet, form, row, criterion.Number, said(row.Unit, criterion.Number)))).OfType<MinutesCell>().ToList();
        var read = cells.Select((cell, place) => LineReader.Read(place + 1, Encoding.UTF8.GetBytes(Line(sheet, form, cell).ToJsonString()))).ToList();
        var lines = read.Select(line => line.Submitted).OfType<SubmittedLine>().ToList();
        var refused = lines.Count < cells.Count
            ? [.. read.SelectMany(line => line.Refusals.Select(refusal => new LineRefusal(line.Line, refusal)))]
            : await JudgeAsync(lines, act.Office, cancellation);
        if (refused.Count > 0 || form.Action != MinutesForm.Record || cells.Count == 0)
            return Outcome(cells, refused, null);
        return await recorder.RecordAsync(lines, act, NoExpectations, cancellation) switch
        {
            RecordingResult.Recorded recorded => Outcome(cells, [], recorded.Lines),
            RecordingResult.Refused late => Outcome(cells, late.Refusals, null),
            var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
        };
    }

    // Whose eyes have been on a criterion already is asked when it is recorded, inside the order.
    private async Task<IReadOnlyList<LineRefusal>> JudgeAsync(List<SubmittedLine> lines, Office? office, CancellationToken cancellation)
    {
        var stored = await record.FindAsync(lines.ConvertAll(line => line.Id!.Value), cancellation);
        var register = live.Index.Register;
        var batch = new BatchJudge(register, catalog, resolver.Today, id => stored.GetValueOrDefault(id)?.Entry, Guid.NewGuid).Judge(lines);
        return office is null
            ? batch.Refusals
            : [.. batch.Refusals, .. new AccessJudge(office, register, batch.After, resolver.Today, _ => null, RecordedActs.None).Judge(batch.Accepted)];
    }

    private static MinutesOutcome Outcome(List<MinutesCell> cells, IReadOnlyList<LineRefusal> refused, IReadOnlyList<RecordedLine>? recorded)
    {
        // What is wrong with the head is wrong with every line, and is told once.
        var ofAll = refused.Where(line => line.Refusal.Field is { } field && (field.StartsWith("basis", StringComparison.Ordinal) || field is "note" or "id"))
            .Select(line => line.Refusal).DistinctBy(refusal => (refusal.Code, refusal.Field)).ToList();
        return new MinutesOutcome(
            cells,
            [.. refused.Where(line => ofAll.TrueForAll(refusal => (refusal.Code, refusal.Field) != (line.Refusal.Code, line.Refusal.Field)))
                .Select(line => new RefusedCell(cells[line.Line - 1].Unit, cells[line.Line - 1].Criterion, line.Refusal))],
            ofAll, recorded?.Count(line => !line.Repeated), recorded?.Count(line => line.Repeated));
    }

    private MinutesCell? Cell(MinutesSheet sheet, MinutesForm form, MinutesRow row, int criterion, string? said)
    {
        var (before, id) = (row.Before[criterion - 1], IdOf(form, row.Unit, criterion));
        // What was recorded of this cell stays said as it was, whatever came meanwhile.
        var own = live.Index.Findings.Of(row.Unit, sheet.Set.Id, criterion).FirstOrDefault(fact => fact.Entry == id)?.Value.Status;
        var isLost = own is { } recorded ? recorded == FindingStatus.Lost : before is FindingStatus.Attained or FindingStatus.Lost;
        FindingStatus? status = said switch
        {
            "attained" => FindingStatus.Attained,
            "unmet" => isLost ? FindingStatus.Lost : FindingStatus.NotAttained,
            "basically_met" => FindingStatus.BasicallyMet,
            "not_applicable" => FindingStatus.NotApplicable,
            _ => null,
        };
        return status is { } found ? new MinutesCell(row.Unit, criterion, id, before, found) : null;
    }

    private FindingStatus StandingOf(UnitId unit, Question asked, int criterion, AssessorSet counted, Guid own) => Fold.Winner(
        [.. live.Index.Findings.Of(unit, asked.Set.Id, criterion).Where(fact => fact.Entry != own)], asked.On, asked.Sequence,
        finding => counted.Contains(finding.AssessedBy))?.Value.Status ?? FindingStatus.Unassessed;

    private static Guid IdOf(MinutesForm form, UnitId unit, int criterion) => NameBasedId.Of(
        Guid.TryParseExact(form.Id, "D", out var sheet) ? sheet : Guid.Empty, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{unit}:{criterion}"));

    private static JsonObject Line(MinutesSheet sheet, MinutesForm form, MinutesCell cell)
    {
        var line = new JsonObject
        {
            ["type"] = $"criterion_{FindingStatuses.Names.NameOf(cell.Status)}", ["unit"] = cell.Unit.Value, ["id"] = cell.Id.ToString("D"),
            ["effectiveOn"] = VietnamCalendar.Format(sheet.On), ["set"] = sheet.Set.Id.Value, ["criterion"] = cell.Criterion,
            ["assessedBy"] = Assessors.Names.NameOf(sheet.AssessedBy),
        };
        var basis = new JsonObject();
        Put(basis, "number", form.BasisNumber);
        Put(basis, "date", form.BasisDate);
        Put(basis, "issuer", form.BasisIssuer);
        if (basis.Count > 0)
            line["basis"] = basis;
        Put(line, "note", form.Note);
        return line;
    }

    private static void Put(JsonObject line, string field, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            line[field] = value.Trim();
    }
}
