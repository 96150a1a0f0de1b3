using Ntm.Domain.Criteria;
using Ntm.EventStore.Evidence;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Reports;
using Ntm.Projections.Reports;

namespace Ntm.Host.Pages;

/// <summary>Reads the page of a sheet: the report everybody gets, and beside it which files are there by now.</summary>
internal sealed class AppraisalPageReading(QuestionResolver resolver, LiveRecord live, EvidenceStore evidence, CriteriaCatalog catalog, ReportDesk desk, Wording say)
{
    internal async Task<AppraisalPageView> ReadAsync(AppraisalPageQuestion question, CancellationToken cancellation)
    {
        var head = await live.CatchUpToHeadAsync(cancellation);
        var (day, set, notices) = ChosenDay.Of(question.Unit, question.On, question.Set, resolver.Today, live.Index, head, catalog, say);
        var view = new AppraisalPageView
        {
            Asked = question with { On = day, Set = set }, Head = head, Notices = notices,
            Sets = [.. catalog.Sets.Select(known => new Choice(known.Id.Value, $"{known.Decision.Number} · {say[known.Title]}"))],
        };
        var resolved = await resolver.ResolveAsync(new QuestionText(day, question.KnownAt, set, question.AssessedBy, question.Boundary), cancellation);
        if (resolved.Value is not { } asked)
            return Refused(view, resolved.Refusal!);
        var made = await desk.MakeAsync(new ReportRequest(ReportKinds.AppraisalSheet.Slug, question.Unit, asked.ToText()), cancellation);
        if (made.Value is not { } report)
            return Refused(view, made.Refusal!);
        return Linked(view with
        {
            Asked = view.Asked with { Set = asked.Set.Id.Value }, Made = report, Hash = report.Hash(),
            StoredEvidence = await evidence.StoredAmongAsync(FilesOf(report), cancellation),
        }, asked);
    }

    private static AppraisalPageView Refused(AppraisalPageView view, QuestionRefusal refusal) =>
        view with { Refusal = refusal.Refusal, HttpStatus = refusal.Status };

    private static HashSet<string> FilesOf(Report report) =>
    [
        .. report.Tables.SelectMany(table => table.Columns.Select((column, place) => (column, place)).Where(column => column.column.Key == AppraisalPaper.Hash)
            .SelectMany(column => table.Rows.Select(row => row.Cells[column.place].Text))).OfType<string>(),
    ];

    private static AppraisalPageView Linked(AppraisalPageView view, Question asked)
    {
        var (unit, text) = (view.Asked.Unit, asked.ToText());
        var moment = new QueryString().Add("on", text.On!).Add("knownAt", text.KnownAt!).Add("set", text.Set!).Add("assessedBy", text.AssessedBy!);
        var full = asked.Boundary == asked.On ? moment : moment.Add("boundary", text.Boundary!);
        return view with
        {
            UnitLink = $"/units/{unit}{moment}", Permalink = $"/units/{unit}/appraisal-sheet{full}", JsonLink = $"/api/units/{unit}/appraisal-sheet{full}",
            Files = [.. ReportForms.All.Where(form => form != "json").Select(form => new Choice(form, $"/api/units/{unit}/reports/{ReportKinds.AppraisalSheet.Slug}{full.Add("format", form)}"))],
        };
    }
}
