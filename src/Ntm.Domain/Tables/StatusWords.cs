using System.Collections.Immutable;
using Ntm.Domain.Findings;

namespace Ntm.Domain.Tables;

/// <summary>What a cell under a criterion was read as.</summary>
public abstract record CellReading
{
    private CellReading()
    {
    }

    /// <summary>Nothing is recorded: empty, or said to be without assessment. Never "not met".</summary>
    public sealed record Blank : CellReading;

    /// <param name="Status">Never <see cref="FindingStatus.Unassessed"/>.</param>
    public sealed record Finding(FindingStatus Status) : CellReading;

    /// <param name="IsMark">Short, like a mark whose meaning somebody can state.</param>
    public sealed record Unclear(bool IsMark) : CellReading;
}

/// <summary>
/// Reads a cell under a criterion. Words in full are known. A mark (x, +, 1, CĐ) means one thing in one office and the opposite in
/// another: it means what the officer says it means, and nothing before.
/// </summary>
public sealed class StatusWords(IReadOnlyDictionary<string, FindingStatus> marks)
{
    private const int LongestMark = 3;

    private static readonly ImmutableDictionary<string, FindingStatus> Words = new Dictionary<string, FindingStatus>
    {
        ["đạt"] = FindingStatus.Attained,
        ["đã đạt"] = FindingStatus.Attained,
        ["chưa đạt"] = FindingStatus.NotAttained,
        ["không đạt"] = FindingStatus.NotAttained,
        ["cơ bản đạt"] = FindingStatus.BasicallyMet,
        ["đạt cơ bản"] = FindingStatus.BasicallyMet,
        ["không xét"] = FindingStatus.NotApplicable,
        ["mất"] = FindingStatus.Lost,
        ["mất tiêu chí"] = FindingStatus.Lost,
        ["chưa đánh giá"] = FindingStatus.Unassessed,
    }.ToImmutableDictionary(word => CellText.Key(word.Key), word => word.Value);

    private readonly ImmutableDictionary<string, FindingStatus> _marks =
        marks.ToImmutableDictionary(mark => CellText.Key(CellText.Clean(mark.Key)), mark => mark.Value);

    /// <summary>The words a template offers, in the order of its list.</summary>
    public static IReadOnlyList<string> Offered { get; } = ["Đạt", "Chưa đạt", "Cơ bản đạt", "Không xét"];

    public CellReading Read(GridCell? cell)
    {
        if (cell is null)
            return new CellReading.Blank();
        if (cell.Kind is CellKind.Error or CellKind.NotCalculated or CellKind.YesNo)
            return new CellReading.Unclear(IsMark: false);
        var key = CellText.Key(cell.Text);
        if (!Words.TryGetValue(key, out var status) && !_marks.TryGetValue(key, out status))
            return new CellReading.Unclear(IsMark: cell.Text.Length <= LongestMark && cell.WholeNumber is null or 0 or 1);
        return status == FindingStatus.Unassessed ? new CellReading.Blank() : new CellReading.Finding(status);
    }
}
