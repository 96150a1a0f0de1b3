using Ntm.Domain.Criteria;
using Ntm.Domain.Refusals;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.PlanResults;
using Ntm.Projections.RollUp;

namespace Ntm.Host.Pages;

/// <summary>What the address of the overview asks for; null where it says nothing.</summary>
/// <param name="Open">Of a matrix that is rolled up: the part whose communes are shown.</param>
public sealed record OverviewQuestion(
    string? Unit, string? On, string? KnownAt, string? Set, string? AssessedBy, string? Boundary = null, string? Open = null);

public sealed record Choice(string Value, string Text);

/// <summary>One letter of the matrix with what stands behind it.</summary>
/// <param name="IsPassed">A plan asks for it and its deadline has passed.</param>
public sealed record OverviewCell(int Criterion, char Letter, string Class, string Title, bool IsPassed);

/// <param name="Note">Why it does not stand like the others: ended by the day, or not yet born.</param>
public sealed record OverviewRow(CommuneRow Commune, IReadOnlyList<OverviewCell> Cells, string? Note);

/// <summary>A unit of a matrix that is rolled up.</summary>
/// <param name="Key">What the address names to open it.</param>
/// <param name="Link">Its own overview; null for the communes directly under the unit.</param>
/// <param name="OpenLink">Where its communes are shown; null where it is rolled up itself.</param>
public sealed record OverviewPart(RolledUpPart Part, string Key, string Name, string? Link, string? OpenLink);

/// <summary>Everything the overview shows.</summary>
public sealed record Overview
{
    public int HttpStatus { get; init; } = StatusCodes.Status200OK;

    /// <summary>Null in an empty record.</summary>
    public string? Unit { get; init; }

    public string Title { get; init; } = "";

    public required string On { get; init; }

    public string? KnownAt { get; init; }

    public string? Set { get; init; }

    public string? AssessedBy { get; init; }

    public string? Boundary { get; init; }

    /// <summary>The last entry of the record.</summary>
    public long Head { get; init; }

    public IReadOnlyList<Choice> Units { get; init; } = [];

    public IReadOnlyList<Choice> Sets { get; init; } = [];

    public Refusal? Refusal { get; init; }

    public IReadOnlyList<string> Notices { get; init; } = [];

    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    public MatrixAnswer? Matrix { get; init; }

    public CourseAnswer? Course { get; init; }

    /// <summary>The matrix' rows in the order of Vietnamese names; of a matrix that is rolled up, those of the part that is open.</summary>
    public IReadOnlyList<OverviewRow> Rows { get; init; } = [];

    /// <summary>By name; empty where every commune has its row.</summary>
    public IReadOnlyList<OverviewPart> Parts { get; init; } = [];

    public OverviewPart? Open { get; init; }

    public bool HasSynthetic { get; init; }

    public OverviewLinks Links { get; init; } = OverviewLinks.None;

    public string Permalink => Links.Page;

    public bool HasTargets => Rows.Any(row => row.Cells.Any(cell => cell.Class.Contains("target", StringComparison.Ordinal)));
}
