using Ntm.Domain.Entries;
using Ntm.Domain.Folding;
using Ntm.Domain.Inspections;

namespace Ntm.Projections.Inspections;

/// <summary>What became of one remark of an inspection: reported done, believed or not, by the entries that say so.</summary>
/// <param name="DueBy">As the last follow-up left it.</param>
/// <param name="Report">The first report since it was last reopened; null where none.</param>
/// <param name="Disbelieved">The report the last reopening speaks against.</param>
internal sealed record RemedyHistory(DateOnly? DueBy, Fact<DatedEntry>? Report, Fact<DatedEntry>? Disbelieved, Fact<DatedEntry>? FollowUp, RemedyVerdict? Verdict)
{
    /// <param name="entries">Of the unit, by day and then in record order.</param>
    internal static RemedyHistory Of(Fact<DatedEntry> inspection, InspectionRemark remark, IReadOnlyList<Fact<DatedEntry>> entries) => entries.Aggregate(
        new RemedyHistory(remark.RemedyBy, null, null, null, null), (history, entry) => history.With(entry, inspection.Entry, remark.Criterion));

    internal bool IsSettled => Report is not null || Verdict == RemedyVerdict.Closed;

    internal string StateOn(DateOnly on) => this switch
    {
        { Verdict: RemedyVerdict.Closed } => "closed",
        { Report: not null } => "done",
        { Disbelieved: not null } => "disputed",
        { DueBy: null } => "no_deadline",
        _ => DueBy < on ? "overdue" : "due",
    };

    /// <summary>What was reported late was late; what is not done is late as of the day; what was found done without a report is late from nobody's word.</summary>
    internal int? OverdueDays(DateOnly on)
    {
        if (DueBy is not { } due || (Report is null && Verdict == RemedyVerdict.Closed))
            return null;
        return (Report?.EffectiveOn ?? on).DayNumber - due.DayNumber is > 0 and var days ? days : null;
    }

    private RemedyHistory With(Fact<DatedEntry> entry, Guid inspection, int criterion)
    {
        if (entry.Value is RemedyDone done && done.Inspection == inspection && done.Criterion == criterion)
            return this with { Report = Report ?? entry };
        if (entry.Value is not FollowUpHeld followUp || followUp.Inspection != inspection)
            return this;
        return followUp.Outcomes.Where(outcome => outcome.Criterion == criterion).Aggregate(this, (history, outcome) => outcome.Verdict == RemedyVerdict.Closed
            ? history with { FollowUp = entry, Verdict = RemedyVerdict.Closed }
            : history with
            {
                FollowUp = entry, Verdict = RemedyVerdict.Reopened, Report = null, Disbelieved = history.Report ?? history.Disbelieved,
                DueBy = outcome.RemedyBy ?? history.DueBy,
            });
    }
}
