using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.Reports;

/// <summary>What a report is made from.</summary>
/// <param name="KnownAt">A sequence the index holds.</param>
/// <param name="Since">The last day of the period before; both days are asked with the same knowledge.</param>
public sealed record ReportQuestion(
    RecordIndex Index, UnitId Unit, DateOnly On, long KnownAt, CriteriaSet Set, AssessorSet Assessors, DateOnly Boundary, DateOnly Since)
{
    internal string? NameOf(UnitId unit) => Index.Map.Find(unit)?.NameOn(Boundary, KnownAt);
}

/// <summary>What a kind of report gives beside its heading.</summary>
public sealed record ReportContent(IReadOnlyList<ReportTable> Tables, IReadOnlyList<string> Notes);
