using System.Globalization;
using Ntm.Domain.Plans;
using Ntm.Domain.Plans.Reconciliation;
using Ntm.Domain.Refusals;
using Ntm.Host.Plans;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.Plans;

namespace Ntm.Host.Pages;

/// <summary>What the page of a plan shows of holding it against itself.</summary>
/// <param name="Taken">What its sentences take from the plan.</param>
public sealed record PlanCheckView(string Slug, PlanDocument? Plan, PlanReconciliation? Seen, Refusal? Refusal, int HttpStatus, long KnownAt, IReadOnlyList<string> Taken)
{
    internal string JsonLink => string.Create(CultureInfo.InvariantCulture, $"/api/plans/{Slug}/check?knownAt={KnownAt}");

    internal string Permalink => string.Create(CultureInfo.InvariantCulture, $"/plans/{Slug}/check?knownAt={KnownAt}");

    internal IEnumerable<PlanFinding> Findings(PlanSeverity severity) => Seen!.Findings.Where(finding => finding.Severity == severity);
}

internal sealed class PlanCheckReading(QuestionResolver resolver, LiveRecord live, PlanChecks checks)
{
    internal async Task<PlanCheckView> ReadAsync(string plan, string? knownAt, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveKnowledgeAsync(new QuestionText(KnownAt: knownAt), cancellation);
        if (resolved.Value is not { } asked)
            return new PlanCheckView(plan, null, null, resolved.Refusal!.Refusal, resolved.Refusal.Status, 0, []);
        if (!PlanId.TryParse(plan, out var id) || PlanReading.Find(live.Index.Register, id, asked.Sequence) is not { } document)
        {
            var unknown = QuestionRefusals.PlanUnknown(plan, asked.Sequence);
            return new PlanCheckView(plan, null, null, unknown.Refusal, unknown.Status, asked.Sequence, []);
        }

        var (seen, refusal) = checks.Check(document, live.Index.Map, asked.Sequence);
        return new PlanCheckView(
            plan, document, seen, refusal, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, asked.Sequence,
            [.. Quotations.TakenFrom(document, live.Index.Map, asked.Sequence)]);
    }
}
