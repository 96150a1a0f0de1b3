using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.UnitSearch;

namespace Ntm.Host.Units;

/// <summary>Units sought by name (docs/reference/http.md).</summary>
internal static class UnitSearchEndpoints
{
    internal static void MapUnitSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/search", FindAsync)
            .WithTags("Units")
            .Produces<UnitsFound>()
            .ProducesQuestionProblems()
            .WithSummary("Units by any name they ever had, tone marks ignored, ended units too");

    private static async Task<IResult> FindAsync(
        [FromQuery(Name = "q")] string? query, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveKnowledgeAsync(new QuestionText(KnownAt: knownAt, MinSequence: minSequence), cancellation);
        return resolved.Value is { } asked
            ? new AsOfAnswer<UnitsFound>(UnitSearchReading.Answer(live.Index, query ?? "", asked.Sequence), Write, asked.Sequence, live.Index)
            : ProblemResult.Of(resolved.Refusal!);
    }

    private static void Write(Utf8JsonWriter json, UnitsFound answer) => JsonSerializer.Serialize(json, answer, AnswerJson.Written.UnitsFound);
}
