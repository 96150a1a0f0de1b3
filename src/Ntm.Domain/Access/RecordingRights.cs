using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;

namespace Ntm.Domain.Access;

/// <summary>A row of the table of what roles may record.</summary>
/// <param name="Types">Entry types.</param>
/// <param name="AssessedBy">Of findings and measurements: by whom; of votes, proposals and returns: their level; null where the type has neither.</param>
/// <param name="AreaLevel">The level the office's area must have at least; null for any.</param>
public sealed record RecordingRight(IReadOnlyList<string> Types, Assessor? AssessedBy, UnitLevel? AreaLevel, IReadOnlyList<Role> Roles);

/// <summary>
/// Which role may record which type, always inside its area; a criterion office, its criteria only. Retractions have rules of their own
/// (<see cref="AccessJudge"/>). Every type of <see cref="EntryTypes"/> stands here.
/// </summary>
public static class RecordingRights
{
    private static readonly string[] OfUnits =
        ["unit_established", "unit_renamed", "unit_recoded", "unit_reparented", "unit_level_changed", "units_merged", "unit_dissolved"];

    private static readonly string[] OfFindings =
    [
        "criterion_attained", "criterion_not_attained", "criterion_lost", "criterion_basically_met", "criterion_not_applicable", "indicator_measured",
    ];

    private static readonly string[] OfDecisions = ["recognition_granted", "recognition_inherited", "recognition_revoked", "decision_annulled"];

    private static readonly string[] OfCommuneSteps =
        ["title_registered", "title_self_assessed", "title_posted", "title_consulted", "title_withdrawn"];

    private static readonly string[] OfDistrictSteps =
    [
        "title_planned", "title_registration_refused", "title_listed", "title_expired", "title_carried_over", "recognition_announced", "review_opened",
        "review_closed",
    ];

    // A vote, a proposal and a return say their level: whose word it is, as a finding says its assessor.
    private static readonly string[] OfEveryLevel = ["title_voted", "title_proposed", "title_returned"];

    public static IReadOnlyList<RecordingRight> All { get; } =
    [
        new(OfUnits, null, null, [Role.CoordinationOffice]),
        new(OfFindings, Assessor.Commune, null, [Role.CommuneOfficer, Role.CoordinationOffice]),
        new(OfFindings, Assessor.District, UnitLevel.District, [Role.CriterionOffice, Role.CoordinationOffice, Role.VerificationTeam]),
        new(OfFindings, Assessor.Province, UnitLevel.Province, [Role.CriterionOffice, Role.CoordinationOffice, Role.AppraisalTeam]),
        new(OfFindings, Assessor.Inspection, null, [Role.CriterionOffice, Role.CoordinationOffice, Role.VerificationTeam, Role.AppraisalTeam]),
        new(OfFindings, Assessor.Audit, null, [Role.Auditor]),
        new(["target_assigned", "target_withdrawn", "plan_issued", "plan_revised"], null, null, [Role.CoordinationOffice]),
        new(["task_done"], null, null, [Role.CommuneOfficer, Role.CriterionOffice, Role.CoordinationOffice]),
        new(["inspection_scheduled", "inspection_postponed", "inspection_cancelled", "inspection_held", "follow_up_held"], null, null,
            [Role.CriterionOffice, Role.CoordinationOffice, Role.VerificationTeam, Role.AppraisalTeam, Role.Auditor]),
        new(["remedy_done"], null, null, [Role.CommuneOfficer, Role.CriterionOffice, Role.CoordinationOffice]),
        new(["debt_declared"], null, null, [Role.CommuneOfficer, Role.CoordinationOffice]),
        new(["satisfaction_surveyed"], null, null, [Role.CoordinationOffice]),
        // Chairmen of provinces decide (2540/QĐ-TTg, 18/2022/QĐ-TTg); their coordination office records it.
        new(OfDecisions, null, UnitLevel.Province, [Role.CoordinationOffice]),
        new(OfCommuneSteps, null, null, [Role.CommuneOfficer, Role.CoordinationOffice]),
        new(OfDistrictSteps, null, UnitLevel.District, [Role.CoordinationOffice]),
        new(["verification_opened", "title_verified"], null, UnitLevel.District, [Role.CoordinationOffice, Role.VerificationTeam]),
        new(["appraisal_opened", "title_appraised"], null, UnitLevel.Province, [Role.CoordinationOffice, Role.AppraisalTeam]),
        new(["title_voted", "title_proposed"], Assessor.Commune, null, [Role.CommuneOfficer, Role.CoordinationOffice]),
        new(OfEveryLevel, Assessor.District, UnitLevel.District, [Role.CoordinationOffice, Role.VerificationTeam]),
        new(OfEveryLevel, Assessor.Province, UnitLevel.Province, [Role.CoordinationOffice, Role.AppraisalTeam]),
    ];

    /// <summary>The row an entry falls under; null for a retraction, and for a type the table does not know.</summary>
    public static RecordingRight? Of(Entry entry)
    {
        var type = EntryTypes.Of(entry).Name;
        var assessor = AssessorOf(entry);
        return All.FirstOrDefault(right => right.AssessedBy == assessor && right.Types.Contains(type));
    }

    internal static Assessor? AssessorOf(Entry entry) => entry switch
    {
        FindingEntry finding => finding.AssessedBy,
        IndicatorMeasured measured => measured.AssessedBy,
        TitleVoted voted => OfLevel(voted.Votes.Level),
        TitleProposed proposed => OfLevel(proposed.By),
        TitleReturned returned => OfLevel(returned.Returned.By),
        _ => null,
    };

    private static Assessor OfLevel(OfficeLevel level) => level switch
    {
        OfficeLevel.Commune => Assessor.Commune,
        OfficeLevel.District => Assessor.District,
        OfficeLevel.Province => Assessor.Province,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "is no level"),
    };
}
