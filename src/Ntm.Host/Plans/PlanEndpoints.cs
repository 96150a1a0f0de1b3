using Microsoft.AspNetCore.Mvc;
using Ntm.Domain.Plans;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Units;
using Ntm.Projections.Plans;

namespace Ntm.Host.Plans;

/// <summary>Questions about plans as known at a sequence (docs/reference/http.md).</summary>
internal static class PlanEndpoints
{
    internal static void MapPlans(this IEndpointRouteBuilder routes)
    {
        var plans = routes.MapGroup("/api/plans").WithTags("Plans");
        plans.MapGet("", ListAsync)
            .Produces<IReadOnlyList<PlanRow>>()
            .ProducesQuestionProblems()
            .WithSummary("Plans known at a sequence or instant");
        plans.MapGet("/{plan}", PlanAsync)
            .Produces<PlanAnswer>()
            .ProducesQuestionProblems()
            .WithSummary("One plan with its document and what it says, statement by statement");
    }

    private static async Task<IResult> ListAsync(
        [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveKnowledgeAsync(new QuestionText(KnownAt: knownAt, MinSequence: minSequence), cancellation);
        if (resolved.Value is not { } asked)
            return ProblemResult.Of(resolved.Refusal!);
        IReadOnlyList<PlanRow> rows = [.. PlanReading.List(live.Index.Register, asked.Sequence).Select(PlanRow.Of)];
        return new AsOfAnswer<IReadOnlyList<PlanRow>>(rows, AnswerJson.Write, asked.Sequence, live.Index);
    }

    private static async Task<IResult> PlanAsync(
        string plan, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveKnowledgeAsync(new QuestionText(KnownAt: knownAt, MinSequence: minSequence), cancellation);
        if (resolved.Value is not { } asked)
            return ProblemResult.Of(resolved.Refusal!);
        return PlanId.TryParse(plan, out var id) && PlanReading.Find(live.Index.Register, id, asked.Sequence) is { } found
            ? new AsOfAnswer<PlanAnswer>(PlanAnswer.Of(found, live.Index, asked.Sequence), AnswerJson.Write, asked.Sequence, live.Index)
            : ProblemResult.Of(QuestionRefusals.PlanUnknown(plan, asked.Sequence));
    }
}
