using Ntm.Domain.Plans;
using Ntm.Domain.Plans.Reconciliation;
using Ntm.Projections.Index;

namespace Ntm.Projections.Plans;

/// <summary>A plan held against itself: what is found and what agrees (docs/reference/http.md, docs/reference/plan-rules.md).</summary>
/// <param name="KnownAt">Null for a plan that is not from the record.</param>
public sealed record PlanCheckAnswer(
    string Plan, string? Number, DateOnly? Date, string? Issuer, string Title, KnownAt? KnownAt, IReadOnlyList<PlanFindingRow> Findings, IReadOnlyList<PlanAgreementRow> Agreements)
{
    public static PlanCheckAnswer Of(PlanDocument plan, PlanReconciliation seen, KnownAt? knownAt = null) => new(
        plan.Id.Value, plan.Document?.Number, plan.Document?.Date, plan.Document?.Issuer, plan.Title, knownAt,
        [.. seen.Findings.Select(PlanFindingRow.Of)], [.. seen.Agreements.Select(PlanAgreementRow.Of)]);

    /// <param name="knownAt">A sequence the index holds.</param>
    public static PlanCheckAnswer Of(PlanDocument plan, PlanReconciliation seen, RecordIndex index, long knownAt) =>
        Of(plan, seen, Projections.KnownAt.Of(index, knownAt));
}

/// <param name="Severity"><c>contradiction</c>, <c>doubt</c> or <c>notice</c>.</param>
/// <param name="Message">Vietnamese.</param>
/// <param name="Quotes">The plan's own words, verbatim.</param>
public sealed record PlanFindingRow(string Rule, string Severity, string? Unit, int? Criterion, string Message, string MessageEn, IReadOnlyList<string> Quotes)
{
    internal static PlanFindingRow Of(PlanFinding finding) => new(
        finding.Rule, PlanSeverities.Names.NameOf(finding.Severity), finding.Unit?.Value, finding.Criterion, finding.Message.Vietnamese,
        finding.Message.English, finding.Quotes);
}

/// <summary>What is found, as the command prints it: in one language.</summary>
public sealed record PlanFindingLine(string Rule, string Severity, string? Unit, int? Criterion, string Message, IReadOnlyList<string> Quotes)
{
    public static PlanFindingLine Of(PlanFinding finding, string message) => new(
        finding.Rule, PlanSeverities.Names.NameOf(finding.Severity), finding.Unit?.Value, finding.Criterion, message, finding.Quotes);
}

/// <param name="Message">Vietnamese.</param>
public sealed record PlanAgreementRow(string Rule, string? Unit, int? Criterion, string Message, string MessageEn, IReadOnlyList<string> Quotes)
{
    internal static PlanAgreementRow Of(PlanAgreement agreement) => new(
        agreement.Rule, agreement.Unit?.Value, agreement.Criterion, agreement.Message.Vietnamese, agreement.Message.English, agreement.Quotes);
}
