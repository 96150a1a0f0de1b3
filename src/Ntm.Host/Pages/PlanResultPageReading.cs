using System.Globalization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Plans;
using Ntm.Domain.Refusals;
using Ntm.Domain.Time;
using Ntm.Host.Plans;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.PlanResults;

namespace Ntm.Host.Pages;

/// <summary>What the page of a plan's result shows.</summary>
public sealed record PlanResultView(string Slug, PlanDocument? Plan, PlanResultAnswer? Result, TasksAnswer? Tasks, string? AssessedBy, Refusal? Refusal, int HttpStatus)
{
    /// <summary>Whose findings count is kept where it was asked for; tasks do not depend on it.</summary>
    internal string Query => MomentQuery + (AssessedBy is { } assessors ? $"&assessedBy={Uri.EscapeDataString(assessors)}" : "");

    internal string MomentQuery => string.Create(CultureInfo.InvariantCulture, $"on={VietnamCalendar.Format(Result!.On)}&knownAt={Result.KnownAt.Sequence}");
}

internal sealed class PlanResultPageReading(QuestionResolver resolver, LiveRecord live, CriteriaCatalog catalog)
{
    internal async Task<PlanResultView> ReadAsync(string plan, string? on, string? knownAt, string? assessedBy, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveAssessedMomentAsync(new QuestionText(on, knownAt, AssessedBy: assessedBy), cancellation);
        if (resolved.Value is not { } asked)
            return Refused(plan, resolved.Refusal!);
        if (PlanResultEndpoints.Find(live, plan, asked.Sequence) is not { } document)
            return Refused(plan, QuestionRefusals.PlanUnknown(plan, asked.Sequence));
        // Without a day asked for, a plan whose period is over is shown as it ended.
        if (string.IsNullOrWhiteSpace(on) && asked.On > document.To)
            asked = asked with { On = document.To };
        return new PlanResultView(
            plan, document, PlanResultEndpoints.Result(live, document, asked, catalog), TaskReading.Answer(live.Index, document, asked.On, asked.Sequence), string.IsNullOrWhiteSpace(assessedBy) ? null : assessedBy.Trim(), null,
            StatusCodes.Status200OK);
    }

    private static PlanResultView Refused(string plan, QuestionRefusal refusal) => new(plan, null, null, null, null, refusal.Refusal, refusal.Status);
}
