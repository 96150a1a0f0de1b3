using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Host.Minutes;

/// <summary>A sheet laid out to be filled in: communes down, criteria across, and what the record says of each on the day.</summary>
public sealed record MinutesSheet(UnitId Unit, DateOnly On, CriteriaSet Set, Assessor AssessedBy, long KnownAt, IReadOnlyList<MinutesRow> Rows);

/// <param name="Before">By criterion: what the record says, this sheet left out.</param>
public sealed record MinutesRow(UnitId Unit, string Name, IReadOnlyList<FindingStatus> Before);

/// <summary>A cell that says something.</summary>
/// <param name="Status">As it is recorded: what is not attained any more is lost.</param>
public sealed record MinutesCell(UnitId Unit, int Criterion, Guid Id, FindingStatus Before, FindingStatus Status);

/// <summary>What speaks against one cell.</summary>
public sealed record RefusedCell(UnitId Unit, int Criterion, Refusal Refusal);

/// <summary>What became of a sheet that was sent.</summary>
/// <param name="Whole">What speaks against all of it.</param>
/// <param name="New">Entries recorded now; null where nothing was recorded.</param>
public sealed record MinutesOutcome(
    IReadOnlyList<MinutesCell> Cells, IReadOnlyList<RefusedCell> Refused, IReadOnlyList<Refusal> Whole, int? New, int? Repeated)
{
    public bool IsClear => Refused.Count == 0 && Whole.Count == 0;
}
