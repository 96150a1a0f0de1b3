using System.Globalization;
using Ntm.Domain.Findings;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.StatusDifference;

namespace Ntm.Host.Pages;

/// <summary>The words for the values people see on pages and in terminals (docs/glossary.md).</summary>
internal static class Words
{
    private static readonly CultureInfo Vietnamese = new("vi-VN");

    internal static string Legend(Wording say = default) => say[
        "A đạt · X chưa đạt · L mất · B cơ bản đạt · N không xét · - chưa đánh giá",
        "A attained · X not attained · L lost · B basically met · N not applicable · - unassessed"];

    internal static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    internal static string Number(decimal number, Wording say = default) => number.ToString("0.##", Culture(say));

    /// <summary>How numbers are written.</summary>
    internal static CultureInfo Culture(Wording say = default) => say.Language == Language.English ? CultureInfo.InvariantCulture : Vietnamese;

    internal static string Status(FindingStatus status, Wording say = default) => status switch
    {
        FindingStatus.Attained => say["đạt", "attained"],
        FindingStatus.NotAttained => say["chưa đạt", "not attained"],
        FindingStatus.Lost => say["mất", "lost"],
        FindingStatus.BasicallyMet => say["cơ bản đạt", "basically met"],
        FindingStatus.NotApplicable => say["không xét", "not applicable"],
        FindingStatus.Unassessed => say["chưa đánh giá", "unassessed"],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "has no word"),
    };

    internal static string Status(string name, Wording say = default) =>
        Status(FindingStatuses.Names.TryParse(name, out var status) ? status : throw new ArgumentException(name, nameof(name)), say);

    internal static string Assessor(string name, Wording say = default) => Assessors.Names.TryParse(name, out var assessor) ? Assessor(assessor, say) : name;

    internal static string Assessor(Assessor assessor, Wording say = default) => assessor switch
    {
        Domain.Findings.Assessor.Commune => say["xã", "commune"],
        Domain.Findings.Assessor.District => say["huyện", "district"],
        Domain.Findings.Assessor.Province => say["tỉnh", "province"],
        Domain.Findings.Assessor.Inspection => say["kiểm tra", "inspection"],
        Domain.Findings.Assessor.Audit => say["kiểm toán", "audit"],
        _ => throw new ArgumentOutOfRangeException(nameof(assessor), assessor, "has no word"),
    };

    /// <summary>Part of how a unit is called, and so the same in every language.</summary>
    internal static string LevelBeforeName(UnitLevel level) => level switch
    {
        UnitLevel.Province => "Tỉnh",
        UnitLevel.District => "Huyện",
        UnitLevel.Commune => "Xã",
        UnitLevel.Township => "Thị trấn",
        UnitLevel.Ward => "Phường",
        UnitLevel.SpecialZone => "Đặc khu",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "has no word"),
    };

    internal static string Successors(IReadOnlyList<string> successors, Wording say = default) => successors.Count == 0
        ? say["chưa rõ nhập vào đâu", "into what is not known"]
        : $"{say["nhập vào", "merged into"]} {string.Join(", ", successors)}";

    /// <summary>Why an entry makes a status differ between a first and a second point.</summary>
    internal static string Reason(DifferenceEntry entry, IReadOnlyList<DifferenceEntry> all, Wording say = default)
    {
        var said = entry.Retracts is { } retracted
            ? $"{say["số", "no."]} {entry.Sequence}: {say["rút lại số", "retracts no."]} {all.First(other => other.Entry == retracted).Sequence}"
            : $"{say["số", "no."]} {entry.Sequence}: {Status(entry.Type["criterion_".Length..], say)} {say["từ", "from"]} {Day(entry.EffectiveOn!.Value)} ({Assessor(entry.AssessedBy!, say)})";
        return (entry.Counts, entry.CountsAgainst) switch
        {
            (true, false) => $"{said}, {say["chỉ tính ở một", "counted at the first only"]}",
            (false, true) => $"{said}, {say["chỉ tính ở hai", "counted at the second only"]}",
            _ => said,
        };
    }

    internal static string Band(AttainmentBand band, Wording say = default) => band.From == band.To
        ? band.From.ToString(CultureInfo.InvariantCulture)
        : band.From == 0 ? string.Create(CultureInfo.InvariantCulture, $"{say["dưới", "below"]} {band.To + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"{band.From}–{band.To}");

    internal static string Bands(IEnumerable<AttainmentBand> bands, Wording say = default) =>
        string.Join(" · ", bands.Select(band => string.Create(CultureInfo.InvariantCulture, $"{Band(band, say)}: {Communes(band.Count, say)}")));

    /// <summary>At the head of a line.</summary>
    internal static string Opening(string words) => string.Concat(char.ToUpperInvariant(words[0]).ToString(), words.AsSpan(1));

    /// <summary>English counts one apart.</summary>
    internal static string Communes(int count, Wording say = default) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {say["xã", count == 1 ? "commune" : "communes"]}");
}
