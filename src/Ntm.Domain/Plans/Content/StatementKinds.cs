using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Plans.Content;

/// <summary>The one list of what a plan can say, by the value of <c>kind</c>; names are frozen once released.</summary>
public static class StatementKinds
{
    private static readonly (string Name, Type Type, Func<FieldReader, PlanStatement, PlanStatement> Read)[] Kinds =
    [
        ("extent", typeof(ExtentStated), ExtentStated.ReadOwn),
        ("cohort", typeof(CohortMentioned), CohortMentioned.ReadOwn),
        ("targets", typeof(TargetsNamed), TargetsNamed.ReadOwn),
        ("count", typeof(CommunesCounted), CommunesCounted.ReadOwn),
        ("recognition", typeof(RecognitionsCounted), RecognitionsCounted.ReadOwn),
        ("minimum_increase", typeof(MinimumIncrease), MinimumIncrease.ReadOwn),
        ("increase_from_below", typeof(IncreaseFromBelow), IncreaseFromBelow.ReadOwn),
        ("average", typeof(AverageStated), AverageStated.ReadOwn),
        ("floor", typeof(FloorStated), FloorStated.ReadOwn),
        ("state", typeof(StateStated), StateStated.ReadOwn),
        ("table", typeof(NumbersTabled), NumbersTabled.ReadOwn),
        ("indicator", typeof(IndicatorStated), IndicatorStated.ReadOwn),
        ("objective", typeof(ObjectiveStated), ObjectiveStated.ReadOwn),
        ("duty", typeof(DutyStated), DutyStated.ReadOwn),
        ("task", typeof(TaskAssigned), TaskAssigned.ReadOwn),
        ("attachment", typeof(AttachmentMentioned), AttachmentMentioned.ReadOwn),
        ("citation", typeof(DocumentCited), DocumentCited.ReadOwn),
        ("section", typeof(SectionHeaded), SectionHeaded.ReadOwn),
        ("remark", typeof(RemarkStated), RemarkStated.ReadOwn),
    ];

    public static IEnumerable<string> Names => Kinds.Select(kind => kind.Name);

    public static string NameOf(PlanStatement statement) => Kinds.First(kind => kind.Type == statement.GetType()).Name;

    internal static PlanStatement Read(FieldReader fields)
    {
        var name = fields.NonEmptyText("kind");
        var common = new RemarkStated
        {
            Id = fields.SlugText("id"), Text = fields.NonEmptyText("text"), Place = fields.NonEmptyText("place"), Year = fields.OptionalInteger("year"),
        };
        foreach (var kind in Kinds)
        {
            if (kind.Name == name)
                return kind.Read(fields, common);
        }

        if (name.Length > 0)
            fields.Invalid("kind", Expected.OneOf(Names));
        // One fault is told, not one for each field of a kind nobody knows.
        fields.TakeAll();
        return common;
    }
}
