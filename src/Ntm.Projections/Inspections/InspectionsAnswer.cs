namespace Ntm.Projections.Inspections;

/// <summary>The inspections of one unit on a day, as known at a sequence (docs/reference/http.md).</summary>
/// <param name="Inspections">By the day they are due or were held.</param>
/// <param name="Remedies">One for each remark, by inspection.</param>
/// <param name="Findings">What stands of findings, in record order, each with the inspection before it.</param>
public sealed record InspectionsAnswer(
    string Unit, string? Name, bool Exists, DateOnly? EndedOn, DateOnly On, KnownAt KnownAt,
    IReadOnlyList<InspectionRow> Inspections, IReadOnlyList<RemedyRow> Remedies, IReadOnlyList<InspectedFinding> Findings);

/// <summary>One inspection, as scheduled, as held, or both.</summary>
/// <param name="State"><c>planned</c>, <c>overdue</c>, <c>held</c>, <c>held_late</c> or <c>cancelled</c>.</param>
/// <param name="Schedule">The entry that scheduled it.</param>
/// <param name="FirstDueBy">As first scheduled.</param>
/// <param name="DueBy">As it stands, postponements included.</param>
/// <param name="Changed">The entry that postponed it last, or cancelled it.</param>
/// <param name="Held">The entry that says it was held.</param>
/// <param name="OverdueDays">Days it is overdue, or was when it was held; null where it is not.</param>
/// <param name="Planned">What is to be inspected; empty where the schedule does not say.</param>
/// <param name="Inspected">What was looked at.</param>
public sealed record InspectionRow(
    string State, Guid? Schedule, DateOnly? ScheduledOn, DateOnly? FirstDueBy, DateOnly? DueBy, Guid? Changed, string? Team, Guid? Held,
    DateOnly? HeldOn, int? OverdueDays, IReadOnlyList<NamedCriterion> Planned, IReadOnlyList<NamedCriterion> Inspected);

public sealed record NamedCriterion(string Set, int Criterion);

/// <summary>A remark of an inspection and what became of it.</summary>
/// <param name="State"><c>no_deadline</c>, <c>due</c>, <c>overdue</c>, <c>done</c> (reported), <c>disputed</c> (reported, and reopened since) or <c>closed</c>.</param>
/// <param name="Inspection">The entry that remarked.</param>
/// <param name="RemedyBy">As the inspection asked.</param>
/// <param name="DueBy">As the last follow-up left it.</param>
/// <param name="Report">The entry that reports it done: of a disputed one, the report a follow-up did not believe.</param>
/// <param name="FollowUp">The last follow-up on it.</param>
/// <param name="OverdueDays">Days it is overdue, or was when it was reported; null where it is not.</param>
public sealed record RemedyRow(
    string State, Guid Inspection, DateOnly HeldOn, string Set, int Criterion, string Conclusion, string? Remark, DateOnly? RemedyBy, DateOnly? DueBy,
    Guid? Report, DateOnly? ReportedOn, Guid? FollowUp, DateOnly? FollowedUpOn, int? OverdueDays);

/// <summary>A finding and the last inspection that had looked at its criterion by the day it was recorded.</summary>
/// <param name="Inspection">Null: nobody had inspected the criterion.</param>
public sealed record InspectedFinding(
    Guid Entry, long Sequence, DateOnly EffectiveOn, DateOnly RecordedOn, string Set, int Criterion, string Status, string AssessedBy, InspectionBefore? Inspection);

/// <param name="Conclusion">What it remarked on the criterion; null where it remarked nothing.</param>
/// <param name="RecordedBefore">It stood in the record when the finding was recorded; else it was recorded later.</param>
public sealed record InspectionBefore(Guid Entry, DateOnly HeldOn, string? Conclusion, bool RecordedBefore);

/// <summary>Inspections under a unit on a day, as known at a sequence (docs/reference/http.md).</summary>
/// <param name="State">What was asked for; null for everything.</param>
/// <param name="Units">Ordinal; units of which there is nothing to tell are left out.</param>
public sealed record InspectionListAnswer(
    string Under, string? State, DateOnly On, KnownAt KnownAt, InspectionTotals Totals, IReadOnlyList<InspectedUnit> Units);

/// <param name="Uninspected">Criteria that stand attained by a finding before which nobody had inspected them.</param>
public sealed record InspectedUnit(
    string Unit, string? Name, IReadOnlyList<InspectionRow> Inspections, IReadOnlyList<RemedyRow> Remedies, IReadOnlyList<NamedCriterion> Uninspected);

/// <summary>How many there are of each under the unit, whatever state was asked for.</summary>
/// <param name="OverdueRemedies">Of the day: also disputed ones whose day has passed.</param>
public sealed record InspectionTotals(
    int Planned, int Overdue, int Held, int HeldLate, int Cancelled, int RemediesDue, int OverdueRemedies, int RemediesDone, int RemediesDisputed,
    int RemediesClosed, int Uninspected);
