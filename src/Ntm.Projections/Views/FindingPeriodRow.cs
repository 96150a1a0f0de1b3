using Ntm.Domain.Findings;
using Ntm.Domain.Folding;

namespace Ntm.Projections.Views;

/// <summary>
/// A row of ntm.finding_period: the days on which one finding decides among those of its assessor, as known from one sequence until
/// before another.
/// </summary>
/// <param name="Winner">The finding that decides.</param>
/// <param name="Next">The finding that decides on the first day after; null while there is none.</param>
public sealed record FindingPeriodRow(
    TimelineKey Timeline, Fact<FindingStatus> Winner, Fact<FindingStatus>? Next, long RecordFrom, long? RecordTo) : IViewRow
{
    private const short Columns = 12;

    public long OpenedAt => RecordFrom;

    public long? ClosedAt => RecordTo;

    public void Write(BinaryRows rows, bool open = false)
    {
        rows.Begin(Columns);
        rows.Bigint(Winner.Sequence);
        rows.Bigint(RecordFrom);
        rows.Bigint(open ? null : RecordTo);
        rows.Date(Winner.EffectiveOn);
        rows.Date(Next?.EffectiveOn);
        rows.Integer(Timeline.Criterion);
        rows.Uuid(Winner.Entry);
        rows.Uuid(Next?.Entry);
        rows.Text(Timeline.Unit.Value);
        rows.Text(Timeline.Set.Value);
        rows.Text(Assessors.Names.NameOf(Timeline.AssessedBy));
        rows.Text(FindingStatuses.Names.NameOf(Winner.Value));
    }
}
