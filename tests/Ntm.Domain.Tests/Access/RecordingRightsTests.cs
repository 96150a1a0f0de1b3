using Ntm.Domain.Access;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.Testing;

namespace Ntm.Domain.Tests.Access;

/// <summary>The table of what roles may record: every type, every role, inside and outside the area.</summary>
public sealed class RecordingRightsTests
{
    private static readonly DateOnly Today = Acting.Today;

    public static TheoryData<string> Types => [.. EntryTypes.All.Select(type => type.Name).Where(name => name != EntryTypes.Retracted)];

    public static MatrixTheoryData<Role, Assessor> RolesAndAssessors => new(Roles.Names.Values, Assessors.Names.Values);

    [Theory, MemberData(nameof(Types))]
    public void Every_type_of_entry_has_a_row(string type) =>
        Assert.Contains(RecordingRights.All, right => right.Types.Contains(type));

    [Theory, MemberData(nameof(Types))]
    public void A_role_records_what_its_row_says_in_its_area_and_nothing_outside(string type)
    {
        var entry = EntrySamples.All.First(sample => sample.Type == type).ReadMinimal().Entry;
        var right = RecordingRights.Of(entry)!;
        foreach (var role in Roles.Names.Values)
        {
            Assert.Equal(right.Roles.Contains(role) ? [] : [AccessRefusalCodes.Role], Judge(new Office(role, Of("lang-son")), entry));
            Assert.Equal(right.Roles.Contains(role) ? [] : [AccessRefusalCodes.Role], Judge(new Office(role, null), entry));
            Assert.Contains(Judge(new Office(role, Of("dien-bien")), entry), code => code is AccessRefusalCodes.Role or AccessRefusalCodes.Area);
        }
    }

    [Theory, MemberData(nameof(RolesAndAssessors))]
    public void Who_assessed_decides_who_records(Role role, Assessor assessor)
    {
        var finding = new CriterionAttained { Unit = Said.VanAn, EffectiveOn = Said.Day(2018, 6, 30), Set = Said.Set2016, Criterion = 5, AssessedBy = assessor };
        Role[] roles = assessor switch
        {
            Assessor.Commune => [Role.CommuneOfficer, Role.CoordinationOffice],
            Assessor.District => [Role.CriterionOffice, Role.CoordinationOffice, Role.VerificationTeam],
            Assessor.Province => [Role.CriterionOffice, Role.CoordinationOffice, Role.AppraisalTeam],
            Assessor.Inspection => [Role.CriterionOffice, Role.CoordinationOffice, Role.VerificationTeam, Role.AppraisalTeam],
            Assessor.Audit => [Role.Auditor],
            _ => throw new ArgumentOutOfRangeException(nameof(assessor)),
        };
        Assert.Equal(roles.Contains(role) ? [] : [AccessRefusalCodes.Role], Judge(new Office(role, Of("lang-son")), finding));
    }

    [Fact]
    public void A_district_does_not_record_what_the_province_found_nor_a_commune_what_the_district_found()
    {
        var acting = new Acting();
        Assert.Equal([AccessRefusalCodes.Level], acting.Record("can-bo", Acting.Office(Role.CoordinationOffice, Said.VanQuan), Found(Assessor.Province)));
        Assert.Equal([AccessRefusalCodes.Level], acting.Record("can-bo", Acting.Office(Role.CoordinationOffice, Said.VanAn), Found(Assessor.District)));
        Assert.Empty(acting.Record("can-bo", Acting.Office(Role.CoordinationOffice, Said.LangSon), Found(Assessor.District)));
    }

    [Fact]
    public void A_criterion_office_records_its_criteria_only()
    {
        var acting = new Acting();
        var health = Acting.Office(Role.CriterionOffice, Said.VanQuan, 15);
        Assert.Empty(acting.Record("y-te", health, Found(Assessor.District, criterion: 15)));
        Assert.Equal([AccessRefusalCodes.Criterion], acting.Record("y-te", health, Found(Assessor.District, criterion: 16)));
    }

    private static SubmittedLine Found(Assessor assessor, int criterion = 5) => Said.Line(new CriterionAttained
    {
        Unit = Said.VanAn, EffectiveOn = Said.Day(2018, 6, 30), Set = Said.Set2016, Criterion = criterion, AssessedBy = assessor,
    });

    private static UnitId Of(string unit) => UnitId.Parse(unit);

    // Every unit the samples speak of lies in Lạng Sơn; Điện Biên is another province.
    private static IReadOnlyList<string> Judge(Office office, Entry entry)
    {
        var register = Register.Empty;
        foreach (var (unit, level, parent) in new[]
        {
            ("lang-son", UnitLevel.Province, null), ("dien-bien", UnitLevel.Province, null), ("van-quan", UnitLevel.District, "lang-son"),
            ("van-quan.van-an", UnitLevel.Commune, "van-quan"), ("van-quan.van-mong", UnitLevel.Commune, "van-quan"),
            ("van-quan.yen-phuc", UnitLevel.Commune, "van-quan"), ("van-quan.binh-phuc", UnitLevel.Commune, "van-quan"), ("van-quan.xuan-mai", UnitLevel.Commune, "van-quan"),
        })
        {
            register = register.After(Guid.NewGuid(), Said.Established(Of(unit), level: level, under: parent is null ? null : Of(parent)).Entry);
        }

        var acts = new AccessJudge(office, register, register, Today, _ => null, RecordedActs.None);
        return [.. acts.Judge([new NewEntry(1, Guid.NewGuid(), entry, "unit-x", null)]).Select(refusal => refusal.Refusal.Code).Distinct()];
    }
}
