using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Projections.Appraisal;
using Ntm.Projections.EntryHistory;
using Ntm.Projections.Index;
using static Ntm.Projections.Tests.Recorded;

namespace Ntm.Projections.Tests.Appraisal;

/// <summary>Entries taken into an index, and sheets asked of them.</summary>
internal sealed class Sheets(IReadOnlyList<RecordedEntry> entries)
{
    public RecordIndex Index { get; } = IndexOf(entries);

    public static Sheets Of(params SubmittedLine[] lines) => new(Entries(lines));

    /// <param name="saidUpTo">How far the history goes that says what entries say.</param>
    public AppraisalSheet? Ask(
        UnitId unit, DateOnly on, long? knownAt = null, AssessorSet? assessors = null, CriteriaSet? set = null, DateOnly? boundary = null, long? saidUpTo = null)
    {
        var known = knownAt ?? Index.Position;
        var upTo = saidUpTo ?? known;
        var own = entries.Where(entry => entry.Sequence <= upTo && entry.Entry.Unit == unit).ToList();
        return HistoryReading.Answer(Index, unit, upTo, own, [], new HistoryFilter(null, null)) is { } history
            ? AppraisalReading.Answer(new AppraisalQuestion(
                Index, unit, on, known, set ?? Criteria2016, assessors ?? AssessorSet.Official, boundary ?? on, Catalog, new SaidOfUnit(history)))
            : null;
    }
}
