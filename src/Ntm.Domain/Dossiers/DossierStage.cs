using Ntm.Domain.Interchange;

namespace Ntm.Domain.Dossiers;

/// <summary>Where a dossier stands.</summary>
public enum DossierStage
{
    NotBegun,
    Registered,
    Planned,
    RegistrationRefused,
    SelfAssessed,
    Consulted,
    ProposedByCommune,
    VerificationOpened,
    Verified,
    ReturnedByDistrict,
    ProposedByDistrict,
    AppraisalOpened,
    Appraised,
    ReturnedByProvince,
    CouncilVoted,
    CouncilRejected,
    Recognised,
    Announced,
    UnderReview,
    Revoked,
    Annulled,
    Withdrawn,
    Expired,
    CarriedOver,
}

public static class DossierStages
{
    public static WireNames<DossierStage> Names { get; } = new(
        ("not_begun", DossierStage.NotBegun), ("registered", DossierStage.Registered), ("planned", DossierStage.Planned),
        ("registration_refused", DossierStage.RegistrationRefused), ("self_assessed", DossierStage.SelfAssessed),
        ("consulted", DossierStage.Consulted), ("proposed_by_commune", DossierStage.ProposedByCommune),
        ("verification_opened", DossierStage.VerificationOpened), ("verified", DossierStage.Verified),
        ("returned_by_district", DossierStage.ReturnedByDistrict), ("proposed_by_district", DossierStage.ProposedByDistrict),
        ("appraisal_opened", DossierStage.AppraisalOpened), ("appraised", DossierStage.Appraised),
        ("returned_by_province", DossierStage.ReturnedByProvince), ("council_voted", DossierStage.CouncilVoted),
        ("council_rejected", DossierStage.CouncilRejected), ("recognised", DossierStage.Recognised), ("announced", DossierStage.Announced),
        ("under_review", DossierStage.UnderReview), ("revoked", DossierStage.Revoked), ("annulled", DossierStage.Annulled),
        ("withdrawn", DossierStage.Withdrawn), ("expired", DossierStage.Expired), ("carried_over", DossierStage.CarriedOver));

    /// <summary>The attempt has ended without a title, or the title was taken away.</summary>
    public static bool IsClosed(this DossierStage stage) => stage is DossierStage.RegistrationRefused or DossierStage.Revoked
        or DossierStage.Annulled or DossierStage.Withdrawn or DossierStage.Expired or DossierStage.CarriedOver;

    /// <summary>The commune has the title.</summary>
    public static bool HoldsTitle(this DossierStage stage) =>
        stage is DossierStage.Recognised or DossierStage.Announced or DossierStage.UnderReview;
}
