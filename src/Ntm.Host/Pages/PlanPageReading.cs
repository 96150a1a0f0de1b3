using System.Globalization;
using Ntm.Domain.Plans;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.Host.Plans;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.Plans;

namespace Ntm.Host.Pages;

/// <summary>What the pages of plans show; a refusal, or what was found.</summary>
/// <param name="KnownAt">The sequence it speaks from.</param>
internal sealed record PlanListView(IReadOnlyList<PlanDocument> Plans, long KnownAt, Refusal? Refusal, int HttpStatus);

/// <param name="Plan">Null where there is a refusal.</param>
internal sealed record PlanView(PlanDocument? Plan, Func<UnitId, string> Name, long KnownAt, Refusal? Refusal, int HttpStatus)
{
    internal string Permalink => Link("/plans/");

    internal string JsonLink => Link("/api/plans/");

    internal string CheckLink => Link("/plans/", "/check");

    private string Link(string path, string part = "") => string.Create(CultureInfo.InvariantCulture, $"{path}{Uri.EscapeDataString(Plan!.Id.Value)}{part}?knownAt={KnownAt}");
}

/// <summary>Reads the pages of plans: the same questions as everyone's.</summary>
internal sealed class PlanPageReading(QuestionResolver resolver, LiveRecord live)
{
    internal async Task<PlanListView> ListAsync(string? knownAt, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveKnowledgeAsync(new QuestionText(KnownAt: knownAt), cancellation);
        return resolved.Value is { } asked
            ? new PlanListView(PlanReading.List(live.Index.Register, asked.Sequence), asked.Sequence, null, StatusCodes.Status200OK)
            : new PlanListView([], 0, resolved.Refusal!.Refusal, resolved.Refusal.Status);
    }

    internal async Task<PlanView> ReadAsync(string plan, string? knownAt, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveKnowledgeAsync(new QuestionText(KnownAt: knownAt), cancellation);
        if (resolved.Value is not { } asked)
            return Refused(resolved.Refusal!, 0);
        if (!PlanId.TryParse(plan, out var id) || PlanReading.Find(live.Index.Register, id, asked.Sequence) is not { } found)
            return Refused(QuestionRefusals.PlanUnknown(plan, asked.Sequence), asked.Sequence);
        return new PlanView(found, new PlanUnitNames(live.Index.Map, found, asked.Sequence).Of, asked.Sequence, null, StatusCodes.Status200OK);
    }

    private static PlanView Refused(QuestionRefusal refusal, long knownAt) => new(null, unit => unit.Value, knownAt, refusal.Refusal, refusal.Status);
}
