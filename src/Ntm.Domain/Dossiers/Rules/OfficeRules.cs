using static Ntm.Domain.Dossiers.Rules.RuleWords;

namespace Ntm.Domain.Dossiers.Rules;

/// <summary>Who takes a step, and who may not.</summary>
internal static class OfficeRules
{
    internal static DossierRule Level { get; } = new(
        "dossier.wrong_office", [], new("Bước do cấp mà quy định giao làm", "The step is taken by the level the regime gives it to"), (rule, step) =>
        {
            if (step.Regime?.Find(step.Kind) is not { } laid || laid.ByOn(step.On) is not { } by || StepKinds.OfficeOf(step.Entry) is not { } office || office == by)
                return [];
            return [rule.Broken(step, new(
                $"Bước “{step.Kind.InVietnamese()}” là việc của {Vietnamese(by)}, không phải {Vietnamese(office)}.",
                $"“{step.Kind.InEnglish()}” is for {English(by)}, not {English(office)}."), laid.IsSourced)];
        });

    internal static DossierRule FourEyes { get; } = new(
        "dossier.same_team", [StepKind.AppraisalOpened, StepKind.Appraised], new("Cơ quan đã thẩm tra thì không thẩm định", "Who verified does not appraise"), (rule, step) =>
        {
            if (TeamOf(step.Entry) is { } team && step.Before.Steps.Any(before => IsVerification(before.Value) && TeamOf(before.Value) == team))
                return [rule.Broken(step, new($"“{team}” đã thẩm tra hồ sơ này.", $"“{team}” has verified this dossier."), isSourced: false)];
            return [];
        });

    private static bool IsVerification(DossierStep step) => step is VerificationOpened or TitleVerified;

    private static string? TeamOf(DossierStep step) => (step as TeamStep)?.Team;
}
