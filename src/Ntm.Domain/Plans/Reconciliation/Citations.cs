using System.Text.RegularExpressions;
using Ntm.Domain.Plans.Content;
using static Ntm.Domain.Plans.Reconciliation.PlanWords;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>Documents the plan cites: the form of their numbers, and whether each is one document wherever it is cited.</summary>
internal static partial class Citations
{
    internal static ReconciliationRule Damaged { get; } = new(
        "document_number_damaged", new("Số hiệu văn bản hỏng", "Damaged document number"), CheckDamaged);

    internal static ReconciliationRule Differing { get; } = new(
        "citation_differs", new("Cùng một văn bản, nêu ngày hoặc nơi ban hành khác nhau", "One document cited with different days or issuers"), CheckDiffering);

    private static IEnumerable<PlanObservation> CheckDamaged(StatedPlan plan)
    {
        foreach (var cited in plan.All<DocumentCited>().Where(cited => !IsWhole(cited.Number) && !IsBrokenOff(cited)))
        {
            var (meant, english) = plan.All<DocumentCited>().FirstOrDefault(other => IsWhole(other.Number) && cited.Number.Contains(other.Number, StringComparison.Ordinal)) is { } other
                ? ($"; có lẽ là {other.Number}, nêu ở {other.Place}", $"; probably {other.Number}, cited in {other.Place}")
                : ("", "");
            yield return Damaged.Notice(
                new($"{cited.Place}: “{cited.Number}” không phải dạng số hiệu văn bản{meant}.", $"{cited.Place}: “{cited.Number}” does not have the form of a document's number{english}."),
                plan.Quotes(cited));
        }

        var whole = plan.All<DocumentCited>().Where(cited => IsWhole(cited.Number)).ToList();
        if (whole.Count > 0)
            yield return Damaged.Agreement(new($"{whole.Count} lần dẫn văn bản có số hiệu đúng dạng.", $"{whole.Count} citations have a number of the right form."), plan.Quotes(whole));
    }

    private static IEnumerable<PlanObservation> CheckDiffering(StatedPlan plan)
    {
        foreach (var document in plan.All<DocumentCited>().Where(cited => IsWhole(cited.Number)).GroupBy(cited => cited.Number))
        {
            var said = document.ToList();
            var dates = said.Select(cited => cited.Date).OfType<DateOnly>().Distinct().Order().ToList();
            var issuers = said.Select(cited => cited.Issuer).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (dates.Count > 1)
            {
                yield return Differing.Contradiction(
                    new($"{document.Key}: nơi ghi ngày {Listed(dates.Select(Day))} ({Places(said)}).", $"{document.Key} is dated {Listed(dates.Select(Day))} ({Places(said)})."), plan.Quotes(said));
            }
            else if (issuers.Any(one => !issuers.TrueForAll(other => AreOne(one, other))))
            {
                yield return Differing.Contradiction(
                    new($"{document.Key}: nơi ghi là của {Listed(issuers.Select(issuer => $"“{issuer}”"))} ({Places(said)}).",
                        $"{document.Key} is by {Listed(issuers.Select(issuer => $"“{issuer}”"))} in different places ({Places(said)})."), plan.Quotes(said));
            }
            else if (dates.Count == 1 && YearIn(document.Key) is { } year && year != dates[0].Year)
            {
                yield return Differing.Contradiction(
                    new($"{document.Key}: số hiệu là của năm {year}, ngày ghi {Day(dates[0])}.", $"{document.Key}: its number is of {year}, its day {Day(dates[0])}."), plan.Quotes(said));
            }
            else if (said.Count > 1)
            {
                yield return Differing.Agreement(
                    new($"{document.Key}: {said.Count} lần dẫn, ngày và nơi ban hành như nhau.", $"{document.Key}: cited {said.Count} times, with the same day and issuer."), plan.Quotes(said));
            }
        }
    }

    private static bool IsWhole(string number) => Number().IsMatch(number) || PartyNumber().IsMatch(number);

    // The words of a statement stand in one line; where the line breaks inside a number, the rest of it stands in the next.
    private static bool IsBrokenOff(DocumentCited cited) => cited.Number.EndsWith('-') && cited.Text.EndsWith(cited.Number, StringComparison.Ordinal);

    private static int? YearIn(string number) =>
        Number().Match(number) is { Success: true } match && match.Groups["year"] is { Success: true } year ? int.Parse(year.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;

    // "Hội đồng nhân dân tỉnh" is short for "Hội đồng nhân dân tỉnh Hòa Bình"; "Chính phủ" is not short for "Thủ tướng Chính phủ".
    private static bool AreOne(string one, string other)
    {
        var (first, second) = (InFull(one), InFull(other));
        return first.StartsWith(second, StringComparison.OrdinalIgnoreCase) || second.StartsWith(first, StringComparison.OrdinalIgnoreCase);
    }

    private static string InFull(string issuer) => issuer
        .Replace("UBND", "Ủy ban nhân dân", StringComparison.Ordinal).Replace("HĐND", "Hội đồng nhân dân", StringComparison.Ordinal)
        .Replace("Uỷ ban", "Ủy ban", StringComparison.OrdinalIgnoreCase).Trim();

    // Nghị định 34/2016/NĐ-CP and its kin: number, year of legal documents, kind, issuer. Official letters have issuer and office: 1315/UBND-NNTN.
    [GeneratedRegex(@"^[0-9]+[a-zđ]?(?:/(?<year>[0-9]{4}))?/\p{Lu}[\p{L}0-9]*(?:-[\p{L}0-9&]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    // Documents of the Party: 26-NQ/TW.
    [GeneratedRegex(@"^[0-9]+-\p{Lu}\p{L}*/\p{Lu}[\p{L}0-9]*(?:-[\p{L}0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PartyNumber();
}
