using System.Globalization;
using Ntm.Domain.Inspections;
using Ntm.Projections.Inspections;

namespace Ntm.Host.Pages;

/// <summary>Vietnamese words for inspections and what they ask to be put right.</summary>
internal static class InspectionWords
{
    internal static string Verdict(RemedyVerdict verdict) => verdict switch
    {
        RemedyVerdict.Closed => "đã xong",
        RemedyVerdict.Reopened => "mở lại",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "has no word"),
    };

    /// <summary>Of what a list can be asked for.</summary>
    internal static string State(string state) => state switch
    {
        "planned" => "sắp kiểm tra",
        "overdue" => "quá hạn",
        "held" => "đã kiểm tra",
        "held_late" => "đã kiểm tra, trễ hạn",
        "cancelled" => "đã huỷ lịch",
        "due" => "phải khắc phục",
        "done" => "đã báo khắc phục",
        "disputed" => "báo xong nhưng phúc tra mở lại",
        "closed" => "đã khắc phục, phúc tra xong",
        "no_deadline" => "không đặt hạn",
        "uninspected" => "đạt mà chưa kiểm tra lần nào",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "has no word"),
    };

    internal static string State(InspectionRow row) => State(row.State) + Late(row.OverdueDays);

    internal static string State(RemedyRow row) => State(row.State) + Late(row.OverdueDays);

    internal static string Criteria(IReadOnlyList<NamedCriterion> criteria) => string.Join("; ", criteria.GroupBy(criterion => criterion.Set)
        .Select(set => string.Join(", ", set.Select(criterion => criterion.Criterion).Order().Select(criterion => criterion.ToString(CultureInfo.InvariantCulture)))
            + (criteria.DistinctBy(criterion => criterion.Set).Skip(1).Any() ? $" ({set.Key})" : "")));

    internal static string Totals(InspectionTotals totals) => string.Create(CultureInfo.InvariantCulture,
        $"Kiểm tra: {totals.Planned} sắp tới, {totals.Overdue} quá hạn, {totals.Held + totals.HeldLate} đã làm, {totals.Cancelled} đã huỷ. Khắc phục: {totals.RemediesDue} chưa đến hạn, {totals.OverdueRemedies} quá hạn, {totals.RemediesDone} đã báo xong, {totals.RemediesDisputed} bị mở lại, {totals.RemediesClosed} đã đóng. {totals.Uninspected} tiêu chí đạt mà chưa kiểm tra lần nào.");

    private static string Late(int? days) => days is { } late ? string.Create(CultureInfo.InvariantCulture, $" ({late} ngày)") : "";
}
