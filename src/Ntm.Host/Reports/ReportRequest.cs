using Ntm.Host.Questions;
using Ntm.Projections.Reports;

namespace Ntm.Host.Reports;

/// <summary>A report as asked for, before anything of it is understood; null or empty where not asked.</summary>
/// <param name="Since">The last day of the period before; else the period gives it.</param>
public sealed record ReportRequest(string Kind, string Unit, QuestionText Question, string? Since = null, string? Period = null);

/// <summary>A report that can be made.</summary>
internal sealed record UnderstoodReport(ReportKind Kind, ReportQuestion Question);
