namespace Ntm.Domain.Dossiers.Rules;

/// <summary>What takes a title away, and what passes one on.</summary>
internal static class TitleRules
{
    internal static DossierRule Founded { get; } = new(
        "dossier.revocation_unfounded", [StepKind.Revoked], new("Số tiêu chí không đạt đến mức thu hồi, theo bộ tiêu chí 2021 - 2025 của danh hiệu",
            "So many criteria are not met that the line is reached, by the set of 2021-2025 for the title"), (rule, step) =>
        {
            if (step.Regime is not { } regime || !step.Facts.HasFindings)
                return [];
            if (TitleSets.OfRevocation(step.Facts.Catalog, step.Entry.Title) is not { } set)
                return [rule.NotShown(step, new("Chương trình không có bộ tiêu chí của danh hiệu này.", "The criteria set of this title is not at hand."))];
            return RevocationLine.Of(regime, set, [.. step.Facts.Grounds(set, step.On).Select(grounds => grounds.Official)]) switch
            {
                { Verdict: LineVerdict.NotReached } line => [rule.Broken(step, new(
                    $"{line.NotMet.Length} tiêu chí không đạt; chưa đến mức thu hồi.", $"{line.NotMet.Length} criteria are not met; the line is not reached."))],
                { Verdict: LineVerdict.Undetermined } line => [rule.NotShown(step, new(
                    $"{line.NotMet.Length} tiêu chí không đạt, {line.Uncertain.Length} chưa rõ; chưa xác định được mức thu hồi.",
                    $"{line.NotMet.Length} criteria are not met and {line.Uncertain.Length} are uncertain; whether the line is reached cannot be told."))],
                _ => [],
            };
        });

    internal static DossierRule Inherited { get; } = new(
        "dossier.inheritance_parts", [StepKind.Inherited], new("Mọi xã hợp thành đã có danh hiệu", "Every part of the commune had the title"), (rule, step) =>
        {
            var parts = step.Facts.PartsOn(step.On);
            if (parts.Count == 0)
                return [rule.NotShown(step, new("Sổ không ghi đơn vị nào hợp thành xã này.", "The record names no part of this commune."))];
            var without = parts.Where(part => !step.Facts.HeldTitle(part.Unit.Unit, step.Entry.Title, part.EndedOn)).Select(part => part.Unit.Unit.Value).ToList();
            if (without.Count == 0)
                return [];
            return [rule.Broken(step, new($"Không có danh hiệu: {string.Join(", ", without)}.", $"Without the title: {string.Join(", ", without)}."))];
        })
    {
        Document = "5424/BNN-VPĐP",
    };
}
