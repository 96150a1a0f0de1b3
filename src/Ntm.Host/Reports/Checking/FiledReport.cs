using Ntm.Projections.Reports;

namespace Ntm.Host.Reports.Checking;

/// <summary>A report as it stands in a file somebody hands in.</summary>
internal interface IFiledReport
{
    /// <summary>What the file says it was asked for, by key; empty where it says nothing of the kind.</summary>
    IReadOnlyDictionary<string, string> Claims { get; }

    /// <summary>Where the file differs from the report it claims to be.</summary>
    FiledDifference Against(Report report, string hash);
}

/// <param name="Additions">Cells or paragraphs an office added outside the report.</param>
internal sealed record FiledDifference(IReadOnlyList<AlteredCell> Altered, int Additions);

/// <summary>A place in a file that does not say what the record gives.</summary>
/// <param name="Cell">As people find it: sheet and cell, table with row and column, line and column.</param>
/// <param name="Says">Null: nothing stands there.</param>
/// <param name="ShouldSay">Null: nothing should stand there.</param>
public sealed record AlteredCell(string Cell, string? Says, string? ShouldSay);
