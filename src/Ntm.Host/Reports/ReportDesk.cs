using Ntm.Domain.Criteria;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Units;
using Ntm.Projections.Appraisal;
using Ntm.Projections.EntryHistory;
using Ntm.Projections.Reports;

namespace Ntm.Host.Reports;

/// <summary>Understands requests for reports and makes them. The default period is the year.</summary>
internal sealed class ReportDesk(QuestionResolver resolver, LiveRecord live, Histories histories, CriteriaCatalog catalog)
{
    internal async Task<Resolved<Report>> MakeAsync(ReportRequest request, CancellationToken cancellation)
    {
        var understood = await UnderstandAsync(request, cancellation);
        if (understood.Value is not { } wanted)
            return understood.Refusal!;
        var asked = await WithSourcesAsync(wanted, wanted.Question.KnownAt, cancellation);
        return ReportReading.Read(asked.Kind, asked.Question) is { } report ? report : QuestionRefusals.UnitUnknown(request.Unit, asked.Question.KnownAt);
    }

    internal async Task<Resolved<UnderstoodReport>> UnderstandAsync(ReportRequest request, CancellationToken cancellation)
    {
        if (ReportKinds.Find(request.Kind) is not { } kind)
            return ReportRefusals.KindUnknown(request.Kind);
        var resolved = await resolver.ResolveAsync(request.Question, cancellation);
        if (resolved.Value is not { } asked)
            return resolved.Refusal!;
        var earlier = SinceOf(request, asked.On);
        if (earlier.Value is not { } since)
            return earlier.Refusal!;
        if (!UnitId.TryParse(request.Unit, out var unit))
            return QuestionRefusals.UnitUnknown(request.Unit, asked.Sequence);
        return new UnderstoodReport(kind, new(live.Index, unit, asked.On, asked.Sequence, asked.Set, asked.Assessors, asked.Boundary, since.Day));
    }

    /// <summary>With what a kind that quotes entries needs of them, for any question up to a sequence.</summary>
    internal async Task<UnderstoodReport> WithSourcesAsync(UnderstoodReport asked, long upTo, CancellationToken cancellation)
    {
        if (!asked.Kind.QuotesEntries || await histories.AnswerAsync(asked.Question.Unit, upTo, new HistoryFilter(null, null), cancellation) is not { } history)
            return asked;
        return asked with { Question = asked.Question with { Sources = new ReportSources(catalog, new SaidOfUnit(history)) } };
    }

    private sealed record EarlierDay(DateOnly Day);

    private static Resolved<EarlierDay> SinceOf(ReportRequest request, DateOnly on)
    {
        if (!string.IsNullOrWhiteSpace(request.Since))
        {
            if (!VietnamCalendar.TryParseDay(request.Since.Trim(), out var day))
                return QuestionRefusals.Day("since");
            return day <= on ? new EarlierDay(day) : ReportRefusals.SinceAfterOn();
        }

        var period = ReportPeriod.Year;
        if (!string.IsNullOrWhiteSpace(request.Period) && !ReportPeriods.Names.TryParse(request.Period.Trim(), out period))
            return ReportRefusals.PeriodInvalid();
        return new EarlierDay(period.EndOfTheOneBefore(on));
    }
}
