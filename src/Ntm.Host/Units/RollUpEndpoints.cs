using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Ntm.Domain.Units;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.PlanResults;
using Ntm.Projections.RollUp;

namespace Ntm.Host.Units;

/// <summary>What the overview tells beside the matrix: it counted by parts, and the year against the plans (docs/reference/http.md).</summary>
internal static class RollUpEndpoints
{
    internal static void MapRollUps(this IEndpointRouteBuilder routes)
    {
        var units = routes.MapGroup("/api/units").WithTags("Units");
        units.MapGet("/{unit}/roll-up", RollUpAsync)
            .Produces<RollUpAnswer>()
            .ProducesQuestionProblems()
            .WithSummary("A matrix counted by the units directly under the one asked about");
        units.MapGet("/{unit}/course", CourseAsync)
            .Produces<CourseAnswer>()
            .ProducesQuestionProblems()
            .WithSummary("The targets of the communes under a unit, and the year's course against them");
    }

    private static Task<IResult> RollUpAsync(
        string unit, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "set")] string? set,
        [FromQuery(Name = "assessedBy")] string? assessedBy, [FromQuery(Name = "boundary")] string? boundary,
        [FromQuery(Name = "minSequence")] string? minSequence, QuestionResolver resolver, LiveRecord live, CancellationToken cancellation) => AnswerAsync(
            unit, new QuestionText(on, knownAt, set, assessedBy, boundary, minSequence), resolver, live,
            (matrix, asked) => RollUpReading.Answer(live.Index, matrix, asked.Set), Write, cancellation);

    private static Task<IResult> CourseAsync(
        string unit, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "set")] string? set,
        [FromQuery(Name = "assessedBy")] string? assessedBy, [FromQuery(Name = "boundary")] string? boundary,
        [FromQuery(Name = "minSequence")] string? minSequence, QuestionResolver resolver, LiveRecord live, CancellationToken cancellation) => AnswerAsync(
            unit, new QuestionText(on, knownAt, set, assessedBy, boundary, minSequence), resolver, live,
            (matrix, asked) => CourseReading.Answer(live.Index, matrix, asked.Set, asked.Assessors), Write, cancellation);

    private static async Task<IResult> AnswerAsync<T>(
        string unit, QuestionText text, QuestionResolver resolver, LiveRecord live, Func<MatrixAnswer, Question, T> answer, Action<Utf8JsonWriter, T> write,
        CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveAsync(text, cancellation);
        if (resolved.Value is not { } asked)
            return ProblemResult.Of(resolved.Refusal!);
        return UnitId.TryParse(unit, out var id)
            && MatrixReading.Answer(live.Index, id, asked.On, asked.Sequence, asked.Set, asked.Assessors, asked.Boundary) is { } matrix
                ? new AsOfAnswer<T>(answer(matrix, asked), write, asked.Sequence, live.Index)
                : ProblemResult.Of(QuestionRefusals.UnitUnknown(unit, asked.Sequence));
    }

    private static void Write(Utf8JsonWriter json, RollUpAnswer answer) => JsonSerializer.Serialize(json, answer, AnswerJson.Written.RollUpAnswer);

    private static void Write(Utf8JsonWriter json, CourseAnswer answer) => JsonSerializer.Serialize(json, answer, AnswerJson.Written.CourseAnswer);
}
