using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.Projections.EntryHistory;
using Ntm.Projections.FindingPeriods;
using Ntm.Projections.StatusDifference;

namespace Ntm.Host.Pages;

/// <summary>What the address of a unit's page asks for; null where it says nothing.</summary>
public sealed record UnitQuestion(
    string Unit, string? On, string? KnownAt, string? AgainstOn, string? AgainstKnownAt, string? Set, string? AssessedBy);

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

    public Lanes Lanes { get; init; } = Lanes.None;

    /// <summary>What a unit is called.</summary>
    public Func<UnitId, string> NameOf { get; init; } = unit => unit.Value;

    /// <summary>Null where only one point is asked about.</summary>
    public DifferenceAnswer? Difference { get; init; }

    public HistoryAnswer? History { get; init; }

    public bool HasSynthetic { get; init; }

    public string Permalink { get; init; } = "";

    /// <summary>With the second point first; empty where there is none.</summary>
    public string TurnedLink { get; init; } = "";

    /// <summary>The plane at the same point.</summary>
    public string PlaneLink { get; init; } = "";

    public string SheetLink { get; init; } = "";

    public string HistoryLink { get; init; } = "";

    public string PeriodsLink { get; init; } = "";

    public string? DifferenceLink { get; init; }
}
