using Microsoft.AspNetCore.Mvc;
using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.EventStore;
using Ntm.Host.Problems;
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
        QuestionResolver resolver, LiveRecord live, CriteriaCatalog catalog, CancellationToken cancellation)
    {
        var moment = await resolver.ResolveMomentAsync(on, knownAt, minSequence, cancellation);
        if (moment.Value is not { } asked)
            return ProblemResult.Of(moment.Refusal!);
        return UnitId.TryParse(unit, out var id) && TitlesReading.Answer(live.Index, id, asked.On, asked.Sequence, catalog) is { } answer
            ? new AsOfAnswer<TitlesAnswer>(answer, AnswerJson.Write, asked.Sequence, live.Index)
            : ProblemResult.Of(QuestionRefusals.UnitUnknown(unit, asked.Sequence));
    }

    private static async Task<IResult> DossierAsync(
        string dossier, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, CriteriaCatalog catalog, CancellationToken cancellation)
    {
        var moment = await resolver.ResolveMomentAsync(on, knownAt, minSequence, cancellation);
        if (moment.Value is not { } asked)
            return ProblemResult.Of(moment.Refusal!);
        return DossierReading.Answer(live.Index, dossier, asked.On, asked.Sequence, catalog) is { } answer
            ? new AsOfAnswer<DossierAnswer>(answer, AnswerJson.Write, asked.Sequence, live.Index)
            : ProblemResult.Of(QuestionRefusals.DossierUnknown(dossier, asked.Sequence));
    }

    private static async Task<IResult> BasisAsync(
        string dossier, [FromQuery(Name = "step")] string? step, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt,
        [FromQuery(Name = "minSequence")] string? minSequence, QuestionResolver resolver, LiveRecord live, Record record, CriteriaCatalog catalog,
        CancellationToken cancellation)
    {
        if (!StepKinds.Names.TryParse(step, out var kind) || !PreparedBasisReading.Resting.Contains(kind))
            return ProblemResult.Of(QuestionRefusals.StepInvalid(PreparedBasisReading.Resting.Select(StepKinds.Names.NameOf)));
        var moment = await resolver.ResolveMomentAsync(on, knownAt, minSequence, cancellation);
        if (moment.Value is not { } asked)
            return ProblemResult.Of(moment.Refusal!);
        if (PreparedBasisReading.Answer(live.Index, dossier, kind, asked.On, asked.Sequence, catalog) is not { } basis)
            return ProblemResult.Of(QuestionRefusals.DossierUnknown(dossier, asked.Sequence));
        var found = await record.FindAsync([.. basis.Findings.Select(finding => finding.Entry).OfType<Guid>()], cancellation);
        var evidence = found.Values.Select(recorded => recorded.Entry).OfType<FindingEntry>().SelectMany(finding => finding.Evidence ?? []);
        var answer = basis with { Evidence = [.. evidence.Select(paper => paper.Sha256).Distinct().Order(StringComparer.Ordinal)] };
        return new AsOfAnswer<PreparedBasis>(answer, AnswerJson.Write, asked.Sequence, live.Index);
    }

    private static async Task<IResult> WatchAsync(
        [FromQuery(Name = "under")] string? under, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt,
        [FromQuery(Name = "minSequence")] string? minSequence, QuestionResolver resolver, LiveRecord live, CriteriaCatalog catalog, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(under))
            return ProblemResult.Of(QuestionRefusals.UnderMissing());
        var moment = await resolver.ResolveMomentAsync(on, knownAt, minSequence, cancellation);
        if (moment.Value is not { } asked)
            return ProblemResult.Of(moment.Refusal!);
        return UnitId.TryParse(under, out var id) && TitleWatchReading.Answer(live.Index, id, asked.On, asked.Sequence, catalog) is { } answer
            ? new AsOfAnswer<TitleWatch>(answer, AnswerJson.Write, asked.Sequence, live.Index)
            : ProblemResult.Of(QuestionRefusals.UnitUnknown(under, asked.Sequence));
    }
}
