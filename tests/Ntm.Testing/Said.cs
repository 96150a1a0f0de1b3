using System.Globalization;
using System.Text.Json;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Plans;
using Ntm.Domain.Recognition;
using Ntm.Domain.Retraction;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;

namespace Ntm.Testing;

/// <summary>Lines as an officer says them. What a spec does not speak of has one value for all of them.</summary>
public static class Said
{
    public static readonly UnitId LangSon = UnitId.Parse("lang-son");
    public static readonly UnitId VanQuan = UnitId.Parse("van-quan");
    public static readonly UnitId CaoLoc = UnitId.Parse("cao-loc");
    public static readonly UnitId VanAn = UnitId.Parse("van-quan.van-an");
    public static readonly UnitId VanMong = UnitId.Parse("van-quan.van-mong");
    public static readonly UnitId Nowhere = UnitId.Parse("khong-co");

    public static readonly SetId Set2016 = new("ntm-2016-2020");
    public static readonly SetId Set2021 = new("ntm-2021-2025");
    public static readonly PlanId Plan2018 = PlanId.Parse("van-quan.15-kh-ubnd-2018");

    /// <summary>The day the units of <see cref="Country"/> were established.</summary>
    public static readonly DateOnly First = new(2010, 1, 1);

    /// <summary>A province, two districts, and two communes under the first of them; their establishments have the ids 1 to 5.</summary>
    public static SubmittedLine[] Country =>
    [
        Established(LangSon, level: UnitLevel.Province).As(Id(1)),
        Established(VanQuan, level: UnitLevel.District, under: LangSon).As(Id(2)),
        Established(CaoLoc, level: UnitLevel.District, under: LangSon).As(Id(3)),
        Established(VanAn, under: VanQuan).As(Id(4)),
        Established(VanMong, under: VanQuan).As(Id(5)),
    ];

    public static Guid Id(int number) => Guid.Parse($"00000000-0000-4000-8000-{number.ToString("D12", CultureInfo.InvariantCulture)}");

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    public static SubmittedLine As(this SubmittedLine line, Guid id) => line with { Id = id };

    public static SubmittedLine Established(UnitId unit, DateOnly? on = null, UnitLevel level = UnitLevel.Commune, UnitId? under = null) =>
        Line(new UnitEstablished { Unit = unit, EffectiveOn = on ?? First, Name = unit.Value, Level = level, Parent = under });

    public static SubmittedLine Renamed(UnitId unit, DateOnly on, string name) =>
        Line(new UnitRenamed { Unit = unit, EffectiveOn = on, Name = name });

    public static SubmittedLine Reparented(UnitId unit, DateOnly on, UnitId under) =>
        Line(new UnitReparented { Unit = unit, EffectiveOn = on, Parent = under });

    public static SubmittedLine Merged(UnitId into, DateOnly on, params UnitId[] from) =>
        Line(new UnitsMerged { Unit = into, EffectiveOn = on, From = from });

    public static SubmittedLine Dissolved(UnitId unit, DateOnly on, params UnitId[] successors) =>
        Line(new UnitDissolved { Unit = unit, EffectiveOn = on, Successors = successors });

    public static SubmittedLine Attained(UnitId unit, DateOnly on, int criterion = 5, SetId? set = null) =>
        Line(new CriterionAttained { Unit = unit, EffectiveOn = on, Set = set ?? Set2016, Criterion = criterion, AssessedBy = Assessor.Province });

    public static SubmittedLine NotAttained(UnitId unit, DateOnly on, int criterion = 5) =>
        Line(new CriterionNotAttained { Unit = unit, EffectiveOn = on, Set = Set2016, Criterion = criterion, AssessedBy = Assessor.Province });

    public static SubmittedLine Lost(UnitId unit, DateOnly on, int criterion = 5) =>
        Line(new CriterionLost { Unit = unit, EffectiveOn = on, Set = Set2016, Criterion = criterion, AssessedBy = Assessor.Audit });

    public static SubmittedLine Measured(UnitId unit, DateOnly on, string indicator, SetId? set = null) => Line(new IndicatorMeasured
    {
        Unit = unit, EffectiveOn = on, Set = set ?? Set2016, Indicator = indicator, Value = new MeasuredValue(26.5m, null), AssessedBy = Assessor.District,
    });

    public static SubmittedLine PlanIssued(UnitId scope, DateOnly on) => Line(new PlanIssued
    {
        Unit = scope, EffectiveOn = on, Plan = Plan2018, Title = "Kế hoạch năm 2018", Scope = scope, From = on, To = on.AddYears(1),
        Content = JsonSerializer.SerializeToElement(new { }),
    });

    public static SubmittedLine PlanRevised(UnitId scope, DateOnly on) => Line(new PlanRevised
    {
        Unit = scope, EffectiveOn = on, Plan = Plan2018, Title = "Kế hoạch năm 2018, điều chỉnh", Scope = scope, From = on, To = on.AddYears(1),
        Content = JsonSerializer.SerializeToElement(new { }),
    });

    public static SubmittedLine Target(UnitId unit, DateOnly on, DateOnly due, int criterion = 2, SetId? set = null) => Line(new TargetAssigned
    {
        Unit = unit, EffectiveOn = on, Plan = Plan2018, Set = set ?? Set2016, Criterion = criterion, Kind = TargetKind.Attain, Due = due,
    });

    public static SubmittedLine Recognised(UnitId unit, DateOnly on, int year = 2018) => Line(new RecognitionGranted
    {
        Unit = unit, EffectiveOn = on, Dossier = "van-an.ntm-2018", Title = TitleLevel.Ntm, Year = year,
        Basis = new DocumentReference("2166/QĐ-UBND", on, "UBND tỉnh Lạng Sơn"),
    });

    public static SubmittedLine Retracted(UnitId unit, Guid entry, Guid? replacedBy = null) =>
        Line(new EntryRetracted { Unit = unit, Entry = entry, Reason = "Nhập nhầm", ReplacedBy = replacedBy });

    public static SubmittedLine Corrected(UnitId unit, Guid entry, SubmittedLine replacement) =>
        Line(new EntryRetracted { Unit = unit, Entry = entry, Reason = "Nhập nhầm" }) with { Replacement = replacement };

    public static SubmittedLine Line(Entry entry) => new(0, null, entry, null);
}
