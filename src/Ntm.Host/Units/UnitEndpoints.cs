using Microsoft.AspNetCore.Mvc;
using Ntm.Domain.Units;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.CommuneStatus;
using Ntm.Projections.UnitList;

namespace Ntm.Host.Units;

/// <summary>Questions about units as of two clock readings (docs/reference/http.md).</summary>
internal static class UnitEndpoints
{
    internal static void MapUnits(this IEndpointRouteBuilder routes)
    {
        var units = routes.MapGroup("/api/units").WithTags("Units");
        units.MapGet("", ListAsync)
            .Produces<IReadOnlyList<UnitRow>>()
            .ProducesQuestionProblems()
            .WithSummary("Units living on a day, as known at a sequence or instant");
        units.MapGet("/{unit}/status", StatusAsync)
            .Produces<StatusAnswer>()
            .ProducesQuestionProblems()
            .WithSummary("Every criterion of a set for one unit");
        units.MapGet("/{unit}/matrix", MatrixAsync)
            .Produces<MatrixAnswer>()
            .ProducesQuestionProblems()
            .WithSummary("Communes × criteria under a unit, with average, bands and counts");
    }

    private static async Task<IResult> ListAsync(
        [FromQuery(Name = "under")] string? under, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt,
        [FromQuery(Name = "name")] string? name, [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, CancellationToken cancellation)
    {
        var moment = await resolver.ResolveMomentAsync(on, knownAt, minSequence, cancellation);
        if (moment.Value is not { } asked)
            return ProblemResult.Of(moment.Refusal!);

        UnitId? above = null;
        if (!string.IsNullOrEmpty(under))
        {
            if (!UnitId.TryParse(under, out var unit))
                return ProblemResult.Of(QuestionRefusals.UnitUnknown(under, asked.Sequence));
            above = unit;
        }

        return UnitListReading.Answer(live.Index, above, asked.On, asked.Sequence, string.IsNullOrWhiteSpace(name) ? null : name.Trim()) is { } rows
            ? new AsOfAnswer<IReadOnlyList<UnitRow>>(rows, AnswerJson.Write, asked.Sequence, live.Index)
            : ProblemResult.Of(QuestionRefusals.UnitUnknown(under!, asked.Sequence));
    }

    private static async Task<IResult> StatusAsync(
        string unit, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "set")] string? set,
        [FromQuery(Name = "assessedBy")] string? assessedBy, [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveAsync(new QuestionText(on, knownAt, set, assessedBy, MinSequence: minSequence), cancellation);
        if (resolved.Value is not { } asked)
            return ProblemResult.Of(resolved.Refusal!);

        return UnitId.TryParse(unit, out var id)
            && StatusReading.Answer(live.Index, id, asked.On, asked.Sequence, asked.Set, asked.Assessors) is { } answer
                ? new AsOfAnswer<StatusAnswer>(answer, StatusJson.Write, asked.Sequence, live.Index)
                : ProblemResult.Of(QuestionRefusals.UnitUnknown(unit, asked.Sequence));
    }

    private static async Task<IResult> MatrixAsync(
        string unit, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "set")] string? set,
        [FromQuery(Name = "assessedBy")] string? assessedBy, [FromQuery(Name = "boundary")] string? boundary,
        [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveAsync(new QuestionText(on, knownAt, set, assessedBy, boundary, minSequence), cancellation);
        if (resolved.Value is not { } asked)
            return ProblemResult.Of(resolved.Refusal!);

        return UnitId.TryParse(unit, out var id)
            && MatrixReading.Answer(live.Index, id, asked.On, asked.Sequence, asked.Set, asked.Assessors, asked.Boundary) is { } answer
                ? new AsOfAnswer<MatrixAnswer>(answer, MatrixJson.Write, asked.Sequence, live.Index)
                : ProblemResult.Of(QuestionRefusals.UnitUnknown(unit, asked.Sequence));
    }

    internal static RouteHandlerBuilder ProducesQuestionProblems(this RouteHandlerBuilder route) => route
        .WithKnownParametersOnly()
        .Produces(StatusCodes.Status304NotModified)
        .Produces<ProblemAnswer>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<ProblemAnswer>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
        .Produces<ProblemAnswer>(StatusCodes.Status503ServiceUnavailable, "application/problem+json");
}
