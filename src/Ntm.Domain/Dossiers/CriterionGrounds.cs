using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Units;

namespace Ntm.Domain.Dossiers;

/// <summary>What speaks for and against one criterion where a title is decided upon.</summary>
/// <param name="Province">What the province found last: a recognition rests on nobody else's word.</param>
/// <param name="Deciding">The last word of province, inspection and audit: a later finding of the two can take away what the province found.</param>
/// <param name="Official">What every question gets by default: the last word of anyone but the commune.</param>
/// <param name="Entry">The finding that speaks: the last word of province, inspection and audit, or the province's own where that does not hold.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CriterionGrounds(int Criterion, FindingStatus Province, FindingStatus Deciding, FindingStatus Official, Guid? Entry)
{
    public static AssessorSet OfProvince { get; } = AssessorSet.Of(Assessor.Province);

    public static AssessorSet OfDeciding { get; } = AssessorSet.Of(Assessor.Province, Assessor.Inspection, Assessor.Audit);

    /// <summary>Found attained or not applicable by the province, and nothing found later against it.</summary>
    public bool Holds => Province.IsFulfilled() && Deciding.IsFulfilled();

    /// <summary>What stands: where the province's own finding does not hold it is that, whatever others found since.</summary>
    public FindingStatus Standing => Province.IsFulfilled() ? Deciding : Province;

    /// <summary>The same from findings on one criterion as they lie in the record.</summary>
    public static CriterionGrounds Of(int criterion, ImmutableArray<Fact<FoundStatus>> findings, DateOnly on, long knownAt)
    {
        Fact<FoundStatus>? By(AssessorSet assessors) => Fold.Winner(findings, on, knownAt, found => assessors.Contains(found.By));
        var (province, deciding, official) = (By(OfProvince), By(OfDeciding), By(AssessorSet.Official));
        return new CriterionGrounds(
            criterion, StatusOf(province), StatusOf(deciding), StatusOf(official), (StatusOf(province).IsFulfilled() ? deciding : province)?.Entry);
    }

    private static FindingStatus StatusOf(Fact<FoundStatus>? fact) => fact?.Value.Status ?? FindingStatus.Unassessed;
}

/// <summary>What a finding says, and by whom.</summary>
public sealed record FoundStatus(FindingStatus Status, Assessor By);

/// <summary>The findings on one criterion of a unit, in whatever order.</summary>
public delegate ImmutableArray<Fact<FoundStatus>> FindingsOf(UnitId unit, SetId set, int criterion);

/// <summary>The grounds of every criterion of a set, in the set's order, on a day.</summary>
public delegate IReadOnlyList<CriterionGrounds> GroundsOf(UnitId unit, CriteriaSet set, DateOnly on);
