using Microsoft.AspNetCore.Mvc;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Units;
using Ntm.Projections.Titles;

namespace Ntm.Host.Titles;

/// <summary>Questions about titles and the dossiers they came by (docs/reference/http.md).</summary>
internal static class TitleEndpoints
{
    internal static void MapTitles(this IEndpointRouteBuilder routes)
    {
        var titles = routes.MapGroup("/api").WithTags("Titles");
        titles.MapGet("/units/{unit}/titles", TitlesAsync).Produces<TitlesAnswer>().ProducesQuestionProblems()
            .WithSummary("The titles of a unit, what speaks against them and what became of them");
        titles.MapGet("/dossiers/{dossier}", DossierAsync).Produces<DossierAnswer>().ProducesQuestionProblems()
            .WithSummary("One attempt at a title, step by step");
        titles.MapGet("/dossiers/{dossier}/basis", BasisAsync).Produces<PreparedBasis>().ProducesQuestionProblems()
            .WithSummary("What a step of a dossier prepared now would rest on");
        titles.MapGet("/titles/watch", WatchAsync).Produces<TitleWatch>().ProducesQuestionProblems()
            .WithSummary("Titles under a unit that somebody should look at");
    }

    private static async Task<IResult> TitlesAsync(
        string unit, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "minSequence")] string? minSequence,
        TitleQuestions titles, LiveRecord live, CancellationToken cancellation) => AsOfAnswer.Of(
            await titles.TitlesAsync(unit, new QuestionText(on, knownAt, MinSequence: minSequence), cancellation),
            AnswerJson.Write, answer => answer.KnownAt.Sequence, live.Index);

    private static async Task<IResult> DossierAsync(
        string dossier, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "minSequence")] string? minSequence,
        TitleQuestions titles, LiveRecord live, CancellationToken cancellation) => AsOfAnswer.Of(
            await titles.DossierAsync(dossier, new QuestionText(on, knownAt, MinSequence: minSequence), cancellation),
            AnswerJson.Write, answer => answer.KnownAt.Sequence, live.Index);

    private static async Task<IResult> BasisAsync(
        string dossier, [FromQuery(Name = "step")] string? step, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt,
        [FromQuery(Name = "minSequence")] string? minSequence, TitleQuestions titles, LiveRecord live, CancellationToken cancellation) => AsOfAnswer.Of(
            await titles.BasisAsync(dossier, step, new QuestionText(on, knownAt, MinSequence: minSequence), cancellation),
            AnswerJson.Write, answer => answer.Sequence, live.Index);

    private static async Task<IResult> WatchAsync(
        [FromQuery(Name = "under")] string? under, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt,
        [FromQuery(Name = "minSequence")] string? minSequence, TitleQuestions titles, LiveRecord live, CancellationToken cancellation) => AsOfAnswer.Of(
            await titles.WatchAsync(under, new QuestionText(on, knownAt, MinSequence: minSequence), cancellation),
            AnswerJson.Write, answer => answer.KnownAt.Sequence, live.Index);
}
