using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>One duty, of which the plan speaks in several places: whom it binds, and how much each owes.</summary>
internal static class Duties
{
    internal static ReconciliationRule Rule { get; } = new(
        "duty_differs", new("Một việc, mỗi nơi giao cho các xã khác nhau hoặc mức khác nhau", "Duty that binds different communes or asks different amounts in different places"), Check);

    private static IEnumerable<PlanObservation> Check(StatedPlan plan)
    {
        foreach (var duty in plan.All<DutyStated>().Where(Binds).GroupBy(duty => duty.Duty))
        {
            var said = duty.ToList();
            if (said.Count < 2)
                continue;
            var sets = said.Select(one => Set(plan, one)).Distinct().ToList();
            var amounts = said.Where(one => one.Each is not null || one.Together is not null)
                .Select(one => (one.Each, one.Together, one.UnitOfMeasure)).Distinct().ToList();
            var message = (string vietnamese, string english) => new Criteria.BilingualText(
                $"{vietnamese}: {string.Join("; ", said.Select(one => $"{one.Place}: {Whom(plan, one)}{Amount(one)}"))}.",
                $"{english}: {string.Join("; ", said.Select(one => $"{one.Place}: {Whom(plan, one)}{AmountEnglish(one)}"))}.");
            if (sets.Count > 1)
                yield return Rule.Doubt(message("Cùng một việc nhưng mỗi nơi giao cho các xã khác nhau", "One duty binds different communes in different places"), plan.Quotes(said));
            else if (amounts.Count > 1)
                yield return Rule.Contradiction(message("Cùng một việc của cùng các xã nhưng mức khác nhau", "One duty of the same communes asks different amounts"), plan.Quotes(said));
            else
                yield return Rule.Agreement(message("Cùng một việc, các nơi giao như nhau", "One duty, asked alike in every place"), plan.Quotes(said));
        }
    }

    /// <summary>The plan gives the duty to different communes in different places.</summary>
    internal static bool Differs(StatedPlan plan, string duty) =>
        plan.All<DutyStated>().Where(said => said.Duty == duty && Binds(said)).Select(said => Set(plan, said)).Distinct().Count() > 1;

    private static bool Binds(DutyStated duty) => duty.Cohorts is { Count: > 0 } || duty.Communes is { Count: > 0 };

    // Communes where the plan says which; else the cohorts by name.
    private static string Set(StatedPlan plan, DutyStated duty)
    {
        var communes = (duty.Communes ?? []).Select(commune => commune.Value).ToList();
        foreach (var cohort in duty.Cohorts ?? [])
            communes.AddRange(plan.MembersOf(cohort, duty.Place)?.Select(member => member.Value) ?? ["cohort " + cohort]);
        return string.Join('\n', communes.Distinct().Order(StringComparer.Ordinal));
    }

    private static string Whom(StatedPlan plan, DutyStated duty) => string.Join(", ",
        (duty.Communes ?? []).Select(plan.NameOf).Concat((duty.Cohorts ?? []).Select(cohort => $"“{plan.NameOfCohort(cohort, duty.Place)}”")));

    private static string Amount(DutyStated duty) =>
        (duty.Each is { } each ? $", mỗi xã {Vietnamese(each)} {duty.UnitOfMeasure}".TrimEnd() : "") + (duty.Together is { } all ? $", tất cả {Vietnamese(all)} {duty.UnitOfMeasure}".TrimEnd() : "");

    private static string AmountEnglish(DutyStated duty) =>
        (duty.Each is { } each ? $", {English(each)} {duty.UnitOfMeasure}".TrimEnd() + " each" : "") + (duty.Together is { } all ? $", {English(all)} {duty.UnitOfMeasure}".TrimEnd() + " in all" : "");
}
