using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Ntm.Domain.Units;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Units;
using Ntm.Projections.TimePlane;

namespace Ntm.Host.TimePlane;

/// <summary>The entries of a territory as points of the two clocks (docs/reference/http.md).</summary>
internal static class PlaneEndpoints
{
    internal static void MapTimePlane(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/units/{unit}/plane", AnswerAsync)
            .WithTags("Units")
            .Produces<PlaneAnswer>()
            .ProducesQuestionProblems()
            .WithSummary("Every entry about a unit and what was ever under it, as a point of the two clocks");

    private static async Task<IResult> AnswerAsync(
        string unit, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, Planes planes, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveKnowledgeAsync(new QuestionText(KnownAt: knownAt, MinSequence: minSequence), cancellation);
        if (resolved.Value is not { } asked)
            return ProblemResult.Of(resolved.Refusal!);
        return UnitId.TryParse(unit, out var id) && await planes.AnswerAsync(id, asked.Sequence, cancellation) is { } answer
            ? new AsOfAnswer<PlaneAnswer>(answer, Write, asked.Sequence, live.Index)
            : ProblemResult.Of(QuestionRefusals.UnitUnknown(unit, asked.Sequence));
    }

    private static void Write(Utf8JsonWriter json, PlaneAnswer answer) => JsonSerializer.Serialize(json, answer, AnswerJson.Written.PlaneAnswer);
}
