using System.Collections.Immutable;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using static Ntm.Domain.Dossiers.Rules.RuleWords;

namespace Ntm.Domain.Dossiers.Rules;

/// <summary>The conditions of a recognition: every criterion, no debt, satisfied people.</summary>
internal static class ConditionRules
{
    private static readonly ImmutableArray<StepKind> Decisions = [StepKind.CouncilVoted, StepKind.Granted];

    internal static DossierRule Criteria { get; } = new(
        "dossier.criteria_missing", Decisions, new("Tỉnh xác định mọi tiêu chí đạt hoặc không xét, và không có kết luận kiểm tra, kiểm toán nào sau đó ngược lại",
            "The province found every criterion attained or not applicable, and no later inspection or audit found otherwise"), CheckCriteria)
    {
        IsCondition = true,
    };

    internal static DossierRule Debt { get; } = new(
        "dossier.debt", Decisions, new("Không có nợ đọng xây dựng cơ bản", "No outstanding basic-construction debt"), (rule, step) =>
        {
            if (step.Regime?.Parameter("debt.most") is not { Value: { } most } limit)
                return [];
            if (step.Facts.DebtOn(step.On) is not { } debt)
                return [rule.NotShown(step, new("Chưa ghi số nợ đọng xây dựng cơ bản.", "No debt was declared."))];
            if (debt.Value.Amount <= most)
                return [];
            return [rule.Broken(step, new(
                $"Nợ đọng {debt.Value.Amount} đồng, khai ngày {VietnameseDay(debt.EffectiveOn)}.", $"A debt of {debt.Value.Amount} đồng, declared on {VietnameseDay(debt.EffectiveOn)}."), limit)];
        })
    {
        IsCondition = true,
    };

    internal static DossierRule Satisfaction { get; } = new(
        "dossier.survey", Decisions, new("Đủ tỷ lệ người dân hài lòng", "The share asked for of the people is satisfied"), (rule, step) =>
        {
            if (step.Regime?.Parameter("survey.satisfied") is not { Value: { } percent } share)
                return [];
            if (step.Facts.SurveyBetween(BegunOn(step), step.On) is not { Value: var survey })
                return [rule.NotShown(step, new(
                    $"Chưa ghi kết quả lấy ý kiến hài lòng từ {VietnameseDay(BegunOn(step))}.", $"No survey of satisfaction was recorded from {Day(BegunOn(step))} on."), share.IsSourced)];
            if (survey.Satisfied * 100m >= percent * survey.Asked)
                return [];
            return [rule.Broken(step, new(
                $"{survey.Satisfied} trên {survey.Asked} hộ hài lòng, dưới {VietnameseNumber(percent)} %.",
                $"{survey.Satisfied} of {survey.Asked} households are satisfied, below {Number(percent)} %."), share)];
        });

    internal static DossierRule SatisfactionByContent { get; } = new(
        "dossier.survey_content", Decisions, new("Đủ tỷ lệ người dân hài lòng ở từng nội dung", "The share asked for of the people is satisfied with each content"),
        (rule, step) =>
        {
            // Without any survey the rule before this one has said so.
            if (step.Regime?.Parameter("survey.content") is not { Value: { } percent } share
                || step.Facts.SurveyBetween(BegunOn(step), step.On) is not { Value: var survey })
                return [];
            if (survey.Contents is not { Count: > 0 } contents)
                return [rule.NotShown(step, new(
                    "Kết quả lấy ý kiến không nêu từng nội dung.", "The survey does not tell of each content."), share)];
            var below = contents.Where(content => content.Satisfied * 100m < percent * content.Asked).ToList();
            if (below.Count == 0)
                return [];
            return [rule.Broken(step, new(
                $"Dưới {VietnameseNumber(percent)} %: {string.Join("; ", below.Select(content => $"{content.Name} ({content.Satisfied} trên {content.Asked} hộ)"))}.",
                $"Below {Number(percent)} %: {string.Join("; ", below.Select(content => $"{content.Name} ({content.Satisfied} of {content.Asked} households)"))}."), share)];
        });

    // A survey of an earlier attempt says nothing of this one. Where the first steps are not recorded, the year has begun by then.
    private static DateOnly BegunOn(JudgedStep step)
    {
        var year = new DateOnly(Math.Clamp(step.Entry.Year, 1, step.On.Year), 1, 1);
        return step.Before.Steps is [var first, ..] && first.EffectiveOn < year ? first.EffectiveOn : year;
    }

    private static IEnumerable<Irregularity> CheckCriteria(DossierRule rule, JudgedStep step)
    {
        if (step.Regime is null || !step.Facts.HasFindings)
            yield break;
        if (TitleSets.Of(step.Facts.Catalog, step.Entry.Title, step.Entry.Year) is not { } set)
        {
            yield return rule.NotShown(step, new(
                "Chương trình không có bộ tiêu chí của danh hiệu và năm này.", "The criteria set of this title and year is not at hand."));
            yield break;
        }

        var open = step.Facts.Grounds(set, step.On).Where(grounds => !grounds.Holds).ToLookup(grounds => grounds.Standing == FindingStatus.Unassessed);
        if (open[false].ToImmutableArray() is { IsEmpty: false } missing)
            yield return rule.Broken(step, Missing(set, missing)) with { Criteria = missing };
        if (open[true].ToImmutableArray() is { IsEmpty: false } unassessed)
            yield return rule.NotShown(step, new(
                $"Tỉnh chưa kết luận tiêu chí {Numbers(unassessed)}.", $"The province has found nothing on criteria {Numbers(unassessed)}.")) with { Criteria = unassessed };
    }

    private static BilingualText Missing(CriteriaSet set, ImmutableArray<CriterionGrounds> missing) => new(
        $"{missing.Length} trên {set.Criteria.Count} tiêu chí không đạt: {string.Join(", ", missing.Select(grounds => $"{grounds.Criterion} ({Vietnamese(grounds.Standing)})"))}.",
        $"{missing.Length} of {set.Criteria.Count} criteria do not stand: {string.Join(", ", missing.Select(grounds => $"{grounds.Criterion} ({English(grounds.Standing)})"))}.");

    private static string Numbers(ImmutableArray<CriterionGrounds> criteria) => string.Join(", ", criteria.Select(grounds => grounds.Criterion));
}
