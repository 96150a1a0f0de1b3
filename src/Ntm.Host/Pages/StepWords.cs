using Ntm.Domain.Dossiers;
using Ntm.Domain.Refusals;

namespace Ntm.Host.Pages;

/// <summary>Beside which field of the step's form a refusal is told.</summary>
internal static class StepWords
{
    private static readonly Dictionary<string, string> OfRules = new()
    {
        ["dossier.votes_impossible"] = "votes",
        ["dossier.votes_too_few"] = "votes",
        ["dossier.wrong_office"] = "by",
        ["dossier.same_team"] = "team",
        ["dossier.posted_too_short"] = "until",
        ["dossier.day_ahead"] = "effectiveOn",
        ["dossier.year_ahead"] = "effectiveOn",
        ["dossier.no_regime"] = "effectiveOn",
    };

    internal static string Outcome(ReviewOutcome outcome, Wording say) =>
        outcome == ReviewOutcome.Kept ? say["giữ danh hiệu", "the title is kept"] : say["đề nghị thu hồi", "revocation is proposed"];

    /// <param name="field">As entries name it; what lies in it counts too.</param>
    internal static IEnumerable<Refusal> Beside(this IEnumerable<Refusal> refusals, string field) => refusals.Where(refusal => FieldOf(refusal) is { } named
        && (named == field || named.StartsWith($"{field}.", StringComparison.Ordinal) || named.StartsWith($"{field}[", StringComparison.Ordinal)));

    private static string? FieldOf(Refusal refusal) => OfRules.GetValueOrDefault(refusal.Code) ?? refusal.Field;
}
