using Microsoft.AspNetCore.Mvc;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Units;
using Ntm.Projections.Appraisal;

namespace Ntm.Host.Appraisal;

/// <summary>Appraisal sheets over HTTP (docs/reference/http.md); as files they are a report.</summary>
internal static class AppraisalEndpoints
{
    internal static void MapAppraisal(this IEndpointRouteBuilder routes) => routes.MapGroup("/api/units").WithTags("Titles")
        .MapGet("/{unit}/appraisal-sheet", SheetAsync)
        .Produces<AppraisalSheet>()
        .ProducesQuestionProblems()
        .WithSummary("One unit on a day, criterion by criterion, with the papers, offices, inspections and evidence behind it");

    private static async Task<IResult> SheetAsync(
        string unit, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "set")] string? set,
        [FromQuery(Name = "assessedBy")] string? assessedBy, [FromQuery(Name = "boundary")] string? boundary,
        [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, AppraisalDesk desk, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveAsync(new QuestionText(on, knownAt, set, assessedBy, boundary, minSequence), cancellation);
        if (resolved.Value is not { } asked)
            return ProblemResult.Of(resolved.Refusal!);
        return await desk.MakeAsync(unit, asked, cancellation) is { } sheet
            ? new AsOfAnswer<AppraisalSheet>(sheet, AnswerJson.Write, asked.Sequence, live.Index)
            : ProblemResult.Of(QuestionRefusals.UnitUnknown(unit, asked.Sequence));
    }
}
