using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Projections.Appraisal;
using Ntm.Projections.Index;

namespace Ntm.Projections.Reports;

/// <summary>What a report is made from.</summary>
/// <param name="KnownAt">A sequence the index holds.</param>
/// <param name="Since">The last day of the period before; both days are asked with the same knowledge.</param>
public sealed record ReportQuestion(
    RecordIndex Index, UnitId Unit, DateOnly On, long KnownAt, CriteriaSet Set, AssessorSet Assessors, DateOnly Boundary, DateOnly Since)
{
    /// <summary>Only of a kind that quotes entries.</summary>
    public ReportSources? Sources { get; init; }

    internal string? NameOf(UnitId unit) => Index.Map.Find(unit)?.NameOn(Boundary, KnownAt);
}

/// <summary>What a report that quotes entries is made from beside the index.</summary>
/// <param name="Said">What the entries of the unit say, at the sequence of the question or a later one.</param>
public sealed record ReportSources(CriteriaCatalog Catalog, SaidOfUnit Said);

/// <summary>What a kind of report gives beside its heading.</summary>
public sealed record ReportContent(IReadOnlyList<ReportTable> Tables, IReadOnlyList<string> Notes);
