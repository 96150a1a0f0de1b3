using static Ntm.Domain.Dossiers.Rules.RuleWords;

namespace Ntm.Domain.Dossiers.Rules;

/// <summary>How long a step may or must take. Every number is a parameter of the regime.</summary>
internal static class TimeRules
{
    internal static DossierRule YearBegun { get; } = new(
        "dossier.year_ahead", [StepKind.Verified, StepKind.Appraised, StepKind.CouncilVoted, StepKind.Granted, StepKind.Inherited],
        new("Năm đạt chuẩn đã đến", "The year of attainment has come"), (rule, step) =>
        {
            if (step.On.Year >= step.Entry.Year)
                return [];
            return [rule.Broken(step, new(
                $"Ngày {VietnameseDay(step.On)} trước năm đạt chuẩn {step.Entry.Year}.", $"{Day(step.On)} lies before the year of attainment, {step.Entry.Year}."))];
        });

    internal static DossierRule YearOver { get; } = new(
        "dossier.year_running", [StepKind.Expired, StepKind.CarriedOver], new("Năm của hồ sơ đã hết", "The year of the dossier is over"), (rule, step) =>
        {
            if (step.On.Year > step.Entry.Year)
                return [];
            return [rule.Broken(step, new($"Năm {step.Entry.Year} chưa hết vào ngày {VietnameseDay(step.On)}.", $"The year {step.Entry.Year} is not over on {Day(step.On)}."))];
        });

    internal static DossierRule RegistrationAnswered { get; } = new(
        "dossier.registration_answered_late", [StepKind.Planned, StepKind.RegistrationRefused], new("Trả lời đăng ký đúng hạn", "A registration is answered in time"),
        (rule, step) => InWorkingDays(rule, step, StepKind.Registered, "registration.answer"));

    internal static DossierRule ReturnedInTime { get; } = new(
        "dossier.returned_late", [StepKind.DistrictReturned], new("Hồ sơ chưa hợp lệ được trả lời đúng hạn", "A defective dossier is answered in time"),
        (rule, step) => InWorkingDays(rule, step, StepKind.CommuneProposed, "return.answer"));

    internal static DossierRule Posted { get; } = new(
        "dossier.posted_too_short", [StepKind.Posted], new("Công khai đủ số ngày và số lần phát thanh", "Posted and read out as long and as often as asked for"), CheckPosting);

    internal static DossierRule Appraised { get; } = new(
        "dossier.appraised_late", [StepKind.Appraised], new("Thẩm định đúng hạn", "Appraised in time"),
        (rule, step) => InDays(rule, step, StepKind.AppraisalOpened, "appraisal.length"));

    internal static DossierRule Announced { get; } = new(
        "dossier.announced_late", [StepKind.Announced], new("Công bố đúng hạn", "Announced in time"),
        (rule, step) => InDays(rule, step, StepKind.Granted, "announcement.length"));

    private static IEnumerable<Irregularity> CheckPosting(DossierRule rule, JudgedStep step)
    {
        var posted = (TitlePosted)step.Entry;
        var days = posted.Until.DayNumber - posted.EffectiveOn.DayNumber + 1;
        if (step.Regime?.Parameter("posting.length") is { Value: { } length } least && days < length)
            yield return rule.Broken(step, new($"Công khai {days} ngày, dưới {VietnameseNumber(length)} ngày.", $"Posted for {days} days, fewer than {Number(length)}."), least);
        if (step.Regime?.Parameter("posting.broadcasts") is { Value: { } times } often && posted.Broadcasts < times)
            yield return rule.Broken(step, new(
                $"Phát thanh {posted.Broadcasts} lần, dưới {VietnameseNumber(times)} lần.", $"Read out {posted.Broadcasts} times, fewer than {Number(times)}."), often);
    }

    private static IEnumerable<Irregularity> InWorkingDays(DossierRule rule, JudgedStep step, StepKind since, string parameter)
    {
        if (step.Regime?.Parameter(parameter) is not { Value: { } most } limit || step.Last(since) is not { } begun
            || WorkingDays(begun.EffectiveOn, step.On) is var days && days <= most)
            return [];
        return [rule.Broken(step, new(
            $"Sau {days} ngày làm việc (chưa trừ ngày lễ) kể từ {VietnameseDay(begun.EffectiveOn)}, quá {VietnameseNumber(most)} ngày.",
            $"After {days} working days (holidays not taken out) from {Day(begun.EffectiveOn)}, more than {Number(most)}."), limit)];
    }

    private static IEnumerable<Irregularity> InDays(DossierRule rule, JudgedStep step, StepKind since, string parameter)
    {
        if (step.Regime?.Parameter(parameter) is not { Value: { } most } limit || step.Last(since) is not { } begun
            || step.On.DayNumber - begun.EffectiveOn.DayNumber is var days && days <= most)
            return [];
        return [rule.Broken(step, new(
            $"Sau {days} ngày kể từ {VietnameseDay(begun.EffectiveOn)}, quá {VietnameseNumber(most)} ngày.",
            $"After {days} days from {Day(begun.EffectiveOn)}, more than {Number(most)}."), limit)];
    }
}
