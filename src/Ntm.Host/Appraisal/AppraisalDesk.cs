using Ntm.Domain.Criteria;
using Ntm.Domain.Units;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Units;
using Ntm.Projections.Appraisal;
using Ntm.Projections.EntryHistory;

namespace Ntm.Host.Appraisal;

/// <summary>Makes appraisal sheets: the index tells what stands, the database what the entries say.</summary>
internal sealed class AppraisalDesk(LiveRecord live, Histories histories, CriteriaCatalog catalog)
{
    /// <returns>Null where the unit is not known at that sequence.</returns>
    internal async Task<AppraisalSheet?> MakeAsync(string unit, Question asked, CancellationToken cancellation)
    {
        if (!UnitId.TryParse(unit, out var id) || await histories.AnswerAsync(id, asked.Sequence, new HistoryFilter(null, null), cancellation) is not { } history)
            return null;
        return AppraisalReading.Answer(new AppraisalQuestion(
            live.Index, id, asked.On, asked.Sequence, asked.Set, asked.Assessors, asked.Boundary, catalog, new SaidOfUnit(history)));
    }
}
