using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recognition;
using static Ntm.Testing.Said;

namespace Ntm.Testing;

/// <summary>Steps of a dossier of Văn An, and the lawful way to a title under each regime.</summary>
public static class DossierSteps
{
    public const string Dossier = "van-quan.van-an.ntm-2018";
    private const string District = "Đoàn thẩm tra huyện Văn Quan";
    private const string Province = "Đoàn thẩm định tỉnh Lạng Sơn";

    /// <summary>The days of the steps under 2540/QĐ-TTg, one a week; a Monday first.</summary>
    public static IReadOnlyList<StepKind> LawfulUnder2540 { get; } =
    [
        StepKind.Registered, StepKind.Planned, StepKind.SelfAssessed, StepKind.Posted, StepKind.Consulted, StepKind.CommuneVoted,
        StepKind.CommuneProposed, StepKind.VerificationOpened, StepKind.Verified, StepKind.DistrictVoted, StepKind.DistrictProposed,
        StepKind.AppraisalOpened, StepKind.Appraised, StepKind.CouncilVoted, StepKind.Granted, StepKind.Announced,
    ];

    /// <summary>Under 18/2022/QĐ-TTg, up to a review that keeps the title.</summary>
    public static IReadOnlyList<StepKind> LawfulUnder18 { get; } =
    [
        StepKind.SelfAssessed, StepKind.Posted, StepKind.Consulted, StepKind.CommuneVoted, StepKind.CommuneProposed,
        StepKind.VerificationOpened, StepKind.Verified, StepKind.Listed, StepKind.DistrictVoted, StepKind.DistrictProposed,
        StepKind.AppraisalOpened, StepKind.Appraised, StepKind.CouncilVoted, StepKind.Granted, StepKind.Announced,
        StepKind.ReviewOpened, StepKind.ReviewClosed,
    ];

    /// <summary>A step prepared in the system: without a document.</summary>
    public static DossierStep Step(StepKind kind, DateOnly on, int year = 2018, string dossier = Dossier, TitleLevel title = TitleLevel.Ntm) => Empty(kind, on) with
    {
        Unit = VanAn, EffectiveOn = on, Dossier = dossier, Title = title, Year = year,
    };

    /// <summary>The same as a fact: an issued document says it.</summary>
    public static DossierStep Issued(this DossierStep step, string number = "1/QĐ-UBND", string issuer = "UBND tỉnh Lạng Sơn") =>
        step with { Basis = new DocumentReference(number, step.EffectiveOn, issuer) };

    /// <summary>All that a recognition asks for beside its steps: every criterion found by the province, no debt, satisfied people.</summary>
    public static IEnumerable<Entry> Conditions(DateOnly on, Domain.Criteria.CriteriaSet set) =>
    [
        .. set.Criteria.Select(criterion => new CriterionAttained { Unit = VanAn, EffectiveOn = on, Set = set.Id, Criterion = criterion.Number, AssessedBy = Assessor.Province }),
        new DebtDeclared { Unit = VanAn, EffectiveOn = on, Amount = 0 },
        new SatisfactionSurveyed { Unit = VanAn, EffectiveOn = on, Households = 612, Asked = 520, Satisfied = 498 },
    ];

    private static VoteCount Carried(OfficeLevel level) => new(level, 40, 38, 37, 1);

    private static DossierStep Empty(StepKind kind, DateOnly on)
    {
        var (unit, dossier, title, year) = (VanAn, Dossier, TitleLevel.Ntm, 2018);
        return kind switch
        {
            StepKind.Registered => new TitleRegistered { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.Planned => new TitlePlanned { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.RegistrationRefused => new TitleRegistrationRefused { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Reasons = ["Mới đạt 9 tiêu chí"] },
            StepKind.SelfAssessed => new TitleSelfAssessed { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.Posted => new TitlePosted { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Until = on.AddDays(20), Broadcasts = 3 },
            StepKind.Consulted => new TitleConsulted { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.CommuneVoted => new TitleVoted { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Votes = Carried(OfficeLevel.Commune) },
            StepKind.CommuneProposed => new TitleProposed { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, By = OfficeLevel.Commune },
            StepKind.VerificationOpened => new VerificationOpened { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, By = OfficeLevel.District, Team = District },
            StepKind.Verified => new TitleVerified { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, By = OfficeLevel.District, Team = District },
            StepKind.DistrictReturned => new TitleReturned { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Returned = new(OfficeLevel.District, ["Thiếu biên bản"]) },
            StepKind.Listed => new TitleListed { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, By = OfficeLevel.District },
            StepKind.DistrictVoted => new TitleVoted { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Votes = Carried(OfficeLevel.District) },
            StepKind.DistrictProposed => new TitleProposed { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, By = OfficeLevel.District },
            StepKind.AppraisalOpened => new AppraisalOpened { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, By = OfficeLevel.Province, Team = Province },
            StepKind.Appraised => new TitleAppraised { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, By = OfficeLevel.Province, Team = Province },
            StepKind.ProvinceReturned => new TitleReturned { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Returned = new(OfficeLevel.Province, ["Tiêu chí 17 gượng ép"]) },
            StepKind.CouncilVoted => new TitleVoted { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Votes = new(OfficeLevel.Province, 20, 20, 20, 0) },
            StepKind.Granted => new RecognitionGranted { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.Announced => new RecognitionAnnounced { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, By = OfficeLevel.District },
            StepKind.Inherited => new RecognitionInherited { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.ReviewOpened => new ReviewOpened { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.ReviewClosed => new ReviewClosed { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Outcome = ReviewOutcome.Kept },
            StepKind.Revoked => new RecognitionRevoked { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.Annulled => new DecisionAnnulled { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Decision = Id(999), Reason = "Sai thẩm quyền" },
            StepKind.Withdrawn => new TitleWithdrawn { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.Expired => new TitleExpired { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year },
            StepKind.CarriedOver => new TitleCarriedOver { Unit = unit, EffectiveOn = on, Dossier = dossier, Title = title, Year = year, Into = "van-quan.van-an.ntm-2019" },
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no sample"),
        };
    }
}
