using System.Diagnostics;
using Ntm.Domain.Interchange;
using Ntm.Domain.Recognition;

namespace Ntm.Domain.Dossiers;

/// <summary>The steps regimes tell apart: a vote of the commune and one of the council are two, though both are <see cref="TitleVoted"/>.</summary>
public enum StepKind
{
    Registered,
    Planned,
    RegistrationRefused,
    SelfAssessed,
    Posted,
    Consulted,
    CommuneVoted,
    CommuneProposed,
    VerificationOpened,
    Verified,
    DistrictReturned,
    Listed,
    DistrictVoted,
    DistrictProposed,
    AppraisalOpened,
    Appraised,
    ProvinceReturned,
    CouncilVoted,
    Granted,
    Announced,
    Inherited,
    ReviewOpened,
    ReviewClosed,
    Revoked,
    Annulled,
    Withdrawn,
    Expired,
    CarriedOver,
}

public static class StepKinds
{
    public static WireNames<StepKind> Names { get; } = new(
        ("registered", StepKind.Registered), ("planned", StepKind.Planned), ("registration_refused", StepKind.RegistrationRefused),
        ("self_assessed", StepKind.SelfAssessed), ("posted", StepKind.Posted), ("consulted", StepKind.Consulted),
        ("commune_voted", StepKind.CommuneVoted), ("commune_proposed", StepKind.CommuneProposed),
        ("verification_opened", StepKind.VerificationOpened), ("verified", StepKind.Verified), ("district_returned", StepKind.DistrictReturned),
        ("listed", StepKind.Listed), ("district_voted", StepKind.DistrictVoted), ("district_proposed", StepKind.DistrictProposed),
        ("appraisal_opened", StepKind.AppraisalOpened), ("appraised", StepKind.Appraised), ("province_returned", StepKind.ProvinceReturned),
        ("council_voted", StepKind.CouncilVoted), ("granted", StepKind.Granted), ("announced", StepKind.Announced),
        ("inherited", StepKind.Inherited), ("review_opened", StepKind.ReviewOpened), ("review_closed", StepKind.ReviewClosed),
        ("revoked", StepKind.Revoked), ("annulled", StepKind.Annulled), ("withdrawn", StepKind.Withdrawn), ("expired", StepKind.Expired),
        ("carried_over", StepKind.CarriedOver));

    public static StepKind Of(DossierStep step) => step switch
    {
        TitleRegistered => StepKind.Registered,
        TitlePlanned => StepKind.Planned,
        TitleRegistrationRefused => StepKind.RegistrationRefused,
        TitleSelfAssessed => StepKind.SelfAssessed,
        TitlePosted => StepKind.Posted,
        TitleConsulted => StepKind.Consulted,
        TitleVoted { Votes.Level: OfficeLevel.Commune } => StepKind.CommuneVoted,
        TitleVoted { Votes.Level: OfficeLevel.District } => StepKind.DistrictVoted,
        TitleVoted => StepKind.CouncilVoted,
        TitleProposed { By: OfficeLevel.Commune } => StepKind.CommuneProposed,
        TitleProposed => StepKind.DistrictProposed,
        VerificationOpened => StepKind.VerificationOpened,
        TitleVerified => StepKind.Verified,
        TitleReturned { Returned.By: OfficeLevel.Province } => StepKind.ProvinceReturned,
        TitleReturned => StepKind.DistrictReturned,
        TitleListed => StepKind.Listed,
        AppraisalOpened => StepKind.AppraisalOpened,
        TitleAppraised => StepKind.Appraised,
        RecognitionGranted => StepKind.Granted,
        RecognitionAnnounced => StepKind.Announced,
        RecognitionInherited => StepKind.Inherited,
        RecognitionRevoked => StepKind.Revoked,
        DecisionAnnulled => StepKind.Annulled,
        TitleWithdrawn => StepKind.Withdrawn,
        TitleExpired => StepKind.Expired,
        TitleCarriedOver => StepKind.CarriedOver,
        ReviewOpened => StepKind.ReviewOpened,
        ReviewClosed => StepKind.ReviewClosed,
        _ => throw new UnreachableException($"{step.GetType().Name} is no step of any regime"),
    };

    /// <summary>The level of office the step itself names; null where it names none.</summary>
    public static OfficeLevel? OfficeOf(DossierStep step) => step switch
    {
        TitleVoted voted => voted.Votes.Level,
        TitleProposed proposed => proposed.By,
        TitleReturned returned => returned.Returned.By,
        TeamStep taken => taken.By,
        TitleListed listed => listed.By,
        RecognitionAnnounced announced => announced.By,
        _ => null,
    };

    /// <summary>In the words of an officer, for sentences.</summary>
    public static string InVietnamese(this StepKind kind) => kind switch
    {
        StepKind.Registered => "đăng ký",
        StepKind.Planned => "đưa vào kế hoạch",
        StepKind.RegistrationRefused => "không đưa vào kế hoạch",
        StepKind.SelfAssessed => "tự đánh giá",
        StepKind.Posted => "công khai",
        StepKind.Consulted => "lấy ý kiến",
        StepKind.CommuneVoted => "họp xã bỏ phiếu",
        StepKind.CommuneProposed => "xã đề nghị",
        StepKind.VerificationOpened => "mở thẩm tra",
        StepKind.Verified => "thẩm tra",
        StepKind.DistrictReturned => "huyện trả hồ sơ",
        StepKind.Listed => "công bố danh sách",
        StepKind.DistrictVoted => "huyện bỏ phiếu",
        StepKind.DistrictProposed => "huyện đề nghị",
        StepKind.AppraisalOpened => "mở thẩm định",
        StepKind.Appraised => "thẩm định",
        StepKind.ProvinceReturned => "tỉnh trả hồ sơ",
        StepKind.CouncilVoted => "Hội đồng bỏ phiếu",
        StepKind.Granted => "quyết định công nhận",
        StepKind.Announced => "công bố",
        StepKind.Inherited => "thừa nhận",
        StepKind.ReviewOpened => "mở rà soát",
        StepKind.ReviewClosed => "kết thúc rà soát",
        StepKind.Revoked => "thu hồi",
        StepKind.Annulled => "bãi bỏ",
        StepKind.Withdrawn => "rút hồ sơ",
        StepKind.Expired => "hết hạn",
        StepKind.CarriedOver => "chuyển tiếp",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no word"),
    };

    public static string InEnglish(this StepKind kind) => Names.NameOf(kind).Replace('_', ' ');
}

/// <summary>A set of steps. A country's dossiers are folded at every question: a set is one number.</summary>
public readonly record struct StepKindSet
{
    private readonly ulong _bits;

    private StepKindSet(ulong bits) => _bits = bits;

    public static StepKindSet Of(params ReadOnlySpan<StepKind> kinds)
    {
        var bits = 0UL;
        foreach (var kind in kinds)
            bits |= 1UL << (int)kind;
        return new StepKindSet(bits);
    }

    public bool Contains(StepKind kind) => (_bits & (1UL << (int)kind)) != 0;

    internal StepKindSet Add(StepKind kind) => new(_bits | (1UL << (int)kind));

    internal StepKindSet With(StepKindSet others) => new(_bits | others._bits);

    internal StepKindSet Without(StepKindSet others) => new(_bits & ~others._bits);
}
