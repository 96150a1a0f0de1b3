using Ntm.Domain.Refusals;
using Ntm.Projections.Reports;

namespace Ntm.Host.Pages;

/// <summary>What the address of a sheet asks for; null where it says nothing.</summary>
public sealed record AppraisalPageQuestion(string Unit, string? On, string? KnownAt, string? Set, string? AssessedBy, string? Boundary);

/// <summary>Everything the page of a sheet shows.</summary>
public sealed record AppraisalPageView
{
    public int HttpStatus { get; init; } = StatusCodes.Status200OK;

    /// <summary>As asked, with what was chosen where nothing was said.</summary>
    public required AppraisalPageQuestion Asked { get; init; }

    public long Head { get; init; }

    public IReadOnlyList<Choice> Sets { get; init; } = [];

    public IReadOnlyList<string> Notices { get; init; } = [];

    public Refusal? Refusal { get; init; }

    public Report? Made { get; init; }

    public string Hash { get; init; } = "";

    /// <summary>Of the files it names, the hashes of those that are there now. No part of the sheet.</summary>
    public IReadOnlySet<string> StoredEvidence { get; init; } = new HashSet<string>();

    /// <summary>The page of the unit at the same moment: an entry stands there at <c>#entry-…</c>.</summary>
    public string UnitLink { get; init; } = "";

    public string Permalink { get; init; } = "";

    public string JsonLink { get; init; } = "";

    /// <summary>The sheet as a file, by its form.</summary>
    public IReadOnlyList<Choice> Files { get; init; } = [];
}
