using Ntm.Domain.Plans.Content;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>Numbers of parts that jump, and headings of columns that do not say what they count.</summary>
internal static class Headings
{
    internal static ReconciliationRule Numbering { get; } = new(
        "section_numbering", new("Đánh số mục bị nhảy", "Numbering of parts that jumps"), CheckNumbering);

    internal static ReconciliationRule Misprinted { get; } = new(
        "heading_misprinted", new("Tiêu đề cột in sai", "Misprinted heading of a column"), CheckMisprinted);

    private static IEnumerable<PlanObservation> CheckNumbering(StatedPlan plan)
    {
        var (sections, expected, jumped) = (plan.All<SectionHeaded>().ToList(), 1, false);
        foreach (var (section, before) in sections.Zip(sections.Prepend(null)))
        {
            if (Of(section.Number) is not { } number)
                continue;
            if (number != expected)
            {
                jumped = true;
                yield return Numbering.Notice(
                    before is null
                        ? new($"Mục đầu tiên là {section.Number}.", $"The first part is {section.Number}.")
                        : new($"Sau mục {before.Number} là mục {section.Number}.", $"After part {before.Number} comes part {section.Number}."),
                    plan.Quotes(before is null ? [section] : [before, section]));
            }

            expected = number + 1;
        }

        if (!jumped && sections.Count > 1)
            yield return Numbering.Agreement(new($"Các mục đánh số liên tục {sections[0].Number}–{sections[^1].Number}.", $"The parts are numbered {sections[0].Number} to {sections[^1].Number} without a jump."), plan.Quotes(sections));
    }

    private static IEnumerable<PlanObservation> CheckMisprinted(StatedPlan plan) => plan.All<NumbersTabled>().SelectMany(table => table.Parts
        .Where(part => part.Communes is { } communes && !part.Text.Contains(FormattableString.Invariant($"{communes} xã"), StringComparison.OrdinalIgnoreCase))
        .Select(part => Misprinted.Notice(
            new($"{table.Place}: tiêu đề “{part.Text}” không ghi rõ “{part.Communes} xã”.", $"{table.Place}: the heading “{part.Text}” does not say “{part.Communes} xã” as it should."),
            [part.Text], part.Unit)));

    /// <summary>Roman, or a plain number; null for anything else.</summary>
    private static int? Of(string number)
    {
        if (int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var plain))
            return plain;
        var value = 0;
        for (var index = 0; index < number.Length; index++)
        {
            if (Digit(number[index]) is not { } digit)
                return null;
            value += index + 1 < number.Length && Digit(number[index + 1]) > digit ? -digit : digit;
        }

        return value > 0 ? value : null;
    }

    private static int? Digit(char letter) => letter switch
    {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        _ => null,
    };
}
