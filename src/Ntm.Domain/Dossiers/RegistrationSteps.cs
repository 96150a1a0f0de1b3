using Ntm.Domain.Interchange;
using Ntm.Domain.Plans;
using Ntm.Domain.Recognition;

namespace Ntm.Domain.Dossiers;

/// <summary>Đăng ký: the commune registers to reach the title in that year.</summary>
public sealed record TitleRegistered : DossierStep
{
    internal static TitleRegistered Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
    };
}

/// <summary>Đưa vào kế hoạch: the district answers that the commune is in its plan.</summary>
public sealed record TitlePlanned : DossierStep
{
    public PlanId? Plan { get; init; }

    internal static TitlePlanned Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        Plan = line.OptionalPlan("plan"),
    };

    private protected override void WriteStepFields(FieldWriter fields) => fields.Text("plan", Plan?.Value);
}

/// <summary>The district answers that the commune is not taken into the plan, and why.</summary>
public sealed record TitleRegistrationRefused : DossierStep
{
    public required IReadOnlyList<string> Reasons { get; init; }

    internal static TitleRegistrationRefused Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        Reasons = line.RequiredTexts("reasons"),
    };

    private protected override void WriteStepFields(FieldWriter fields) => fields.Texts("reasons", Reasons);
}
