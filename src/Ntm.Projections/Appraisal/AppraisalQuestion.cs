using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;
using Ntm.Projections.EntryHistory;
using Ntm.Projections.Index;

namespace Ntm.Projections.Appraisal;

/// <summary>What a sheet is made from.</summary>
/// <param name="KnownAt">A sequence the index holds.</param>
/// <param name="Said">The history of the unit at that sequence or a later one.</param>
public sealed record AppraisalQuestion(
    RecordIndex Index, UnitId Unit, DateOnly On, long KnownAt, CriteriaSet Set, AssessorSet Assessors, DateOnly Boundary, CriteriaCatalog Catalog,
    SaidOfUnit Said);

/// <summary>
/// What the entries of a unit say, by their ids. Which of them stand is for the index to tell: so the history of a later sequence serves
/// every earlier question.
/// </summary>
public sealed class SaidOfUnit
{
    private readonly Dictionary<Guid, HistoryEntry> _entries;
    private readonly Dictionary<Guid, Guid> _replaced;

    public SaidOfUnit(HistoryAnswer history)
    {
        _entries = history.Entries.Concat(history.Elsewhere).ToDictionary(entry => entry.Recorded.Id);
        _replaced = _entries.Values.Select(entry => entry.Recorded.Entry).OfType<EntryRetracted>().Where(retraction => retraction.ReplacedBy is not null)
            .ToDictionary(retraction => retraction.ReplacedBy!.Value, retraction => retraction.Entry);
    }

    internal HistoryEntry? Find(Guid entry) => _entries.GetValueOrDefault(entry);

    internal T? Find<T>(Guid entry) where T : Entry => Find(entry)?.Recorded.Entry as T;

    /// <summary>The entry this one was recorded in the place of.</summary>
    internal Guid? ReplacedBy(Guid entry) => _replaced.TryGetValue(entry, out var replaced) ? replaced : null;
}
