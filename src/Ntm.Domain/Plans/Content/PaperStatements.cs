using Ntm.Domain.Interchange;

namespace Ntm.Domain.Plans.Content;

/// <summary>A mention of an attachment: cited in the text, or printed after it.</summary>
public sealed record AttachmentMentioned : PlanStatement
{
    /// <summary>A slug; the same where it is cited and where it is printed.</summary>
    public required string Attachment { get; init; }

    /// <summary>This is the attachment itself (its heading with something under it), not a citation of it.</summary>
    public required bool IsPresent { get; init; }

    internal static AttachmentMentioned ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Attachment = fields.SlugText("attachment"), IsPresent = fields.Flag("isPresent"),
    };
}

/// <summary>A document the plan cites.</summary>
public sealed record DocumentCited : PlanStatement
{
    /// <summary>As printed, damage included.</summary>
    public required string Number { get; init; }

    public DateOnly? Date { get; init; }
    public string? Issuer { get; init; }

    internal static DocumentCited ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Number = fields.NonEmptyText("number"), Date = fields.OptionalDay("date"), Issuer = fields.OptionalNonEmptyText("issuer"),
    };
}

/// <summary>A heading of a part of the plan itself, kept so that its numbering can be followed.</summary>
public sealed record SectionHeaded : PlanStatement
{
    /// <summary>As printed: <c>III</c>.</summary>
    public required string Number { get; init; }

    internal static SectionHeaded ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Number = fields.NonEmptyText("number"),
    };
}

/// <summary>A sentence of which nothing is counted, kept because it names a year or stands against another ("… thực hiện Chương trình … năm 2017").</summary>
public sealed record RemarkStated : PlanStatement
{
    internal static RemarkStated ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
    };
}
