using Microsoft.AspNetCore.Mvc;
using Ntm.Domain.Units;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.EntryHistory;
using Ntm.Projections.FindingPeriods;
using Ntm.Projections.StatusDifference;

namespace Ntm.Host.Units;

/// <summary>Questions about one unit through time (docs/reference/http.md).</summary>
internal static class UnitHistoryEndpoints
{
    internal static void MapUnitHistory(this IEndpointRouteBuilder routes)
    {
        var unit = routes.MapGroup("/api/units/{unit}").WithTags("Units");
        unit.MapGet("/history", HistoryAsync)
            .Produces<HistoryAnswer>()
            .ProducesQuestionProblems()
            .WithSummary("What was recorded of one unit, in record order");
        unit.MapGet("/periods", PeriodsAsync)
            .Produces<PeriodsAnswer>()
            .ProducesQuestionProblems()
            .WithSummary("From when to when each finding on one unit decided");
        unit.MapGet("/diff", DifferenceAsync)
            .Produces<DifferenceAnswer>()
            .ProducesQuestionProblems()
            .WithSummary("Criteria of one unit whose status is another at a second point, and the entries that make it another");
    }

    private static async Task<IResult> HistoryAsync(
        string unit, [FromQuery(Name = "criterion")] string? criterion, [FromQuery(Name = "set")] string? set,
        [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, Histories histories, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveKnowledgeAsync(new QuestionText(KnownAt: knownAt, Set: set, MinSequence: minSequence), cancellation);
        if (resolved.Value is not { } asked)
            return ProblemResult.Of(resolved.Refusal!);
        var number = resolver.ResolveCriterion(criterion, asked.Set);
        if (number.Value is null)
            return ProblemResult.Of(number.Refusal!);

        return UnitId.TryParse(unit, out var id)
            && await histories.AnswerAsync(id, asked.Sequence, new HistoryFilter(asked.Set?.Id, number.Value.Number), cancellation) is { } answer
                ? new AsOfAnswer<HistoryAnswer>(answer, AnswerJson.Write, asked.Sequence, live.Index)
                : ProblemResult.Of(QuestionRefusals.UnitUnknown(unit, asked.Sequence));
    }

    private static async Task<IResult> PeriodsAsync(
        string unit, [FromQuery(Name = "knownAt")] string? knownAt, [FromQuery(Name = "set")] string? set,
        [FromQuery(Name = "assessedBy")] string? assessedBy, [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, Domain.Criteria.CriteriaCatalog catalog, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveKnowledgeAsync(
            new QuestionText(KnownAt: knownAt, Set: set, AssessedBy: assessedBy, MinSequence: minSequence), cancellation);
        if (resolved.Value is not { } asked)
            return ProblemResult.Of(resolved.Refusal!);

        return UnitId.TryParse(unit, out var id)
            && PeriodsReading.Answer(live.Index, id, asked.Sequence, catalog.Sets, asked.Set, asked.Assessors) is { } answer
                ? new AsOfAnswer<PeriodsAnswer>(answer, AnswerJson.Write, asked.Sequence, live.Index)
                : ProblemResult.Of(QuestionRefusals.UnitUnknown(unit, asked.Sequence));
    }

    private static async Task<IResult> DifferenceAsync(
        string unit, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "knownAt")] string? knownAt,
        [FromQuery(Name = "againstOn")] string? againstOn, [FromQuery(Name = "againstKnownAt")] string? againstKnownAt,
        [FromQuery(Name = "set")] string? set, [FromQuery(Name = "assessedBy")] string? assessedBy,
        [FromQuery(Name = "minSequence")] string? minSequence,
        QuestionResolver resolver, LiveRecord live, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveAsync(new QuestionText(on, knownAt, set, assessedBy, MinSequence: minSequence), cancellation);
        if (resolved.Value is not { } asked)
            return ProblemResult.Of(resolved.Refusal!);
        var resolvedAgainst = await resolver.ResolveAgainstAsync(asked, againstOn, againstKnownAt, cancellation);
        if (resolvedAgainst.Value is not { } against)
            return ProblemResult.Of(resolvedAgainst.Refusal!);

        var (here, there) = (new PointInTime(asked.On, asked.Sequence), new PointInTime(against.On, against.Sequence));
        return UnitId.TryParse(unit, out var id)
            && DifferenceReading.Answer(live.Index, id, here, there, asked.Set, asked.Assessors) is { } answer
                ? new AsOfAnswer<DifferenceAnswer>(answer, AnswerJson.Write, asked.Sequence, live.Index)
                : ProblemResult.Of(QuestionRefusals.UnitUnknown(unit, Math.Min(asked.Sequence, against.Sequence)));
    }
}
