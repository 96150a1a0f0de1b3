using Ntm.Domain.Plans;
using Ntm.Projections.Plans;

namespace Ntm.Projections.Reports;

/// <summary>The plans a report on a unit speaks of: those of the unit itself whose period had begun by the day.</summary>
internal static class PlansOfUnit
{
    /// <returns>By their first days, then by id.</returns>
    internal static IReadOnlyList<PlanDocument> Of(ReportQuestion question) =>
    [
        .. PlanReading.List(question.Index.Register, question.KnownAt)
            .Where(plan => plan.Scope == question.Unit && plan.From <= question.On)
            .OrderBy(plan => plan.From).ThenBy(plan => plan.Id.Value, StringComparer.Ordinal),
    ];

    /// <summary>What people call a plan: its number, or its id where the record names no document.</summary>
    internal static string NameOf(PlanDocument plan) => plan.Document?.Number ?? plan.Id.Value;

    internal static string Note(IReadOnlyList<PlanDocument> plans) => plans.Count == 0
        ? "Đến ngày báo cáo chưa có kế hoạch nào của đơn vị này."
        : $"Kế hoạch: {string.Join("; ", plans.Select(plan => plan.Document is { } document ? $"{document.Number} ngày {ReportNotes.Day(document.Date)} của {document.Issuer}" : plan.Id.Value))}.";
}
