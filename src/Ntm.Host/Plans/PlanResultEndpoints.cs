using Microsoft.AspNetCore.Mvc;
using Ntm.Domain.Criteria;
using Ntm.Domain.Plans;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Units;
using Ntm.Projections.PlanResults;
using Ntm.Projections.Plans;

namespace Ntm.Host.Plans;

/// <summary>What became of a plan of the record: its targets and numbers, and its tasks.</summary>
internal static class PlanResultEndpoints
{
    internal static void MapPlanResults(this IEndpointRouteBuilder routes)
    {
        var plans = routes.MapGroup("/api/plans").WithTags("Plans");
        plans.MapGet("/{plan}/result", ResultAsync).Produces<PlanResultAnswer>().ProducesQuestionProblems()
            .WithSummary("A plan against its result on a day, as known at a sequence");
        plans.MapGet("/{plan}/tasks", TasksAsync).Produces<TasksAnswer>().ProducesQuestionProblems()
            .WithSummary("The tasks of a plan: due, done and overdue on a day, as known at a sequence");
    }

    private static async Task<IResult> ResultAsync(
        string plan, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "assessedBy")] string? assessedBy,
        [FromQuery(Name = "minSequence")] string? minSequence, QuestionResolver resolver, LiveRecord live, CriteriaCatalog catalog, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveAssessedMomentAsync(new QuestionText(on, knownAt, AssessedBy: assessedBy, MinSequence: minSequence), cancellation);
        if (resolved.Value is not { } asked)
            return ProblemResult.Of(resolved.Refusal!);
        return Find(live, plan, asked.Sequence) is { } document
            ? new AsOfAnswer<PlanResultAnswer>(Result(live, document, asked, catalog), AnswerJson.Write, asked.Sequence, live.Index)
            : ProblemResult.Of(QuestionRefusals.PlanUnknown(plan, asked.Sequence));
    }

    private static async Task<IResult> TasksAsync(
        string plan, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, CancellationToken cancellation)
    {
        var tasks = await resolver.AnswerAsync<TasksAnswer>(
            new QuestionText(on, knownAt, MinSequence: minSequence),
            asked => Find(live, plan, asked.Sequence) is { } document
                ? TaskReading.Answer(live.Index, document, asked.On, asked.Sequence)
                : QuestionRefusals.PlanUnknown(plan, asked.Sequence),
            cancellation);
        return AsOfAnswer.Of(tasks, AnswerJson.Write, answer => answer.KnownAt.Sequence, live.Index);
    }

    internal static PlanResultAnswer Result(LiveRecord live, PlanDocument plan, AssessedMoment asked, CriteriaCatalog catalog) => PlanResultReading.Answer(
        live.Index, plan, asked.On, asked.Sequence, plan.Content is { } content ? catalog.Find(content.Set) : null, asked.Assessors);

    /// <returns>Null where the plan is not known at that sequence.</returns>
    internal static PlanDocument? Find(LiveRecord live, string plan, long knownAt) =>
        PlanId.TryParse(plan, out var id) ? PlanReading.Find(live.Index.Register, id, knownAt) : null;
}
