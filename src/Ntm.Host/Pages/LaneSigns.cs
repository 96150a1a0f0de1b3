namespace Ntm.Host.Pages;

/// <summary>The signs on a lane: told by their shape, not by colour alone. Drawn around the point they stand at.</summary>
internal static class LaneSigns
{
    private const string Diamond = "M0 -7L7 0L0 7L-7 0Z";

    internal static string Path(string kind) => kind switch
    {
        "target open" or "target met" => Diamond,
        "target missed" => Diamond + "M-4 -4L4 4M4 -4L-4 4",
        "inspection" => "M0 -9V9M-3 -9H3",
        "step" => "M0 -4A4 4 0 1 1 0 4A4 4 0 1 1 0 -4Z",
        "step decision" => "M-5 -5H5V5H-5Z",
        "join" => "M-8 -7L0 0L-8 7M0 0H7",
        "end" => "M-6 -6L6 6M6 -6L-6 6",
        _ => "M0 -7V7M-4 3L0 7L4 3",
    };

    internal static IEnumerable<(string Kind, string Words)> Legend(Wording say) =>
    [
        ("target open", say["chỉ tiêu, vào hạn", "target, at its deadline"]),
        ("target met", say["chỉ tiêu đã đạt", "target met"]),
        ("target missed", say["quá hạn, chưa đạt", "deadline passed, not met"]),
        ("inspection", say["kiểm tra", "inspection"]),
        ("step", say["bước hồ sơ", "dossier step"]),
        ("step decision", say["bỏ phiếu, quyết định", "vote, decision"]),
        ("join", say["sáp nhập", "merger"]),
        ("end", say["chấm dứt", "end"]),
    ];
}
