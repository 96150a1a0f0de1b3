using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Projections.Views;

/// <summary>What the findings of one assessor on one criterion of one unit have in common: among them alone is a period decided.</summary>
public readonly record struct TimelineKey(UnitId Unit, SetId Set, int Criterion, Assessor AssessedBy);

/// <summary>A row of ntm.finding: one finding entry, and the sequence from which on it counts as never said.</summary>
public sealed record FindingRow(
    long Sequence, DateTimeOffset RecordedAt, Guid Entry, TimelineKey Timeline, FindingStatus Status, DateOnly EffectiveOn, bool Synthetic, long? RetractedAt) : IViewRow
{
    private const short Columns = 11;

    public long OpenedAt => Sequence;

    public long? ClosedAt => RetractedAt;

    public Fact<FindingStatus> ToFact() => new(Entry, Sequence, EffectiveOn, Status, RetractedAt);

    public static FindingRow Of(RecordedEntry recorded, FindingEntry finding) => new(
        recorded.Sequence, recorded.RecordedAt, recorded.Id, new(finding.Unit, finding.Set, finding.Criterion, finding.AssessedBy), finding.Status,
        finding.EffectiveOn, finding.Note?.StartsWith(Finding.SyntheticNote, StringComparison.Ordinal) == true, null);

    public void Write(BinaryRows rows, bool open = false)
    {
        rows.Begin(Columns);
        rows.Bigint(Sequence);
        rows.Instant(RecordedAt);
        rows.Bigint(open ? null : RetractedAt);
        rows.Uuid(Entry);
        rows.Date(EffectiveOn);
        rows.Integer(Timeline.Criterion);
        rows.Boolean(Synthetic);
        rows.Text(Timeline.Unit.Value);
        rows.Text(Timeline.Set.Value);
        rows.Text(Assessors.Names.NameOf(Timeline.AssessedBy));
        rows.Text(FindingStatuses.Names.NameOf(Status));
    }
}
