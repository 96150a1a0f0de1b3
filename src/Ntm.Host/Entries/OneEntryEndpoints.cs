using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Units;
using Ntm.Projections.EntryHistory;

namespace Ntm.Host.Entries;

/// <summary>One entry in full (docs/reference/http.md).</summary>
internal static class OneEntryEndpoints
{
    internal static void MapOneEntry(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/entries/{entry}", AnswerAsync)
            .WithTags("Entries")
            .Produces<EntryAnswer>()
            .ProducesQuestionProblems()
            .WithSummary("One entry, who recorded it in which office, and what corrects it");

    private static async Task<IResult> AnswerAsync(
        string entry, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, EntryDesk desk, LiveRecord live, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveKnowledgeAsync(new QuestionText(KnownAt: knownAt, MinSequence: minSequence), cancellation);
        if (resolved.Value is not { } asked)
            return ProblemResult.Of(resolved.Refusal!);
        return await desk.FindAsync(entry, asked.Sequence, cancellation) is { } answer
            ? new AsOfAnswer<EntryAnswer>(answer, Write, asked.Sequence, live.Index)
            : ProblemResult.Of(QuestionRefusals.EntryUnknown(entry, asked.Sequence));
    }

    private static void Write(Utf8JsonWriter json, EntryAnswer answer) => JsonSerializer.Serialize(json, answer, AnswerJson.Written.EntryAnswer);
}
