using System.Globalization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Time;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Reports;
using Ntm.Host.Reports.Checking;
using Ntm.Projections.Reports;

namespace Ntm.Host.Pages;

/// <summary>The page of reports: its form, the report asked for, and a file somebody wants to have checked. Nothing of it stays with the host.</summary>
internal sealed class ReportPageReading(QuestionResolver resolver, LiveRecord live, CriteriaCatalog catalog, ReportDesk desk, ReportChecking checking, Wording say)
{
    internal async Task<ReportPageView> ReadAsync(ReportPageQuestion question, CancellationToken cancellation)
    {
        var head = await live.CatchUpToHeadAsync(cancellation);
        var units = UnitChoices.Of(live.Index.Register, head);
        var (on, notice) = DayOf(question.On);
        var view = new ReportPageView
        {
            Asked = question with { On = on, Unit = Given(question.Unit) ?? (units is [var first, ..] ? first.Value : null), Set = Given(question.Set), Report = Given(question.Report) },
            Head = head, Units = units, Notice = notice,
            Sets = [.. catalog.Sets.Select(set => new Choice(set.Id.Value, $"{set.Decision.Number} · {say[set.Title]}"))],
        };
        if (view.Asked is not { Report: { } kind, Unit: { } unit })
            return view;

        var made = await desk.MakeAsync(
            new ReportRequest(kind, unit, new(on, question.KnownAt, question.Set, question.AssessedBy), question.Since, question.Period), cancellation);
        if (made.Value is not { } report)
            return view with { Refusal = made.Refusal!.Refusal, HttpStatus = made.Refusal.Status };
        return view with
        {
            Made = report, Hash = report.Hash(),
            Files = [.. ReportForms.All.Select(form => new Choice(form, $"/api/units/{unit}/reports/{kind}{Address(report).Add("format", form)}"))],
            Permalink = $"/reports{Address(report).Add("report", kind).Add("unit", unit)}",
        };
    }

    internal async Task<CheckOutcome> CheckAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is not { Length: > 0 })
            return new CheckOutcome(null, Domain.Refusals.TableRefusals.OptionMissing("file"));
        await using var content = file.OpenReadStream();
        if (await FiledReports.ReceiveAsync(content, cancellation) is not { } bytes)
            return new CheckOutcome(null, ReportRefusals.FileTooLarge(FiledReports.Limits.FileBytes).Refusal);
        var check = await checking.CheckAsync(bytes, cancellation);
        return new CheckOutcome(check.Value, check.Refusal?.Refusal);
    }

    // Where no set is in force today, the last day of the latest one.
    private (string On, string? Notice) DayOf(string? asked)
    {
        if (Given(asked) is { } given)
            return (given, null);
        if (catalog.InForceOn(resolver.Today) is not null)
            return (VietnamCalendar.Format(resolver.Today), null);
        var last = catalog.Sets[^1].To;
        return (VietnamCalendar.Format(last),
            say[
                $"Hôm nay {Words.Day(resolver.Today)} không có bộ tiêu chí nào (trong số đã có văn bản) còn hiệu lực; ngày báo cáo được đặt là {Words.Day(last)}, ngày cuối của bộ mới nhất.",
                $"Today, {Words.Day(resolver.Today)}, none of the criteria sets whose text is at hand is in force; the day of the report is set to {Words.Day(last)}, the last day of the newest set."]);
    }

    private static QueryString Address(Report report)
    {
        var asked = report.Parameters;
        var query = new QueryString()
            .Add("on", VietnamCalendar.Format(asked.On))
            .Add("knownAt", asked.KnownAt.Sequence.ToString(CultureInfo.InvariantCulture))
            .Add("set", asked.Set.Id.Value)
            .Add("assessedBy", string.Join(',', asked.AssessedBy));
        return asked.Since is { } since ? query.Add("since", VietnamCalendar.Format(since)) : query;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
