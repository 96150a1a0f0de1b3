using Microsoft.AspNetCore.Mvc;
using Ntm.Domain.Plans;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Units;
using Ntm.Projections.Plans;

namespace Ntm.Host.Plans;

/// <summary>A plan of the record held against itself (docs/reference/plan-rules.md).</summary>
internal static class PlanCheckEndpoints
{
    internal static void MapPlanChecks(this IEndpointRouteBuilder routes) => routes.MapGroup("/api/plans").WithTags("Plans")
        .MapGet("/{plan}/check", CheckAsync)
        .Produces<PlanCheckAnswer>()
        .ProducesQuestionProblems()
        .WithSummary("What contradicts itself in a plan, and what agrees");

    private static async Task<IResult> CheckAsync(
        string plan, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, PlanChecks checks, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveKnowledgeAsync(new QuestionText(KnownAt: knownAt, MinSequence: minSequence), cancellation);
        if (resolved.Value is not { } asked)
            return ProblemResult.Of(resolved.Refusal!);
        if (!PlanId.TryParse(plan, out var id) || PlanReading.Find(live.Index.Register, id, asked.Sequence) is not { } document)
            return ProblemResult.Of(QuestionRefusals.PlanUnknown(plan, asked.Sequence));
        var (seen, refusal) = checks.Check(document, live.Index.Map, asked.Sequence);
        return seen is null
            ? ProblemResult.Of(new QuestionRefusal(422, refusal!))
            : new AsOfAnswer<PlanCheckAnswer>(PlanCheckAnswer.Of(document, seen, live.Index, asked.Sequence), AnswerJson.Write, asked.Sequence, live.Index);
    }
}
