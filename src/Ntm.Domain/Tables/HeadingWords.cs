using System.Collections.Immutable;

namespace Ntm.Domain.Tables;

/// <summary>The words offices use over columns and beside rows that hold no single commune's result.</summary>
internal static class HeadingWords
{
    private const int LongestHeading = 40;

    private static readonly ImmutableArray<string> Names = Keys("xã", "tên", "đơn vị", "địa phương");
    private static readonly ImmutableArray<string> Numbers = Keys("stt", "tt", "số tt", "số thứ tự");
    private static readonly ImmutableArray<string> Sums = Keys("tổng", "tổng số", "tổng cộng", "cộng");

    private static readonly ImmutableArray<string> SumsOf = Keys(
        "tổng số", "tổng cộng", "tổng tiêu chí", "tổng tc", "tổng đạt", "số tiêu chí", "số tc", "số xã", "toàn huyện", "toàn tỉnh", "cộng huyện",
        "cộng tỉnh");

    // Beside or over these stands no count of what was attained.
    private static readonly ImmutableArray<string> OtherThanAttained = Keys(
        "chưa", "không", "tăng", "giảm", "kỳ trước", "tỷ lệ", "tỉ lệ", "bình quân", "năm", "kế hoạch", "so với", "cơ bản");

    private static readonly ImmutableArray<string> Summaries = Keys("tỷ lệ", "tỉ lệ", "bình quân", "tăng", "giảm", "so với", "kỳ trước");
    private static readonly ImmutableArray<string> Remarks = Keys("ghi chú", "kết quả", "xếp loại", "phân nhóm", "nhóm xã");

    /// <summary>Over the column of commune names.</summary>
    internal static bool IsName(string text) => Begins(CellText.Key(text), Names) && text.Length <= LongestHeading;

    /// <summary>Over the column that counts the criteria a commune has attained, or beside the row that counts the communes.</summary>
    internal static bool IsTotal(string text)
    {
        var key = CellText.Key(text);
        return (Sums.Contains(key) || Begins(key, SumsOf)) && !OtherThanAttained.Any(word => HasWord(key, word));
    }

    /// <summary>Beside a row of totals of any kind, checked or not.</summary>
    internal static bool IsSummary(string text)
    {
        var key = CellText.Key(text);
        return Sums.Contains(key) || Begins(key, SumsOf) || Begins(key, Summaries);
    }

    /// <summary>Over a column that holds no criterion.</summary>
    internal static bool IsOther(string text)
    {
        var key = CellText.Key(text);
        return IsSummary(text) || IsName(text) || Numbers.Contains(key) || Begins(key, Remarks);
    }

    private static bool Begins(string key, ImmutableArray<string> words) =>
        words.Any(word => key == word || key.StartsWith(word + " ", StringComparison.Ordinal) || key.StartsWith(word + ",", StringComparison.Ordinal));

    private static bool HasWord(string key, string word) => $" {key} ".Contains($" {word} ", StringComparison.Ordinal);

    private static ImmutableArray<string> Keys(params string[] words) => [.. words.Select(CellText.Key)];
}
