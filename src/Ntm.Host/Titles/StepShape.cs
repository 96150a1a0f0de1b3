using Ntm.Domain.Dossiers;

namespace Ntm.Host.Titles;

/// <summary>What is filled in of a step beside its day, its document and a note.</summary>
[Flags]
public enum StepFields
{
    None = 0,
    By = 1,
    Team = 1 << 1,
    Votes = 1 << 2,
    Posting = 1 << 3,
    Opinions = 1 << 4,
    Reasons = 1 << 5,
    Reason = 1 << 6,
    Into = 1 << 7,
    Outcome = 1 << 8,
    Decision = 1 << 9,
    From = 1 << 10,
    Plan = 1 << 11,
}

/// <summary>A step of a regime as an entry to be written.</summary>
/// <param name="Type">Of the entry.</param>
/// <param name="Level">The level of the office that the step itself stands for; null where it is filled in or not told.</param>
public sealed record StepShape(StepKind Kind, string Type, StepFields Fields, OfficeLevel? Level = null)
{
    /// <summary>Every step, in the order of a dossier's way.</summary>
    public static IReadOnlyList<StepShape> All { get; } =
    [
        new(StepKind.Registered, "title_registered", StepFields.None),
        new(StepKind.Planned, "title_planned", StepFields.Plan),
        new(StepKind.RegistrationRefused, "title_registration_refused", StepFields.Reasons),
        new(StepKind.SelfAssessed, "title_self_assessed", StepFields.None),
        new(StepKind.Posted, "title_posted", StepFields.Posting),
        new(StepKind.Consulted, "title_consulted", StepFields.Opinions),
        new(StepKind.CommuneVoted, "title_voted", StepFields.Votes, OfficeLevel.Commune),
        new(StepKind.CommuneProposed, "title_proposed", StepFields.None, OfficeLevel.Commune),
        new(StepKind.VerificationOpened, "verification_opened", StepFields.By | StepFields.Team),
        new(StepKind.Verified, "title_verified", StepFields.By | StepFields.Team),
        new(StepKind.DistrictReturned, "title_returned", StepFields.Reasons, OfficeLevel.District),
        new(StepKind.Listed, "title_listed", StepFields.By),
        new(StepKind.DistrictVoted, "title_voted", StepFields.Votes, OfficeLevel.District),
        new(StepKind.DistrictProposed, "title_proposed", StepFields.None, OfficeLevel.District),
        new(StepKind.AppraisalOpened, "appraisal_opened", StepFields.By | StepFields.Team),
        new(StepKind.Appraised, "title_appraised", StepFields.By | StepFields.Team),
        new(StepKind.ProvinceReturned, "title_returned", StepFields.Reasons, OfficeLevel.Province),
        new(StepKind.CouncilVoted, "title_voted", StepFields.Votes, OfficeLevel.Province),
        new(StepKind.Granted, "recognition_granted", StepFields.None),
        new(StepKind.Announced, "recognition_announced", StepFields.By),
        new(StepKind.Inherited, "recognition_inherited", StepFields.From),
        new(StepKind.ReviewOpened, "review_opened", StepFields.Reason),
        new(StepKind.ReviewClosed, "review_closed", StepFields.Outcome),
        new(StepKind.Revoked, "recognition_revoked", StepFields.None),
        new(StepKind.Annulled, "decision_annulled", StepFields.Decision | StepFields.Reason),
        new(StepKind.Withdrawn, "title_withdrawn", StepFields.Reason),
        new(StepKind.Expired, "title_expired", StepFields.None),
        new(StepKind.CarriedOver, "title_carried_over", StepFields.Into),
    ];

    public static StepShape Of(StepKind kind) => All.First(shape => shape.Kind == kind);

    public bool Has(StepFields fields) => (Fields & fields) != StepFields.None;
}
