using static Ntm.Domain.Dossiers.Rules.RuleWords;

namespace Ntm.Domain.Dossiers.Rules;

/// <summary>What step may follow what.</summary>
internal static class OrderRules
{
    internal static DossierRule Regime { get; } = new(
        "dossier.no_regime", [], new("Ngày của bước thuộc một quy định đã biết", "The day of the step lies in a regime at hand"), (rule, step) =>
        {
            if (step.Regime is null)
                return [rule.NotShown(step, new(
                    $"Không có quy định nào trong chương trình cho ngày {VietnameseDay(step.On)}.", $"No regime at hand judges {Day(step.On)}."))];
            return [];
        });

    internal static DossierRule InRegime { get; } = new(
        "dossier.step_not_in_regime", [], new("Quy định của ngày đó có bước này", "The regime of the day has this step"), (rule, step) =>
        {
            if (step.Regime is { } regime && regime.Find(step.Kind) is null)
                return [rule.Broken(step, new(
                    $"{regime.Document.Number} không có bước “{step.Kind.InVietnamese()}” (ngày {VietnameseDay(step.On)}).",
                    $"{regime.Document.Number} has no step “{step.Kind.InEnglish()}” ({Day(step.On)})."))];
            return [];
        });

    internal static DossierRule OneDossier { get; } = new(
        "dossier.of_another", [], new("Mỗi hồ sơ là của một đơn vị, một danh hiệu, một năm", "A dossier is of one unit, one title and one year"), (rule, step) =>
        {
            var (dossier, unit) = (step.Entry.Dossier, step.Facts.UnitOf(step.Entry.Dossier));
            if (unit is { } other && other != step.Entry.Unit)
                return [rule.Broken(step, new($"Hồ sơ '{dossier}' là của đơn vị '{other}'.", $"The dossier '{dossier}' is of the unit '{other}'."))];
            if (step.Before.Steps is [var first, ..] && (first.Value.Title, first.Value.Year) != (step.Entry.Title, step.Entry.Year))
                return [rule.Broken(step, new(
                    $"Hồ sơ '{dossier}' đã bắt đầu cho danh hiệu hoặc năm khác.", $"The dossier '{dossier}' was begun for another title or year."))];
            return [];
        });

    internal static DossierRule Open { get; } = new(
        "dossier.closed", [], new("Hồ sơ chưa kết thúc; sau công nhận chỉ còn công bố, rà soát, thu hồi, bãi bỏ",
            "The dossier has not ended; after a recognition only announcement, review, revocation and annulment follow"), (rule, step) =>
        {
            if (step.Kind != StepKind.Annulled && step.Before.Stage.IsClosed())
                return [rule.Broken(step, new($"Hồ sơ '{step.Entry.Dossier}' đã kết thúc.", $"The dossier '{step.Entry.Dossier}' has ended."))];
            if (step.Before.Recognition is { } recognition && !DossierState.FollowsRecognition(step.Kind))
                return [rule.Broken(step, new(
                    $"Hồ sơ '{step.Entry.Dossier}' đã có quyết định công nhận ngày {VietnameseDay(recognition.EffectiveOn)}.",
                    $"The dossier '{step.Entry.Dossier}' was recognised on {Day(recognition.EffectiveOn)}."))];
            return [];
        });

    internal static DossierRule InOrder { get; } = new(
        "dossier.step_skipped", [], new("Các bước trước đã làm xong", "The steps before it have been taken"), CheckOrder);

    internal static DossierRule Known { get; } = new(
        "dossier.decision_unknown", [StepKind.Annulled], new("Quyết định bị bãi bỏ có trong hồ sơ", "The decision annulled is one of the dossier"), (rule, step) =>
        {
            if (step.Entry is DecisionAnnulled annulment && step.Before.Steps.All(before => before.Entry != annulment.Decision))
                return [rule.NotShown(step, new(
                    $"Trước ngày {VietnameseDay(step.On)} hồ sơ không có quyết định {annulment.Decision:D}.",
                    $"Before {Day(step.On)} the dossier has no decision {annulment.Decision:D}."))];
            return [];
        });

    internal static DossierRule NotAhead { get; } = new(
        "dossier.day_ahead", [], new("Bước soạn trong hệ thống không có ngày sau hôm nay", "A step prepared in the system is not dated after today"), (rule, step) =>
        {
            if (step.On > step.Today)
                return [rule.Broken(step, new($"Ngày {VietnameseDay(step.On)} còn ở phía trước.", $"{Day(step.On)} lies ahead."))];
            return [];
        });

    // A paper nobody has recorded is no proof that a step was skipped; one dated after the step that needs it is.
    private static IEnumerable<Irregularity> CheckOrder(DossierRule rule, JudgedStep step)
    {
        if (step.Regime is not { } regime)
            yield break;
        var later = step.Later.Select(other => StepKinds.Of(other.Value)).ToHashSet();
        var missing = regime.StepsBefore(step.Kind).Where(before => !step.Before.Taken.Contains(before.Kind)).ToLookup(before => later.Contains(before.Kind));
        if (missing[true].ToList() is { Count: > 0 } reversed)
            yield return rule.Broken(step, new(
                $"Có ngày sau bước “{step.Kind.InVietnamese()}” ({VietnameseDay(step.On)}): {Vietnamese(reversed)}.",
                $"Dated after “{step.Kind.InEnglish()}” ({Day(step.On)}): {English(reversed)}."), reversed.Exists(before => before.IsSourced));
        if (missing[false].ToList() is { Count: > 0 } absent)
            yield return rule.NotShown(step, new(
                $"Trước bước “{step.Kind.InVietnamese()}” chưa ghi: {Vietnamese(absent)}.",
                $"Before “{step.Kind.InEnglish()}” the record does not have: {English(absent)}."), absent.Exists(before => before.IsSourced));
    }

    private static string Vietnamese(IEnumerable<RegimeStep> steps) => string.Join(", ", steps.Select(step => step.Kind.InVietnamese()));

    private static string English(IEnumerable<RegimeStep> steps) => string.Join(", ", steps.Select(step => step.Kind.InEnglish()));
}
