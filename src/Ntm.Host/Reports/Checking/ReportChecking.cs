using System.Globalization;
using Ntm.Domain.Entries;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.EventStore;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections;
using Ntm.Projections.Reports;

namespace Ntm.Host.Reports.Checking;

/// <summary>
/// Holds a file against the record: makes the report again that it claims to be, and compares them cell by cell; then asks whether what
/// was recorded since would make it another.
/// </summary>
internal sealed class ReportChecking(ReportDesk desk, Record record, LiveRecord live)
{
    internal const int MostEntries = 50;
    private const int MostCells = 100;

    // To find one entry the report is made some twenty times: of a report of a country fewer are looked for.
    private const int MostRows = 20_000;
    private const int FewestEntries = 3;

    internal async Task<Resolved<ReportCheck>> CheckAsync(byte[] file, CancellationToken cancellation)
    {
        var read = FiledReports.Read(file);
        if (read.Value is not { } filed)
            return read.Refusal!;
        var head = await live.CatchUpToHeadAsync(cancellation);
        var understood = await UnderstandAsync(filed.File.Claims, head, cancellation);
        if (understood.Value is not { } wanted)
            return understood.Refusal!;
        var asked = await desk.WithSourcesAsync(wanted, LastKnown(wanted.Question.Unit, head), cancellation);
        if (ReportReading.Read(asked.Kind, asked.Question) is not { } report)
            return QuestionRefusals.UnitUnknown(asked.Question.Unit.Value, asked.Question.KnownAt);

        var hash = report.Hash();
        var difference = filed.File.Against(report, hash);
        var superseding = difference.Altered.Count > 0 ? [] : await SupersedingAsync(asked, report, head, cancellation);
        return new ReportCheck(
            difference.Altered.Count > 0 ? ReportCheck.AlteredVerdict : superseding.Count > 0 ? ReportCheck.Superseded : ReportCheck.Identical,
            report.Kind.Slug, report.Parameters.Unit, report.Parameters.On, report.Parameters.KnownAt, hash, Known(head),
            [.. difference.Altered.Take(MostCells)], difference.Altered.Count, difference.Additions, superseding);
    }

    private async Task<Resolved<UnderstoodReport>> UnderstandAsync(IReadOnlyDictionary<string, string> claims, long head, CancellationToken cancellation)
    {
        foreach (var required in new[] { ReportParameter.Report, ReportParameter.Format, "unit", "on", "sequence", "set", "assessedBy", "boundary" })
        {
            if (string.IsNullOrEmpty(claims.GetValueOrDefault(required)))
                return claims.ContainsKey(ReportParameter.Report) ? ReportRefusals.ParameterInvalid(required) : ReportRefusals.NotOurs();
        }

        if (claims[ReportParameter.Format] != Report.Format)
            return ReportRefusals.FormatOther(claims[ReportParameter.Format]);
        if (!long.TryParse(claims["sequence"], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            return ReportRefusals.ParameterInvalid("sequence");
        if (sequence > head)
            return ReportRefusals.RecordOther(sequence, Known(head));
        if (claims.GetValueOrDefault(ReportParameter.RecordedAt, "") != (Known(sequence).RecordedAt ?? ""))
            return ReportRefusals.RecordOther(sequence, Known(sequence));

        var question = new QuestionText(claims["on"], claims["sequence"], claims["set"], claims["assessedBy"], claims["boundary"]);
        var understood = await desk.UnderstandAsync(
            new ReportRequest(claims[ReportParameter.Report], claims["unit"], question, claims.GetValueOrDefault("since")), cancellation);
        // The text of a set is data of the program: of another version, other criteria would be counted.
        return understood.Value is { } asked && claims.GetValueOrDefault("setVersion") != asked.Question.Set.Version
            ? ReportRefusals.FormatOther($"{Report.Format}, {asked.Question.Set.Id} {claims.GetValueOrDefault("setVersion")}")
            : understood;
    }

    private async Task<IReadOnlyList<SupersedingAnswer>> SupersedingAsync(UnderstoodReport asked, Report report, long head, CancellationToken cancellation)
    {
        Report? At(long sequence)
        {
            cancellation.ThrowIfCancellationRequested();
            return ReportReading.Read(asked.Kind, asked.Question with { KnownAt = sequence });
        }

        var most = Math.Clamp(MostRows / Math.Max(1, report.Tables.Sum(table => table.Rows.Count)), FewestEntries, MostEntries);
        var entries = Supersession.Between(At, report, asked.Question.KnownAt, head, most);
        var answers = new List<SupersedingAnswer>();
        foreach (var (sequence, cells) in entries)
        {
            await foreach (var recorded in record.ReadAsync(sequence - 1, sequence, null, cancellation))
                answers.Add(AnswerOf(recorded, cells));
        }

        return answers;
    }

    private static SupersedingAnswer AnswerOf(RecordedEntry recorded, IReadOnlyList<ChangedCell> cells) => new(
        recorded.Sequence, RecordTime.Format(recorded.RecordedAt), recorded.Id, EntryTypes.Of(recorded.Entry).Name, recorded.Entry.Unit.Value,
        [
            .. cells.Take(MostCells).Select(cell =>
                new ChangedAnswer(cell.Table.Name, cell.Row.Key, cell.Column.Key, cell.Before.ToPlainText(), cell.After.ToPlainText())),
        ],
        cells.Count);

    // A unit whose establishment was retracted has a history up to there.
    private long LastKnown(UnitId unit, long head) => live.Index.Register.Find(unit) is { Establishments: { IsEmpty: false } said }
        ? said.Max(establishment => Math.Min(head, (establishment.RetractedAt ?? long.MaxValue) - 1))
        : head;

    private KnownAt Known(long sequence) => new(sequence, live.Index.RecordedAt(sequence) is { } stamp ? RecordTime.Format(stamp) : null);
}
