using System.Collections.Frozen;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Findings;
using Ntm.Domain.Inspections;
using Ntm.Domain.Plans;
using Ntm.Domain.Recognition;
using Ntm.Domain.Recording;
using Ntm.Domain.Retraction;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;

namespace Ntm.Domain.Entries;

/// <summary>The list of entry types. A new type is a line here, a page in docs/reference/entries.md and a sample in the tests.</summary>
public static class EntryTypes
{
    public const string Retracted = "entry_retracted";

    /// <summary>Input only: stored and exported as a retraction and its replacement.</summary>
    public const string Corrected = "entry_corrected";

    public static IReadOnlyList<EntryType> All { get; } =
    [
        EntryType.Of("unit_established", UnitEstablished.Read, (id, entry, on) => EstablishUnitHandler.Handle(new(id, entry), on.Register)),
        EntryType.Of("unit_renamed", UnitRenamed.Read, (id, entry, on) => RenameUnitHandler.Handle(new(id, entry), on.Register)),
        EntryType.Of("unit_recoded", UnitRecoded.Read, (id, entry, on) => RecodeUnitHandler.Handle(new(id, entry), on.Register)),
        EntryType.Of("unit_reparented", UnitReparented.Read, (id, entry, on) => ReparentUnitHandler.Handle(new(id, entry), on.Register)),
        EntryType.Of("unit_level_changed", UnitLevelChanged.Read, (id, entry, on) => ChangeUnitLevelHandler.Handle(new(id, entry), on.Register)),
        EntryType.Of("units_merged", UnitsMerged.Read, (id, entry, on) => MergeUnitsHandler.Handle(new(id, entry), on.Register)),
        EntryType.Of("unit_dissolved", UnitDissolved.Read, (id, entry, on) => DissolveUnitHandler.Handle(new(id, entry), on.Register)),
        Finding("criterion_attained", CriterionAttained.Read),
        Finding("criterion_not_attained", CriterionNotAttained.Read),
        Finding("criterion_lost", CriterionLost.Read),
        Finding("criterion_basically_met", CriterionBasicallyMet.Read),
        Finding("criterion_not_applicable", CriterionNotApplicable.Read),
        EntryType.Of("indicator_measured", IndicatorMeasured.Read, (id, entry, on) => MeasureIndicatorHandler.Handle(new(id, entry), on.Register, on.Catalog)),
        EntryType.Of("target_assigned", TargetAssigned.Read, (id, entry, on) => AssignTargetHandler.Handle(new(id, entry), on.Register, on.Catalog)),
        EntryType.Of("target_withdrawn", TargetWithdrawn.Read, (id, entry, on) => WithdrawTargetHandler.Handle(new(id, entry), on.Register)),
        EntryType.Of("plan_issued", PlanIssued.Read, (id, entry, on) => IssuePlanHandler.Handle(new(id, entry), on.Register)),
        EntryType.Of("plan_revised", PlanRevised.Read, (id, entry, on) => RevisePlanHandler.Handle(new(id, entry), on.Register)),
        EntryType.Of("task_done", TaskDone.Read, (id, entry, on) => ReportTaskDoneHandler.Handle(new(id, entry), on.Register)),
        EntryType.Of("inspection_scheduled", InspectionScheduled.Read, (id, entry, on) => ScheduleInspectionHandler.Handle(new(id, entry), on.Register, on.Catalog)),
        EntryType.Of("inspection_postponed", InspectionPostponed.Read, (id, entry, on) => PostponeInspectionHandler.Handle(new(id, entry), on)),
        EntryType.Of("inspection_cancelled", InspectionCancelled.Read, (id, entry, on) => CancelInspectionHandler.Handle(new(id, entry), on)),
        EntryType.Of("inspection_held", InspectionHeld.Read, (id, entry, on) => HoldInspectionHandler.Handle(new(id, entry), on)),
        EntryType.Of("remedy_done", RemedyDone.Read, (id, entry, on) => ReportRemedyHandler.Handle(new(id, entry), on.Register)),
        EntryType.Of("follow_up_held", FollowUpHeld.Read, (id, entry, on) => HoldFollowUpHandler.Handle(new(id, entry), on)),
        EntryType.Of("debt_declared", DebtDeclared.Read, (id, entry, on) => DeclareDebtHandler.Handle(new(id, entry), on.Register)),
        EntryType.Of("satisfaction_surveyed", SatisfactionSurveyed.Read, (id, entry, on) => SurveySatisfactionHandler.Handle(new(id, entry), on.Register)),
        Step("title_registered", TitleRegistered.Read),
        Step("title_planned", TitlePlanned.Read),
        Step("title_registration_refused", TitleRegistrationRefused.Read),
        Step("title_self_assessed", TitleSelfAssessed.Read),
        Step("title_posted", TitlePosted.Read),
        Step("title_consulted", TitleConsulted.Read),
        Step("title_voted", TitleVoted.Read, isDecision: true),
        Step("title_proposed", TitleProposed.Read),
        Step("verification_opened", VerificationOpened.Read),
        Step("title_verified", TitleVerified.Read),
        Step("title_returned", TitleReturned.Read),
        Step("title_listed", TitleListed.Read),
        Step("appraisal_opened", AppraisalOpened.Read),
        Step("title_appraised", TitleAppraised.Read),
        Step("recognition_granted", RecognitionGranted.Read, isDecision: true),
        Step("recognition_announced", RecognitionAnnounced.Read),
        Step("recognition_inherited", RecognitionInherited.Read, isDecision: true),
        Step("recognition_revoked", RecognitionRevoked.Read, isDecision: true),
        Step("decision_annulled", DecisionAnnulled.Read, isDecision: true),
        Step("title_withdrawn", TitleWithdrawn.Read),
        Step("title_expired", TitleExpired.Read),
        Step("title_carried_over", TitleCarriedOver.Read),
        Step("review_opened", ReviewOpened.Read),
        Step("review_closed", ReviewClosed.Read),
        EntryType.Of(Retracted, EntryRetracted.Read, (id, entry, on) => RetractEntryHandler.Handle(new(id, entry), on.Register, on.Find(entry.Entry))),
    ];

    private static readonly FrozenDictionary<string, EntryType> ByName = All.ToFrozenDictionary(type => type.Name);
    private static readonly FrozenDictionary<Type, EntryType> ByClrType = All.ToFrozenDictionary(type => type.ClrType);

    public static EntryType? Find(string name) => ByName.GetValueOrDefault(name);

    public static EntryType Of(Entry entry) => ByClrType[entry.GetType()];

    internal static Decision Decide(Guid id, Entry entry, Judging judging) => Of(entry).Decide(id, entry, judging);

    private static EntryType Step<T>(string name, Func<Interchange.FieldReader, T> read, bool isDecision = false) where T : DossierStep =>
        EntryType.Of(name, read, (id, entry, on) => RecordDossierStepHandler.Handle(new(id, entry), on), isDecision);

    private static EntryType Finding<T>(string name, Func<Interchange.FieldReader, T> read) where T : FindingEntry =>
        EntryType.Of(name, read, (id, entry, on) => RecordFindingHandler.Handle(new(id, entry), on.Register, on.Catalog, on.Today));
}
