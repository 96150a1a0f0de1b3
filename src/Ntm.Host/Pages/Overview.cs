using Ntm.Domain.Criteria;
using Ntm.Domain.Refusals;
using Ntm.Projections.CommuneMatrix;

namespace Ntm.Host.Pages;

/// <summary>What the address of the overview asks for; null where it says nothing.</summary>
public sealed record OverviewQuestion(string? Unit, string? On, string? KnownAt, string? Set, string? AssessedBy);

public sealed record Choice(string Value, string Text);

/// <summary>One letter of the matrix with what stands behind it.</summary>
public sealed record OverviewCell(char Letter, string Class, string Title);

public sealed record OverviewRow(CommuneRow Commune, IReadOnlyList<OverviewCell> Cells);

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

    /// <summary>The last entry of the record.</summary>
    public long Head { get; init; }

    public IReadOnlyList<Choice> Units { get; init; } = [];

    public IReadOnlyList<Choice> Sets { get; init; } = [];

    public Refusal? Refusal { get; init; }

    public IReadOnlyList<string> Notices { get; init; } = [];

    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    public MatrixAnswer? Matrix { get; init; }

    /// <summary>The matrix' rows in the order of Vietnamese names.</summary>
    public IReadOnlyList<OverviewRow> Rows { get; init; } = [];

    public bool HasSynthetic { get; init; }

    public string Permalink { get; init; } = "";

    public string JsonLink { get; init; } = "";
}
