using Ntm.Domain.Refusals;
using Ntm.Host.Reports.Checking;
using Ntm.Projections.Reports;

namespace Ntm.Host.Pages;

/// <summary>What the address of the page asks for; null where it says nothing.</summary>
public sealed record ReportPageQuestion(
    string? Report, string? Unit, string? On, string? KnownAt, string? Set, string? AssessedBy, string? Since, string? Period);

/// <summary>Everything the page of reports shows.</summary>
public sealed record ReportPageView
{
    public int HttpStatus { get; init; } = StatusCodes.Status200OK;

    /// <summary>As asked, with what was chosen where nothing was said.</summary>
    public required ReportPageQuestion Asked { get; init; }

    public long Head { get; init; }

    public IReadOnlyList<Choice> Units { get; init; } = [];

    public IReadOnlyList<Choice> Sets { get; init; } = [];

    public string? Notice { get; init; }

    public Refusal? Refusal { get; init; }

    public Report? Made { get; init; }

    public string Hash { get; init; } = "";

    /// <summary>The same report as a file, by its form.</summary>
    public IReadOnlyList<Choice> Files { get; init; } = [];

    public string Permalink { get; init; } = "";
}

/// <summary>What became of a file handed in on the page.</summary>
public sealed record CheckOutcome(ReportCheck? Check, Refusal? Refusal);
