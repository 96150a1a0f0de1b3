using System.Collections.Immutable;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;

namespace Ntm.Domain.Tables;

/// <summary>How an officer settled doubts of a table; nothing is settled otherwise.</summary>
public sealed record TableAnswers
{
    public static TableAnswers None { get; } = new();

    /// <summary>What a mark means; <see cref="FindingStatus.Unassessed"/> where nothing shall be recorded.</summary>
    public ImmutableDictionary<string, FindingStatus> Marks { get; init; } = ImmutableDictionary<string, FindingStatus>.Empty;

    /// <summary>The unit a name or a cell (C7, Biểu 1!C7) stands for; null leaves the row out.</summary>
    public ImmutableDictionary<string, UnitId?> Matches { get; init; } = ImmutableDictionary<string, UnitId?>.Empty;

    /// <summary>The unit whose communes a sheet holds; null leaves the sheet out.</summary>
    public ImmutableDictionary<string, UnitId?> Sheets { get; init; } = ImmutableDictionary<string, UnitId?>.Empty;

    /// <summary>Communes that are knowingly not in the table.</summary>
    public ImmutableHashSet<UnitId> Without { get; init; } = [];

    /// <summary>Cells whose total is knowingly other than what the cells give; the heading of a row or column stands for all of it.</summary>
    public ImmutableHashSet<string> Accepted { get; init; } = [];

    public bool IncludeHidden { get; init; }

    internal bool Accept(params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            if (Accepted.Contains(cell) || Accepted.Contains(cell[(cell.LastIndexOf('!') + 1)..]))
                return true;
        }

        return false;
    }
}
