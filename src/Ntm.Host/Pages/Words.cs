using System.Globalization;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.StatusDifference;

namespace Ntm.Host.Pages;

/// <summary>Vietnamese words for the values people see on pages and in terminals.</summary>
internal static class Words
{
    private static readonly CultureInfo Vietnamese = new("vi-VN");

    internal const string Legend = "A đạt · X chưa đạt · L mất · B cơ bản đạt · N không xét · - chưa đánh giá";

    internal static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    internal static string Number(decimal number) => number.ToString("0.##", Vietnamese);

    internal static string Status(FindingStatus status) => status switch
    {
        FindingStatus.Attained => "đạt",
        FindingStatus.NotAttained => "chưa đạt",
        FindingStatus.Lost => "mất",
        FindingStatus.BasicallyMet => "cơ bản đạt",
        FindingStatus.NotApplicable => "không xét",
        FindingStatus.Unassessed => "chưa đánh giá",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "has no word"),
    };

    internal static string Status(string name) => Status(FindingStatuses.Names.TryParse(name, out var status) ? status : throw new ArgumentException(name, nameof(name)));

    internal static string Assessor(string name) => Assessors.Names.TryParse(name, out var assessor) ? Assessor(assessor) : name;

    internal static string Assessor(Assessor assessor) => assessor switch
    {
        Domain.Findings.Assessor.Commune => "xã",
        Domain.Findings.Assessor.District => "huyện",
        Domain.Findings.Assessor.Province => "tỉnh",
        Domain.Findings.Assessor.Inspection => "kiểm tra",
        Domain.Findings.Assessor.Audit => "kiểm toán",
        _ => throw new ArgumentOutOfRangeException(nameof(assessor), assessor, "has no word"),
    };

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

    internal static string Successors(IReadOnlyList<string> successors) =>
        successors.Count == 0 ? "chưa rõ nhập vào đâu" : $"nhập vào {string.Join(", ", successors)}";

    /// <summary>Why an entry makes a status differ between a first and a second point.</summary>
    internal static string Reason(DifferenceEntry entry, IReadOnlyList<DifferenceEntry> all)
    {
        var said = entry.Retracts is { } retracted
            ? $"số {entry.Sequence}: rút lại số {all.First(other => other.Entry == retracted).Sequence}"
            : $"số {entry.Sequence}: {Status(entry.Type["criterion_".Length..])} từ {Day(entry.EffectiveOn!.Value)} ({Assessor(entry.AssessedBy!)})";
        return (entry.Counts, entry.CountsAgainst) switch
        {
            (true, false) => $"{said}, chỉ tính ở một",
            (false, true) => $"{said}, chỉ tính ở hai",
            _ => said,
        };
    }

    internal static string Band(AttainmentBand band) => band.From == band.To
        ? band.From.ToString(CultureInfo.InvariantCulture)
        : band.From == 0 ? string.Create(CultureInfo.InvariantCulture, $"dưới {band.To + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"{band.From}–{band.To}");

    internal static string Bands(IEnumerable<AttainmentBand> bands) =>
        string.Join(" · ", bands.Select(band => string.Create(CultureInfo.InvariantCulture, $"{Band(band)}: {band.Count} xã")));
}
