using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>What is said to be attached and is not there, and what is there and nowhere mentioned.</summary>
internal static class Attachments
{
    internal static ReconciliationRule Missing { get; } = new(
        "attachment_missing", new("Thiếu phụ lục, biểu kèm theo", "Missing attachment"), CheckMissing);

    internal static ReconciliationRule Uncited { get; } = new(
        "attachment_uncited", new("Phụ lục, biểu không được nhắc đến trong kế hoạch", "Attachment that the plan nowhere mentions"), CheckUncited);

    // Forms cited in one breath are one finding: the words are the same.
    private static IEnumerable<PlanObservation> CheckMissing(StatedPlan plan)
    {
        var present = plan.All<AttachmentMentioned>().Where(mention => mention.IsPresent).Select(mention => mention.Attachment).ToHashSet();
        foreach (var cited in plan.All<AttachmentMentioned>().Where(mention => !present.Contains(mention.Attachment)).GroupBy(mention => (mention.Text, mention.Place)))
        {
            yield return Missing.Doubt(
                new($"{cited.Key.Place}: “{cited.Key.Text}” — trong văn bản không có.", $"{cited.Key.Place}: “{cited.Key.Text}” is not in the document."),
                plan.Quotes(cited));
        }
    }

    private static IEnumerable<PlanObservation> CheckUncited(StatedPlan plan)
    {
        foreach (var attachment in plan.All<AttachmentMentioned>().GroupBy(mention => mention.Attachment).Where(mentions => mentions.Any(mention => mention.IsPresent)))
        {
            yield return attachment.Any(mention => !mention.IsPresent)
                ? Uncited.Agreement(new($"{Places(attachment)}: phụ lục được nhắc đến và có kèm theo.", $"{Places(attachment)}: cited and attached."), plan.Quotes(attachment))
                : Uncited.Notice(
                    new($"{Places(attachment)}: có kèm theo nhưng không nơi nào trong kế hoạch nhắc đến.", $"{Places(attachment)}: attached, but nowhere mentioned in the plan."), plan.Quotes(attachment));
        }
    }
}
