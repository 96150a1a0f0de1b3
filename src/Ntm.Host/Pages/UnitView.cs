using Ntm.Domain.Criteria;
using Ntm.Domain.Refusals;
using Ntm.Projections.EntryHistory;
using Ntm.Projections.FindingPeriods;
using Ntm.Projections.StatusDifference;

namespace Ntm.Host.Pages;

/// <summary>What the address of a unit's page asks for; null where it says nothing.</summary>
public sealed record UnitQuestion(
    string Unit, string? On, string? KnownAt, string? AgainstOn, string? AgainstKnownAt, string? Set, string? AssessedBy);

/// <summary>A stretch of a criterion's time line, in hundredths of a percent of its width.</summary>
public sealed record TimeBar(int From, int Width, char Letter, string Title);

/// <param name="Now">What stands on the day asked about.</param>
public sealed record TimeLine(Criterion Criterion, IReadOnlyList<TimeBar> Bars, char Letter, string Now);

/// <summary>Everything the page of a unit shows.</summary>
public sealed record UnitView
{
    public int HttpStatus { get; init; } = StatusCodes.Status200OK;

    public required UnitQuestion Question { get; init; }

    /// <summary>As it stands in the form.</summary>
    public required string On { get; init; }

    public string? Set { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The last entry of the record.</summary>
    public long Head { get; init; }

    public IReadOnlyList<Choice> Sets { get; init; } = [];

    public IReadOnlyList<string> Notices { get; init; } = [];

    public Refusal? Refusal { get; init; }

    public PeriodsAnswer? Periods { get; init; }

    /// <summary>Of the files its entries rest on, the hashes of those that are there.</summary>
    public IReadOnlySet<string> StoredEvidence { get; init; } = new HashSet<string>();

    public DateOnly FirstDay { get; init; }

    public DateOnly LastDay { get; init; }

    public IReadOnlyList<TimeLine> Lines { get; init; } = [];

    /// <summary>Null where only one point is asked about.</summary>
    public DifferenceAnswer? Difference { get; init; }

    public HistoryAnswer? History { get; init; }

    public bool HasSynthetic { get; init; }

    public string Permalink { get; init; } = "";

    public string SheetLink { get; init; } = "";

    public string HistoryLink { get; init; } = "";

    public string PeriodsLink { get; init; } = "";

    public string? DifferenceLink { get; init; }
}
