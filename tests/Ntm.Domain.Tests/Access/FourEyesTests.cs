using Ntm.Domain.Access;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Refusals;
using Ntm.Testing;

namespace Ntm.Domain.Tests.Access;

/// <summary>Who recorded does not verify, who verified does not appraise; and who may take back what was recorded.</summary>
public sealed class FourEyesTests
{
    private static readonly Office Commune = Acting.Office(Role.CommuneOfficer, Said.VanAn);
    private static readonly Office District = Acting.Office(Role.CoordinationOffice, Said.VanQuan);
    private static readonly Office Province = Acting.Office(Role.CoordinationOffice, Said.LangSon);
    private static readonly Office Verifying = Acting.Office(Role.VerificationTeam, Said.VanQuan);
    private static readonly Office Appraising = Acting.Office(Role.AppraisalTeam, Said.LangSon);
    private static readonly Office Auditing = Acting.Office(Role.Auditor, Said.LangSon);

    private readonly Acting _acting = new();

    [Fact]
    public void Who_recorded_does_not_verify_whatever_office_is_held_by_then()
    {
        Assert.Empty(_acting.Record("lan", Commune, Found(Assessor.Commune)));
        Assert.Equal([AccessRefusalCodes.FourEyes], _acting.Record("lan", Verifying, Found(Assessor.District)));
        Assert.Empty(_acting.Record("mai", Verifying, Found(Assessor.District)));
    }

    [Fact]
    public void Who_verified_does_not_appraise()
    {
        Assert.Empty(_acting.Record("mai", Verifying, Found(Assessor.District)));
        Assert.Equal([AccessRefusalCodes.FourEyes], _acting.Record("mai", Appraising, Found(Assessor.Province)));
        Assert.Empty(_acting.Record("hoa", Appraising, Found(Assessor.Province)));
    }

    [Fact]
    public void It_is_asked_criterion_by_criterion()
    {
        Assert.Empty(_acting.Record("lan", Commune, Found(Assessor.Commune, criterion: 5)));
        Assert.Empty(_acting.Record("lan", Verifying, Found(Assessor.District, criterion: 6)));
    }

    [Fact]
    public void Both_in_one_batch_are_no_four_eyes_either() =>
        Assert.Equal([AccessRefusalCodes.FourEyes], _acting.Record("lan", District, Found(Assessor.Commune), Found(Assessor.District)));

    [Fact]
    public void The_order_of_saying_makes_no_difference()
    {
        Assert.Empty(_acting.Record("hoa", Province, Found(Assessor.Province)));
        Assert.Equal([AccessRefusalCodes.FourEyes], _acting.Record("hoa", Province, Found(Assessor.District)));
        Assert.Equal([AccessRefusalCodes.FourEyes], _acting.Record("hoa", Province, Found(Assessor.Commune)));
    }

    [Fact]
    public void A_finding_that_was_retracted_counts_as_never_recorded()
    {
        var mistaken = Found(Assessor.Commune).As(Said.Id(20));
        Assert.Empty(_acting.Record("lan", District, mistaken));
        Assert.Empty(_acting.Record("lan", District, Said.Retracted(Said.VanAn, Said.Id(20))));
        Assert.Empty(_acting.Record("lan", District, Found(Assessor.District)));
    }

    [Fact]
    public void An_office_retracts_what_it_recorded_whoever_holds_it_now()
    {
        _acting.Record("lan", District, Found(Assessor.District).As(Said.Id(20)));
        Assert.Empty(_acting.Record("mai", District, Said.Retracted(Said.VanAn, Said.Id(20))));
    }

    [Fact]
    public void An_office_above_retracts_one_beside_or_below_does_not()
    {
        _acting.Record("lan", Verifying, Found(Assessor.District).As(Said.Id(20)));
        Assert.Equal([AccessRefusalCodes.NotRecorder], _acting.Record("mai", Commune, Said.Retracted(Said.VanAn, Said.Id(20))));
        Assert.Equal([AccessRefusalCodes.NotRecorder], _acting.Record("mai", District, Said.Retracted(Said.VanAn, Said.Id(20))));
        Assert.Equal([AccessRefusalCodes.NotRecorder], _acting.Record("mai", Auditing, Said.Retracted(Said.VanAn, Said.Id(20))));
        Assert.Equal([AccessRefusalCodes.Area, AccessRefusalCodes.NotRecorder],
            _acting.Record("mai", Acting.Office(Role.CoordinationOffice, Said.CaoLoc), Said.Retracted(Said.VanAn, Said.Id(20))));
        Assert.Empty(_acting.Record("mai", Province, Said.Retracted(Said.VanAn, Said.Id(20))));
    }

    [Fact]
    public void An_audits_finding_is_retracted_and_corrected_by_auditors_only()
    {
        _acting.Record("thanh-tra", Auditing, Found(Assessor.Audit).As(Said.Id(20)));
        Assert.Equal([AccessRefusalCodes.AuditFinding], _acting.Record("mai", Province, Said.Retracted(Said.VanAn, Said.Id(20))));
        Assert.Equal([AccessRefusalCodes.AuditFinding], _acting.Record("mai", Acting.Office(Role.CoordinationOffice), Said.Corrected(Said.VanAn, Said.Id(20), Found(Assessor.Province))));
        Assert.Empty(_acting.Record("thanh-tra-2", Auditing, Said.Retracted(Said.VanAn, Said.Id(20))));
    }

    [Fact]
    public void What_was_recorded_before_there_were_accounts_the_coordination_office_takes_back()
    {
        _acting.Stand(Found(Assessor.District).As(Said.Id(20)), new RecordedBy("local", null));
        Assert.Equal([AccessRefusalCodes.NotRecorder], _acting.Record("mai", Acting.Office(Role.CoordinationOffice, Said.VanAn), Said.Retracted(Said.VanAn, Said.Id(20))));
        Assert.Equal([AccessRefusalCodes.NotRecorder], _acting.Record("lan", Commune, Said.Retracted(Said.VanAn, Said.Id(20))));
        Assert.Empty(_acting.Record("mai", District, Said.Retracted(Said.VanAn, Said.Id(20))));
    }

    private static SubmittedLine Found(Assessor assessor, int criterion = 5) => Said.Line(new CriterionAttained
    {
        Unit = Said.VanAn, EffectiveOn = Said.Day(2018, 6, 30), Set = Said.Set2016, Criterion = criterion, AssessedBy = assessor,
    });
}
