using System.Globalization;
using Ntm.Domain.Inspections;
using Ntm.Projections.Inspections;

namespace Ntm.Host.Pages;

/// <summary>Words for inspections and what they ask to be put right.</summary>
internal static class InspectionWords
{
    internal static string Verdict(RemedyVerdict verdict, Wording say = default) => verdict switch
    {
        RemedyVerdict.Closed => say["đã xong", "done"],
        RemedyVerdict.Reopened => say["mở lại", "reopened"],
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "has no word"),
    };

    /// <summary>Of what a list can be asked for.</summary>
    internal static string State(string state, Wording say = default) => state switch
    {
        "planned" => say["sắp kiểm tra", "to be inspected"],
        "overdue" => say["quá hạn", "overdue"],
        "held" => say["đã kiểm tra", "inspected"],
        "held_late" => say["đã kiểm tra, trễ hạn", "inspected late"],
        "cancelled" => say["đã huỷ lịch", "cancelled"],
        "due" => say["phải khắc phục", "to be remedied"],
        "done" => say["đã báo khắc phục", "reported as remedied"],
        "disputed" => say["báo xong nhưng phúc tra mở lại", "reported, but reopened by the follow-up"],
        "closed" => say["đã khắc phục, phúc tra xong", "remedied, closed by the follow-up"],
        "no_deadline" => say["không đặt hạn", "without a deadline"],
        "uninspected" => say["đạt mà chưa kiểm tra lần nào", "attained and never inspected"],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "has no word"),
    };

    internal static string State(InspectionRow row, Wording say = default) => State(row.State, say) + Late(row.OverdueDays, say);

    internal static string State(RemedyRow row, Wording say = default) => State(row.State, say) + Late(row.OverdueDays, say);

    internal static string Criteria(IReadOnlyList<NamedCriterion> criteria) => string.Join("; ", criteria.GroupBy(criterion => criterion.Set)
        .Select(set => string.Join(", ", set.Select(criterion => criterion.Criterion).Order().Select(criterion => criterion.ToString(CultureInfo.InvariantCulture)))
            + (criteria.DistinctBy(criterion => criterion.Set).Skip(1).Any() ? $" ({set.Key})" : "")));

    internal static string Totals(InspectionTotals totals, Wording say = default) => say[
        string.Create(CultureInfo.InvariantCulture, $"Kiểm tra: {totals.Planned} sắp tới, {totals.Overdue} quá hạn, {totals.Held + totals.HeldLate} đã làm, {totals.Cancelled} đã huỷ. Khắc phục: {totals.RemediesDue} chưa đến hạn, {totals.OverdueRemedies} quá hạn, {totals.RemediesDone} đã báo xong, {totals.RemediesDisputed} bị mở lại, {totals.RemediesClosed} đã đóng. {totals.Uninspected} tiêu chí đạt mà chưa kiểm tra lần nào."),
        string.Create(CultureInfo.InvariantCulture, $"Inspections: {totals.Planned} ahead, {totals.Overdue} overdue, {totals.Held + totals.HeldLate} held, {totals.Cancelled} cancelled. Remedies: {totals.RemediesDue} not yet due, {totals.OverdueRemedies} overdue, {totals.RemediesDone} reported done, {totals.RemediesDisputed} reopened, {totals.RemediesClosed} closed. {totals.Uninspected} criteria attained and never inspected.")];

    private static string Late(int? days, Wording say) => days is { } late ? string.Create(CultureInfo.InvariantCulture, $" ({late} {say["ngày", late == 1 ? "day" : "days"]})") : "";
}
