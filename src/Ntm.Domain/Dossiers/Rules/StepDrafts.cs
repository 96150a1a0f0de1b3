using Ntm.Domain.Recognition;

namespace Ntm.Domain.Dossiers.Rules;

/// <summary>
/// A step before anybody has filled it in. What is to be typed is taken to keep its rules: a vote carried by all, a posting long enough;
/// what then speaks against the draft is the record's.
/// </summary>
public static class StepDrafts
{
    private const int LongEnough = 366;

    /// <param name="decision">Of an annulment: what it annuls.</param>
    public static DossierStep Of(StepKind kind, DossierName name, DateOnly on, Guid? decision)
    {
        var (unit, dossier, title, year) = (name.Unit, name.Dossier, name.Title, name.Year);
        return kind switch
        {
            StepKind.Registered => new TitleRegistered { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.Planned => new TitlePlanned { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.RegistrationRefused => new TitleRegistrationRefused { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Reasons = [] },
            StepKind.SelfAssessed => new TitleSelfAssessed { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.Posted => new TitlePosted { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Until = Later(on) },
            StepKind.Consulted => new TitleConsulted { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.CommuneVoted => Voted(name, on, OfficeLevel.Commune),
            StepKind.DistrictVoted => Voted(name, on, OfficeLevel.District),
            StepKind.CouncilVoted => Voted(name, on, OfficeLevel.Province),
            StepKind.CommuneProposed => new TitleProposed { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, By = OfficeLevel.Commune },
            StepKind.DistrictProposed => new TitleProposed { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, By = OfficeLevel.District },
            StepKind.VerificationOpened => new VerificationOpened { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.Verified => new TitleVerified { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.DistrictReturned => Returned(name, on, OfficeLevel.District),
            StepKind.ProvinceReturned => Returned(name, on, OfficeLevel.Province),
            StepKind.Listed => new TitleListed { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.AppraisalOpened => new AppraisalOpened { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.Appraised => new TitleAppraised { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.Granted => new RecognitionGranted { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.Announced => new RecognitionAnnounced { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.Inherited => new RecognitionInherited { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.ReviewOpened => new ReviewOpened { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.ReviewClosed => new ReviewClosed { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Outcome = ReviewOutcome.Kept },
            StepKind.Revoked => new RecognitionRevoked { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.Annulled => new DecisionAnnulled { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Decision = decision ?? Guid.Empty, Reason = "" },
            StepKind.Withdrawn => new TitleWithdrawn { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.Expired => new TitleExpired { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.CarriedOver => new TitleCarriedOver { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Into = "" },
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no draft"),
        };
    }

    private static TitleVoted Voted(DossierName name, DateOnly on, OfficeLevel level) => new()
    {
        Unit = name.Unit, EffectiveOn = on, Dossier = name.Dossier, Title = name.Title, Year = name.Year, Votes = new VoteCount(level, 1, 1, 1, 0),
    };

    private static TitleReturned Returned(DossierName name, DateOnly on, OfficeLevel level) => new()
    {
        Unit = name.Unit, EffectiveOn = on, Dossier = name.Dossier, Title = name.Title, Year = name.Year, Returned = new DossierReturn(level, []),
    };

    private static DateOnly Later(DateOnly on) => on.DayNumber + LongEnough > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue : on.AddDays(LongEnough);
}
