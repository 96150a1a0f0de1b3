using Microsoft.AspNetCore.Mvc;
using Ntm.Domain.Criteria;
using Ntm.Domain.Units;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Units;
using Ntm.Projections.Inspections;

namespace Ntm.Host.Inspections;

/// <summary>Questions about inspections and what they ask to be put right (docs/reference/http.md).</summary>
internal static class InspectionEndpoints
{
    internal static void MapInspections(this IEndpointRouteBuilder routes)
    {
        var inspections = routes.MapGroup("/api").WithTags("Inspections");
        inspections.MapGet("/units/{unit}/inspections", OfUnitAsync).Produces<InspectionsAnswer>().ProducesQuestionProblems()
            .WithSummary("The inspections of a unit, what they ask to be put right, and what was inspected before each finding");
        inspections.MapGet("/inspections", UnderAsync).Produces<InspectionListAnswer>().ProducesQuestionProblems()
            .WithSummary("Inspections under a unit: planned, overdue, held, and what is to be put right");
    }

    private static async Task<IResult> OfUnitAsync(
        string unit, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, CriteriaCatalog catalog, CancellationToken cancellation)
    {
        var moment = await resolver.ResolveMomentAsync(on, knownAt, minSequence, cancellation);
        if (moment.Value is not { } asked)
            return ProblemResult.Of(moment.Refusal!);
        return UnitId.TryParse(unit, out var id) && InspectionsReading.Answer(live.Index, id, asked.On, asked.Sequence, catalog) is { } answer
            ? new AsOfAnswer<InspectionsAnswer>(answer, AnswerJson.Write, asked.Sequence, live.Index)
            : ProblemResult.Of(QuestionRefusals.UnitUnknown(unit, asked.Sequence));
    }

    private static async Task<IResult> UnderAsync(
        [FromQuery(Name = "under")] string? under, [FromQuery(Name = "state")] string? state, [FromQuery(Name = "on")] string? on,
        [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "minSequence")] string? minSequence, QuestionResolver resolver, LiveRecord live,
        CriteriaCatalog catalog, CancellationToken cancellation)
    {
        var resolved = await new InspectionQuestions(resolver, live, catalog).AnswerUnderAsync(under, state, on, knownAt, minSequence, cancellation);
        return resolved.Value is { } answer
            ? new AsOfAnswer<InspectionListAnswer>(answer, AnswerJson.Write, answer.KnownAt.Sequence, live.Index)
            : ProblemResult.Of(resolved.Refusal!);
    }
}
