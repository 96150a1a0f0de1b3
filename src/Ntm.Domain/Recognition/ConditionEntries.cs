using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.Domain.Recognition;

/// <summary>Nợ đọng xây dựng cơ bản: outstanding basic-construction debt as declared on a day.</summary>
public sealed record DebtDeclared : DatedEntry
{
    /// <summary>Vietnamese đồng, whole.</summary>
    public required long Amount { get; init; }

    internal static DebtDeclared Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Amount = line.Count("amount"),
    };

    internal override void WriteOwnFields(FieldWriter fields) => fields.Number("amount", Amount);
}

/// <summary>Lấy ý kiến về sự hài lòng của người dân: households of the unit, asked, satisfied.</summary>
public sealed record SatisfactionSurveyed : DatedEntry
{
    public required long Households { get; init; }
    public required long Asked { get; init; }
    public required long Satisfied { get; init; }

    /// <summary>The answers content by content; null where only the whole is known.</summary>
    public IReadOnlyList<SurveyedContent>? Contents { get; init; }

    internal static SatisfactionSurveyed Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Households = line.Count("households"), Asked = line.Count("asked"), Satisfied = line.Count("satisfied"),
        Contents = line.Objects("contents", SurveyedContent.Read),
    };

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Number("households", Households);
        fields.Number("asked", Asked);
        fields.Number("satisfied", Satisfied);
        fields.Objects("contents", Contents, SurveyedContent.Write);
    }
}

/// <summary>What the people were asked about, and how many were content with it.</summary>
/// <param name="Name">As the questionnaire calls it.</param>
public sealed record SurveyedContent(string Name, long Asked, long Satisfied)
{
    internal static SurveyedContent Read(FieldReader item) => new(item.NonEmptyText("name"), item.Count("asked"), item.Count("satisfied"));

    internal static void Write(FieldWriter fields, SurveyedContent content)
    {
        fields.Text("name", content.Name);
        fields.Number("asked", content.Asked);
        fields.Number("satisfied", content.Satisfied);
    }
}
